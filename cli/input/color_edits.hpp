// Changes of single colors as they are written on a command line, and as a request has them.
#pragma once

#include "api/palette_change.hpp"
#include "api/scalar.hpp"
#include "cli/input/colors.hpp"

#include <string>
#include <string_view>

namespace palette::cli {

class Context;

// "2=#ff6347"
struct SetColor {
    api::ColorPlace place{1};
    std::string color{};

    friend bool operator==(const SetColor&, const SetColor&) = default;
};

// "3:1"
struct MoveColor {
    api::ColorPlace from{1};
    api::ColorPlace to{1};

    friend bool operator==(const MoveColor&, const MoveColor&) = default;
};

inline constexpr std::size_t most_color_edits = 64;  // of each kind

struct ColorEdits {
    const api::List<SetColor, 0, most_color_edits>& set;
    const api::List<api::ColorPlace, 0, most_color_edits>& remove;
    const api::List<MoveColor, 0, most_color_edits>& move;
    const api::List<ColorText, 0, most_color_edits>& add;
};

// In an order in which places mean what they look like: what is set and what is removed is counted
// in the palette as it was, what is moved in what they left, and what is added comes last.
[[nodiscard]] Result<api::ColorChanges> changes_of(const Context& context, const ColorEdits& edits);

}  // namespace palette::cli

namespace palette::api {

template <>
struct Scalar<cli::SetColor> {
    static constexpr std::string_view name = "SetColor";
    static constexpr std::string_view meaning = "a place and a color: 2=#ff6347";
    static constexpr std::string_view example = "2=#ff6347";
    static constexpr std::string_view pattern = "^[0-9]+=.+$";
    static constexpr std::int64_t most = 256;
    static bool set(cli::SetColor& value, std::string_view text);
    static void append(const cli::SetColor& value, std::string& json);
};

template <>
struct Scalar<cli::MoveColor> {
    static constexpr std::string_view name = "MoveColor";
    static constexpr std::string_view meaning = "two places, from and to: 3:1";
    static constexpr std::string_view example = "3:1";
    static constexpr std::string_view pattern = "^[0-9]+:[0-9]+$";
    static constexpr std::int64_t most = 12;
    static bool set(cli::MoveColor& value, std::string_view text);
    static void append(const cli::MoveColor& value, std::string& json);
};

}  // namespace palette::api
