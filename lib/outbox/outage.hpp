// Whether a worker gets on, told once when that changes: an outage is one line in the log, however
// many rounds it lasts. Of the worker's thread.
#pragma once

#include "outbox/surroundings.hpp"

#include <string>
#include <string_view>

namespace palette::outbox {

class Outage {
  public:
    // Tells of "<worker>.waits" and "<worker>.resumed".
    Outage(Notice notice, std::string_view worker);

    void begins(std::string_view why);
    void ends();

  private:
    Notice notice_;
    std::string worker_;
    bool lasts_ = false;
};

}  // namespace palette::outbox
