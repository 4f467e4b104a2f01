// One line on stderr that says how far a long command is, redrawn in place and gone at the end.
// Nothing is printed where nobody looks. One thread.
#pragma once

#include "base/clock.hpp"
#include "term/capability.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

namespace palette::term {

class Progress {
  public:
    // The least time between two drawings: eyes need no more.
    static constexpr std::chrono::milliseconds redraw_every{100};

    // `what` is done, such as "importing". `out` and `clock` must outlive the line.
    Progress(std::FILE* out, const Terminal& terminal, const Clock& clock, std::string_view what);
    ~Progress() { erase(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    // Call it as often as you like. Without a total only the count is shown.
    void update(std::uint64_t done, std::optional<std::uint64_t> total);

    // Takes the line away, for a message to be printed; the next update() draws it again.
    void erase();

  private:
    [[nodiscard]] bool is_due() const;
    void draw(const std::string& line);

    std::FILE* out_;
    const Terminal terminal_;
    const Clock& clock_;
    const std::string what_;
    std::optional<Timestamp> drawn_at_{};
    std::size_t drawn_columns_ = 0;
};

}  // namespace palette::term
