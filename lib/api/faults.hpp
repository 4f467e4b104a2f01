// What is wrong with a document, each fault with its place, such as
// `colors[1]: expected #rrggbb or #rrggbbaa, got "blurple"`.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace palette::api {

struct Fault {
    std::string place;  // "colors[1]"; empty for the whole document
    std::string message;
};

class Faults {
  public:
    // All are counted and the first few kept: "no new fault kept" must never read as "valid".
    static constexpr std::size_t most_kept = 16;

    void add(std::string place, std::string message);
    [[nodiscard]] bool none() const { return count_ == 0; }
    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] const std::vector<Fault>& kept() const { return kept_; }

    // One invalid_argument that names them all; its field is the first place. Not for none().
    [[nodiscard]] Error error() const;

  private:
    std::size_t count_ = 0;
    std::vector<Fault> kept_;
};

// A value as it may be repeated to people: at most 40 bytes of it, cut between characters.
[[nodiscard]] std::string shown(std::string_view value);

}  // namespace palette::api
