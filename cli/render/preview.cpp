#include "cli/render/preview.hpp"

#include "color/hex.hpp"
#include "lint/roles.hpp"
#include "term/swatch.hpp"
#include "term/text_on.hpp"
#include "term/width.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace palette::cli {

namespace {

constexpr std::size_t widest = 72;

double contrast_between(const api::Colors& colors, std::size_t one, std::size_t other) {
    return color::wcag_contrast(color::on_white(colors[one].hex),
                                color::on_white(colors[other].hex));
}

std::optional<std::size_t> with_role(const api::Colors& colors,
                                     bool (*is_wanted)(std::string_view role)) {
    for (std::size_t i = 0; i < colors.size(); ++i) {
        if (colors[i].role && is_wanted(colors[i].role->text())) return i;
    }
    return std::nullopt;
}

// The one that `ratio_of` says most of; the first of several.
template <class RatioOf>
std::size_t most_by(std::size_t count, RatioOf ratio_of) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < count; ++i) {
        if (ratio_of(i) > ratio_of(best)) best = i;
    }
    return best;
}

std::size_t background_of(const api::Colors& colors) {
    if (const auto told = with_role(colors, lint::is_background_role)) return *told;
    const auto above_black = [&](std::size_t i) {
        return color::wcag_contrast(color::on_white(colors[i].hex), color::black);
    };
    const std::size_t lightest = most_by(colors.size(), above_black);
    const std::size_t darkest =
        most_by(colors.size(), [&](std::size_t i) { return -above_black(i); });
    return darkest == 0 ? 0 : lightest;
}

std::size_t text_of_palette(const api::Colors& colors, std::size_t background) {
    if (const auto told = with_role(colors, lint::is_text_role)) return *told;
    return most_by(colors.size(),
                   [&](std::size_t i) { return contrast_between(colors, i, background); });
}

Painted painted(const api::Colors& colors, PreviewPart part, std::size_t color, std::size_t on) {
    const double ratio = contrast_between(colors, color, on);
    return {part, placed_color(colors, color), placed_color(colors, on), contrast_of(ratio),
            color::wcag_grade(ratio)};
}

// Lines of one width, painted where colors are shown.
class PreviewText {
  public:
    explicit PreviewText(const View& view)
        : view_(view), columns_(std::min(view.columns, widest)) {}

    // Words in its colors, and which those are in the terminal's own.
    void add(const Painted& one, const std::string& words) {
        text_ += in_colors(" " + words + " ", one) + facts_of(one) + "\n";
    }

    // The first is the longest.
    void add_bar(const Painted& one, std::size_t index, std::size_t count) {
        const std::size_t room = columns_ > hex_columns + 1 ? columns_ - hex_columns - 1 : 1;
        const std::size_t length = std::max<std::size_t>(2, room * (count - index) / count);
        const std::string bar =
            view_.painter.paints()
                ? term::swatch(color::on_white(one.color.hex), view_.painter, length).text
                : std::string(length, '=');
        text_ += term::pad(color::to_hex(one.color.hex), hex_columns) + " " + bar + "\n";
    }

    void add_gap() { text_ += "\n"; }
    [[nodiscard]] std::string text() && { return std::move(text_); }

  private:
    static constexpr std::size_t hex_columns = 9;
    static constexpr std::size_t facts_columns = 32;  // " on #rrggbbaa  21.00 AA-large"

    [[nodiscard]] bool has_room_for_facts() const { return columns_ >= facts_columns + 28; }
    [[nodiscard]] std::size_t sample_columns() const {
        return has_room_for_facts() ? columns_ - facts_columns : columns_;
    }

    [[nodiscard]] std::string in_colors(const std::string& text, const Painted& one) const {
        const std::string words = term::pad(text, sample_columns());
        const term::Painter& painter = view_.painter;
        if (!painter.paints()) return words;
        return painter.styled(
            term::text_on(painter, color::on_white(one.color.hex), color::on_white(one.on.hex)),
            words);
    }

