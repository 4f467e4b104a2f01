// Palettes as addresses: https://coolors.co/0b3954-bfd7ea-ff6663, hex between hyphens; and those of
// colorhunt.co, which have hex with nothing between.
//
// What follows after ? or # is passed over. What is written is such an address on a line, without
// names and alpha; the site shows ten colors at most.
#include "base/trim.hpp"
#include "color/hex.hpp"
#include "formats/format.hpp"

namespace palette::formats {

namespace {

constexpr std::size_t most_colors = 10;
constexpr std::size_t digits_of_color = 6;

std::string_view without_prefix(std::string_view text, std::string_view prefix) {
    return text.starts_with(prefix) ? text.substr(prefix.size()) : text;
}

// From the name of the site on; empty when it is none of those that are known.
std::string_view address_in(std::string_view text) {
    std::string_view address = trimmed(text);
    for (const std::string_view prefix : {"https://", "http://", "www."})
        address = without_prefix(address, prefix);
    const bool is_known =
        address.starts_with("coolors.co/") || address.starts_with("colorhunt.co/palette/");
    return is_known ? address : std::string_view();
}

// The part of the address that spells colors.
std::string_view spelling_of(std::string_view address) {
    address = address.substr(0, address.find_first_of("?#"));
    if (address.ends_with('/')) address.remove_suffix(1);
    return address.substr(address.rfind('/') + 1);
}

std::optional<std::vector<RecordColor>> colors_of(std::string_view spelling, std::size_t gap) {
    std::vector<RecordColor> colors;
    while (true) {
        const auto color = color::parse_hex(spelling.substr(0, digits_of_color));
        if (!color || spelling.size() < digits_of_color || colors.size() == api::Colors::most)
            return std::nullopt;
        colors.push_back({*color});
        spelling.remove_prefix(digits_of_color);
        if (spelling.empty()) return colors;
        if (gap != 0 && !spelling.starts_with('-')) return std::nullopt;
        spelling.remove_prefix(gap);
    }
}

FileRead read(std::string_view text) {
    const std::string_view address = address_in(text);
    if (address.empty() || address.find_first_of(blanks) != std::string_view::npos)
        return fault(at_line(1), "expected the address of a palette, and nothing else");
    const bool is_coolors = address.starts_with("coolors.co/");
    auto colors = colors_of(spelling_of(address), is_coolors ? 1 : 0);
    // What is six digits on colorhunt.co is the number of a palette.
    if (!colors || (!is_coolors && colors->size() == 1))
        return fault(at_line(1), "the address does not spell colors");
    return Record{.colors = *std::move(colors)};
}

std::string write(const Record& record) {
    std::string text = "https://coolors.co";
    for (const RecordColor& one : record.colors) {
        text += &one == &record.colors.front() ? "/" : "-";
        text += color::to_hex(one.color).substr(1, digits_of_color);
    }
    return text + "\n";
}

}  // namespace

constinit const Format coolors_format{
    .name = "coolors",
    .summary = "address of a palette of coolors.co",
    .suffixes = "url",
    .recognizes = [](std::string_view text) { return !address_in(text).empty(); },
    .read = read,
    .write = write,
    .most_colors = most_colors,
};

}  // namespace palette::formats
