// What the daemons have acknowledged, written down by those who asked: what must be there later.
//
// An answer that never came leaves its like uncertain for good. Not for several threads.
#pragma once

#include "api/palette.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace palette::test {

class Ledger {
  public:
    enum class Opinion : std::uint8_t { likes, does_not, uncertain };
    using Liking = std::pair<std::uint64_t, std::uint64_t>;  // palette, user

    void published(const api::Palette& palette);
    void told(const Liking& liking, Opinion opinion);
    void add(const Ledger& other);

    // Titles by the palette's number.
    [[nodiscard]] const std::map<std::uint64_t, std::string>& titles() const { return titles_; }
    [[nodiscard]] const std::map<Liking, Opinion>& opinions() const { return opinions_; }

  private:
    std::map<std::uint64_t, std::string> titles_;
    std::map<Liking, Opinion> opinions_;
};

}  // namespace palette::test
