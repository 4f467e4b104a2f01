// Settings as a file gives them, before anybody has judged them, and the judging: which names there
// are and what they may be is read off the rows of described structs.
#pragma once

#include "api/settings.hpp"
#include "api/shape.hpp"
#include "base/result.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palette::api {

// A place in a file; both are counted from 1.
struct Spot {
    std::size_t line = 1;
    std::size_t column = 1;
};
// "paletted.yaml:3:1"
[[nodiscard]] std::string place_in(std::string_view file, const Spot& spot);

struct GivenSetting {
    std::string name;
    std::string value;
    Spot name_at;
    Spot value_at;
};

// A described struct that holds some of the settings of a program; all parts together hold them
// all. The object outlives the part.
struct SettingsPart {
    const Shape* shape;
    void* object;
    std::span<const std::string_view> at_run_time{};
};
[[nodiscard]] std::vector<SettingsPart> parts_of(DaemonSettings& settings);

// Writes what is given over what the parts hold. Refuses (invalid_argument) by file, line and
// column a name that is unknown, with the nearest, one that is given twice, and a value that breaks
// its rule.
[[nodiscard]] Result<void> apply_settings(std::string_view file,
                                          std::span<const GivenSetting> given,
                                          std::span<const SettingsPart> parts);

// The value of a setting as a file would have it; empty for one that is optional and not set.
[[nodiscard]] std::string setting_text(const Member& member, const void* object);

// Where a value that nobody has set comes from.
inline constexpr std::string_view default_origin = "default";

struct ShownSetting {
    std::string name;
    std::string value;
    std::string origin;  // the default, or a place in a file
};
[[nodiscard]] std::vector<ShownSetting> shown_settings(std::string_view file,
                                                       std::span<const GivenSetting> given,
                                                       std::span<const SettingsPart> parts);

}  // namespace palette::api
