#include "term/progress.hpp"

#include "term/safe_text.hpp"
#include "term/width.hpp"

#include <algorithm>

namespace palette::term {

namespace {

constexpr std::size_t bar_columns = 24;

std::string bar(double part) {
    const auto full = static_cast<std::size_t>(part * bar_columns);
    return '[' + std::string(full, '#') + std::string(bar_columns - full, '.') + ']';
}

std::string describe(std::string_view what, std::uint64_t done,
                     std::optional<std::uint64_t> total) {
    const std::string line = std::string(what) + "  ";
    if (!total) return line + std::to_string(done);
    const double part =
        *total == 0 ? 1.0 : std::min(1.0, static_cast<double>(done) / static_cast<double>(*total));
    return line + bar(part) + ' ' + std::to_string(static_cast<int>(part * 100)) + "%  " +
           std::to_string(done) + " of " + std::to_string(*total);
}

}  // namespace

Progress::Progress(std::FILE* out, const Terminal& terminal, const Clock& clock,
                   std::string_view what)
    : out_(out), terminal_(terminal), clock_(clock), what_(safe_line(what)) {}

void Progress::update(std::uint64_t done, std::optional<std::uint64_t> total) {
    if (!terminal_.redraws || !is_due()) return;
    // The last column stays free: many terminals wrap when it is written.
    draw(fit(describe(what_, done, total), terminal_.columns - 1));
    drawn_at_ = clock_.now();
}

void Progress::erase() {
    if (drawn_columns_ == 0) return;
    draw("");
    static_cast<void>(std::fputc('\r', out_));
    static_cast<void>(std::fflush(out_));
    drawn_at_.reset();
}

bool Progress::is_due() const {
    if (!drawn_at_) return true;
    const auto since = clock_.now() - *drawn_at_;
    return since >= redraw_every || since.count() < 0;  // the wall clock may have been set back
}

// A failing stderr is no reason to stop the work that is reported on.
void Progress::draw(const std::string& line) {
    const std::size_t columns = width(line);
    const std::string shown = '\r' + pad(line, drawn_columns_);
    static_cast<void>(std::fwrite(shown.data(), 1, shown.size(), out_));
    static_cast<void>(std::fflush(out_));
    drawn_columns_ = columns;
}

}  // namespace palette::term