    // Beside the sample, or below it.
    [[nodiscard]] std::string facts_of(const Painted& one) const {
        const std::string facts =
            color::to_hex(one.color.hex) + " on " + color::to_hex(one.on.hex) + "  " +
            decimal_text(one.ratio.hundredths()) + " " + std::string(api::word_of(one.grade));
        return has_room_for_facts() ? "  " + facts : "\n  " + facts;
    }

    const View& view_;
    const std::size_t columns_;
    std::string text_{};
};

std::vector<Painted> only(const Preview& preview, PreviewPart part) {
    std::vector<Painted> some;
    std::ranges::copy_if(preview.items, std::back_inserter(some),
                         [&](const Painted& one) { return one.part == part; });
    return some;
}

// A line for each: "link: 3 #bf616a some name on 1 #2e3440 another: 3.05, AA-large".
std::string told(const Preview& preview, const View& view) {
    std::string lines;
    for (const Painted& one : preview.items) {
        if (one.part == PreviewPart::bar) continue;  // its colors are those of a link
        lines += std::string(api::word_of(one.part)) + ": " + text_of(one.color, view) + " on " +
                 text_of(one.on, view) + ": " + decimal_text(one.ratio.hundredths()) + ", " +
                 std::string(api::word_of(one.grade)) + "\n";
    }
    return lines;
}

}  // namespace

Preview preview_of(const api::Colors& colors) {
    const std::size_t background = background_of(colors);
    const std::size_t text = text_of_palette(colors, background);
    std::vector<std::size_t> accents;
    for (std::size_t i = 0; i < colors.size(); ++i) {
        if (i != background && i != text) accents.push_back(i);
    }
    Preview preview;
    if (accents.size() > most_accents) {
        preview.left_out = api::Count::clamped(accents.size() - most_accents);
        accents.resize(most_accents);
    }
    preview.items.push_back(painted(colors, PreviewPart::text, text, background));
    for (const std::size_t accent : accents)
        preview.items.push_back(painted(colors, PreviewPart::link, accent, background));
    for (const std::size_t accent : accents) {
        const bool is_text_better =
            contrast_between(colors, text, accent) >= contrast_between(colors, background, accent);
        preview.items.push_back(
            painted(colors, PreviewPart::button, is_text_better ? text : background, accent));
    }
    for (const std::size_t accent : accents)
        preview.items.push_back(painted(colors, PreviewPart::bar, accent, background));
    return preview;
}

constexpr std::array<Column, 7> painted_columns{{{"part"},
                                                 {"place"},
                                                 {"hex"},
                                                 {"on_place", "of what it stands on"},
                                                 {"on_hex", "likewise"},
                                                 {"ratio"},
                                                 {"grade"}}};
const Printed printed_preview{.shape = &api::shape_of<Preview>, .columns = painted_columns};

void append_tsv(Tsv& tsv, const Painted& painted) {
    tsv.line(painted_columns, api::word_of(painted.part),
             std::to_string(painted.color.place.number()), color::to_hex(painted.color.hex),
             std::to_string(painted.on.place.number()), color::to_hex(painted.on.hex),
             decimal_text(painted.ratio.hundredths()), api::word_of(painted.grade));
}

std::string text_of(const Preview& preview, const View& view) {
    if (view.painter.is_plain()) return told(preview, view);
    PreviewText text(view);
    for (const Painted& one : only(preview, PreviewPart::text)) {
        text.add(one, "Heading");
        text.add(one, "The quick brown fox");
    }
    for (const Painted& one : only(preview, PreviewPart::link))
        text.add(one, "A link, or a word of code");
    text.add_gap();
    for (const Painted& one : only(preview, PreviewPart::button))
        text.add(one, "[ Button ]");
    text.add_gap();
    const auto bars = only(preview, PreviewPart::bar);
    for (std::size_t i = 0; i < bars.size(); ++i)
        text.add_bar(bars[i], i, bars.size());
    return std::move(text).text();
}

}  // namespace palette::cli
