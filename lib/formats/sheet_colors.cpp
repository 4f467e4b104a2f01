#include "formats/sheet_colors.hpp"

#include "base/counted.hpp"
#include "base/trim.hpp"

#include <algorithm>
#include <array>

namespace palette::formats {

namespace {

// The value without what SCSS and CSS say of it, as in "#fff !default".
std::string_view without_flags(std::string_view value) {
    for (auto at = value.rfind('!'); at != std::string_view::npos; at = value.rfind('!')) {
        constexpr std::array<std::string_view, 3> flags{"default", "global", "important"};
        if (std::ranges::count(flags, trimmed(value.substr(at + 1))) == 0) break;
        value = trimmed(value.substr(0, at));
    }
    return value;
}

// To the first comma that is in no parentheses.
std::string_view first_item(std::string_view list) {
    int depth = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i] == ',' && depth == 0) return list.substr(0, i);
        if (list[i] == '(') ++depth;
        if (list[i] == ')') --depth;
    }
    return list;
}

}  // namespace

std::optional<FileFault> SheetColors::add(std::string_view name, std::string_view value,
                                          Where where) {
    value = without_flags(value);
    if (is_for_better_screens(name, value)) return std::nullopt;
    if (dialect_.has_lists && (value.starts_with('(') || value.starts_with('{'))) ++maps_;
    auto color = color_of(value);
    if (!color && dialect_.has_lists) color = first_of_list(value);
    if (!color) return std::nullopt;
    if (record_.colors.size() == api::Colors::most) return too_many_colors(where).value();
    names_.emplace(name);
    record_.colors.push_back({*color, std::string(name)});
    return std::nullopt;
}

FileRead SheetColors::finish() && {
    if (record_.colors.empty()) return fault(at_line(1), "no variable in it is a color");
    screen_.remark(record_);
    if (lists_ != 0) {
        record_.remarks.push_back("of " + counted(lists_, "list") +
                                  " of colors the first was taken");
    }
    if (maps_ != 0)
        record_.remarks.push_back(counted(maps_, "map") + (maps_ == 1 ? " was" : " were") +
                                  " passed over");
    return std::move(record_);
}

std::optional<color::Color> SheetColors::color_of(std::string_view value) {
    const auto notation = css_value(value);
    if (!notation) return std::nullopt;
    return screen_.of(*notation);
}

std::optional<color::Color> SheetColors::first_of_list(std::string_view list) {
    const std::string_view first = first_item(list);
    if (first.size() == list.size()) return std::nullopt;
    for (std::string_view rest = list; !rest.empty();) {
        const std::string_view item = first_item(rest);
        if (!css_value(trimmed(item))) return std::nullopt;
        rest.remove_prefix(std::min(item.size() + 1, rest.size()));
    }
    ++lists_;
    return color_of(trimmed(first));
}

// A property that has its color and comes again in a wide gamut is the same color.
bool SheetColors::is_for_better_screens(std::string_view name, std::string_view value) const {
    return value.starts_with("color(") && names_.contains(name);
}

FileRead read_style_sheet(std::string_view text, const Dialect& dialect) {
    StyleSheet sheet(text, dialect);
    SheetColors colors(dialect);
    while (sheet.next()) {
        if (auto fault = colors.add(sheet.name(), sheet.value(), at_line(sheet.line())))
            return tl::unexpected(*std::move(fault));
    }
    return std::move(colors).finish();
}

}  // namespace palette::formats
