#include "cli/input/color_edits.hpp"

#include "base/whole_number.hpp"

#include <algorithm>
#include <functional>
#include <vector>

namespace palette::api {

namespace {

std::optional<ColorPlace> place_in(std::string_view text) {
    const auto number = whole_number<std::int64_t>(text);
    return number ? ColorPlace::from(*number) : std::nullopt;
}

std::string text_of(const ColorPlace& place) {
    return std::to_string(place.number());
}

}  // namespace

bool Scalar<cli::SetColor>::set(cli::SetColor& value, std::string_view text) {
    const auto equals = text.find('=');
    const auto place = place_in(text.substr(0, equals));
    if (!place || equals == std::string_view::npos || equals + 1 == text.size()) return false;
    value = {*place, std::string(text.substr(equals + 1))};
    return true;
}

void Scalar<cli::SetColor>::append(const cli::SetColor& value, std::string& json) {
    append_quoted(json, text_of(value.place) + "=" + value.color);
}

bool Scalar<cli::MoveColor>::set(cli::MoveColor& value, std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) return false;
    const auto from = place_in(text.substr(0, colon));
    const auto to = place_in(text.substr(colon + 1));
    if (!from || !to) return false;
    value = {*from, *to};
    return true;
}

void Scalar<cli::MoveColor>::append(const cli::MoveColor& value, std::string& json) {
    append_quoted(json, text_of(value.from) + ":" + text_of(value.to));
}

}  // namespace palette::api

namespace palette::cli {

using api::ColorOperation;

Result<api::ColorChanges> changes_of(const Context& context, const ColorEdits& edits) {
    api::ColorChanges changes;
    for (const SetColor& one : edits.set) {
        const auto color = read_color(context, one.color, "--set");
        if (!color) return refuse(color.error());
        changes.push_back({.operation = ColorOperation::set, .at = one.place, .hex = color->hex});
    }
    // From the last to the first, so that none moves another that is still to go.
    std::vector<api::ColorPlace> places(edits.remove.begin(), edits.remove.end());
    std::ranges::sort(places, std::ranges::greater{});
    const auto twice = std::ranges::unique(places);
    places.erase(twice.begin(), twice.end());
    for (const api::ColorPlace place : places)
        changes.push_back({.operation = ColorOperation::remove, .at = place});
    for (const MoveColor& one : edits.move)
        changes.push_back({.operation = ColorOperation::move, .at = one.from, .to = one.to});
    for (const ColorText& one : edits.add) {
        const auto color = read_color(context, one.text(), "--add");
        if (!color) return refuse(color.error());
        changes.push_back({.operation = ColorOperation::add, .hex = color->hex});
    }
    return changes;
}

}  // namespace palette::cli
