// The settings of a daemon that runs: what it was started with, and what a file that is read again
// changes of it. On the server's thread alone.
#pragma once

#include "service/log.hpp"
#include "service/settings.hpp"
#include "store/store.hpp"

#include <functional>

namespace palette::service {

class LiveSettings {
  public:
    // Gets settings that are new in force, on the server's thread.
    using Take = std::function<void(const api::DaemonSettings&)>;

    // `started` and what follows it outlive this.
    LiveSettings(const api::Daemon& daemon, std::filesystem::path file,
                 const api::DaemonSettings& started, Log& log, store::Store& store)
        : daemon_(daemon),
          file_(std::move(file)),
          started_(started),
          now_(started),
          log_(log),
          store_(store) {}

    // Reads the file. What can change at run time does: level of the log, reserve of the store, and
    // what `take` knows of; what cannot is logged as waiting for a restart. A file that is refused
    // or cannot be read is logged and changes nothing.
    void read_again(const Take& take);

  private:
    const api::Daemon& daemon_;
    const std::filesystem::path file_;
    const api::DaemonSettings& started_;
    api::DaemonSettings now_;
    Log& log_;
    store::Store& store_;
};

}  // namespace palette::service
