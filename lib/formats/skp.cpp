// Palettes of sK1, read only: calls of functions, one a line. Source: sk1 2.0,
// uc2/formats/skp.
//
//   ##sK1 palette
//   set_name('Ubuntu colors')
//   color(['RGB', [0.86, 0.28, 0.07], 1.0, 'Ubuntu orange'])
//
// The models RGB, CMYK, LAB and Gray are read. Calls that say nothing of colors are passed over.
#include "base/text_lines.hpp"
#include "base/trim.hpp"
#include "formats/color_models.hpp"
#include "formats/format.hpp"
#include "formats/python_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace palette::formats {

namespace {

constexpr std::string_view heading = "##sK1 palette";
constexpr std::size_t most_components = 4;

// What stands in a line, piece by piece.
class Scanner {
  public:
    explicit Scanner(std::string_view line) : rest_(line) {}

    bool take(std::string_view piece) {
        rest_ = without_leading_blanks(rest_);
        if (!rest_.starts_with(piece)) return false;
        rest_.remove_prefix(piece.size());
        return true;
    }

    // From 0 to 1.
    std::optional<double> part() {
        rest_ = without_leading_blanks(rest_);
        double number = 0;
        const auto [end, fault] = std::from_chars(rest_.begin(), rest_.end(), number);
        if (fault != std::errc{} || !(number >= 0 && number <= 1)) return std::nullopt;
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.begin()));
        return number;
    }

    // As Python writes it, in either quotes.
    std::optional<std::string> text() {
        static_cast<void>(take("u"));
        rest_ = without_leading_blanks(rest_);
        if (!rest_.starts_with('\'') && !rest_.starts_with('"')) return std::nullopt;
        const char quote = rest_.front();
        std::size_t end = 1;
        while (end < rest_.size() && rest_[end] != quote)
            end += rest_[end] == '\\' ? 2 : 1;
        if (end >= rest_.size()) return std::nullopt;
        const std::string_view literal = rest_.substr(1, end - 1);
        rest_.remove_prefix(end + 1);
        return from_python(literal);
    }

    // [0.1, 0.2]
    std::optional<std::vector<double>> parts() {
        std::vector<double> parts;
        if (!take("[")) return std::nullopt;
        do {
            const auto number = part();
            if (!number || parts.size() == most_components) return std::nullopt;
            parts.push_back(*number);
        } while (take(","));
        if (!take("]")) return std::nullopt;
        return parts;
    }

  private:
    std::string_view rest_;
};

std::optional<color::Color> color_of(std::string_view model, const std::vector<double>& parts,
                                     Conversions& conversions) {
    if (model == "RGB" && parts.size() == 3) return color_of_rgb(parts[0], parts[1], parts[2]);
    if (model == "CMYK" && parts.size() == 4)
        return conversions.cmyk(parts[0], parts[1], parts[2], parts[3]);
    if (model == "Gray" && parts.size() == 1) return color_of_gray(parts[0]);
    if (model != "LAB" || parts.size() != 3) return std::nullopt;
    const auto axis = [](double part) { return part * 255 - 128; };
    return conversions.lab(parts[0] * 100, axis(parts[1]), axis(parts[2]));
}

// The rest of color(['RGB', [r, g, b], alpha, 'name'])
std::optional<RecordColor> read_color(Scanner& line, Conversions& conversions) {
    if (!line.take("[")) return std::nullopt;
    const auto model = line.text();
    if (!model || !line.take(",")) return std::nullopt;
    const auto parts = line.parts();
    if (!parts || !line.take(",")) return std::nullopt;
    const auto alpha = line.part();
    if (!alpha) return std::nullopt;
    const auto name = line.take(",") ? line.text() : std::string();
    if (!name || !line.take("]") || !line.take(")")) return std::nullopt;
    auto color = color_of(*model, *parts, conversions);
    if (!color) return std::nullopt;
    color->a = byte_of(*alpha);
    return RecordColor{*color, *name};
}

FileRead read(std::string_view text) {
    TextLines lines(text);
    Record record;
    Conversions conversions;
    while (lines.next()) {
        Scanner line(lines.line());
        if (line.take("set_name(")) record.title = line.text().value_or("");
        if (line.take("set_source(")) record.source = line.text().value_or("");
        if (!line.take("color(")) continue;
        auto color = read_color(line, conversions);
        if (!color) {
            return fault(at_line(lines.number()),
                         "expected color(['RGB', [0.1, 0.2, 0.3], 1.0, 'name']) or one in CMYK, "
                         "LAB or Gray");
        }
        if (record.colors.size() == api::Colors::most)
            return too_many_colors(at_line(lines.number()));
        record.colors.push_back(*std::move(color));
    }
    if (record.colors.empty()) return no_colors(at_line(lines.number()));
    record.remarks = conversions.remarks();
    return record;
}

}  // namespace

constinit const Format skp_format{
    .name = "skp",
    .summary = "palette of sK1",
    .recognizes = [](std::string_view text) { return text.starts_with(heading); },
    .read = read,
};

}  // namespace palette::formats
