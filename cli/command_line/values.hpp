// What people write on a command line and no daemon needs to know: lengths of time, places to begin
// watching, files, colors in any notation. They have rules as the values of lib/api have, so that a
// command is described in the same way as a method.
#pragma once

#include "api/names.hpp"
#include "api/scalar.hpp"
#include "base/uuid.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <variant>

namespace palette::cli {

// "500ms", "5s", "10m", "2h", "1d".
struct Duration {
    std::chrono::milliseconds length{0};

    friend bool operator==(const Duration&, const Duration&) = default;
};

// Where `watch` begins: at the log's start, so long ago, or after an offset.
struct LogStart {
    friend bool operator==(const LogStart&, const LogStart&) = default;
};
struct Since {
    std::variant<LogStart, Duration, api::Offset> place{};

    friend bool operator==(const Since&, const Since&) = default;
};

// The key of a write: a UUID of version 7.
struct WriteKey {
    Uuid id;

    friend bool operator==(const WriteKey&, const WriteKey&) = default;
};

inline constexpr api::TextRule color_text_rule{
    "Color", "#0b3954, #fff, a CSS name, or rgb(...) and the like", "'#0b3954'", 1, 256};
using ColorText = api::Text<color_text_rule>;

inline constexpr api::TextRule path_rule{"Path", "a path of 1 to 4,096 characters",
                                         "palettes.jsonl", 1, 4096};
using Path = api::Text<path_rule>;

inline constexpr api::TextRule json_text_rule{"Json", "a JSON object", R"('{"limit":3}')", 1,
                                              1024 * 1024};
using JsonText = api::Text<json_text_rule>;

// Names of programs of the family: those that answer, and those that write a log.
inline constexpr api::TextRule daemon_name_rule{
    "Daemon", "a daemon, as status lists them", "paletted", 1, 64, api::letters::visible_ascii};
using DaemonName = api::Text<daemon_name_rule>;
inline constexpr api::TextRule log_name_rule{
    "Log", "a daemon, or palette-supervisor", "paletted", 1, 64, api::letters::visible_ascii};
using LogName = api::Text<log_name_rule>;

inline constexpr api::TextRule event_type_rule{"EventType",
                                               "a type of event, such as palette.liked",
                                               "palette.liked",
                                               1,
                                               128,
                                               api::letters::visible_ascii};
using EventTypeName = api::Text<event_type_rule>;

}  // namespace palette::cli

namespace palette::api {

template <>
struct Scalar<cli::Duration> {
    static constexpr std::string_view name = "Duration";
    static constexpr std::string_view meaning = "a length of time: 500ms, 5s, 10m, 2h or 1d";
    static constexpr std::string_view example = "10m";
    static constexpr std::string_view pattern = "^[0-9]+(ms|s|m|h|d)$";
    static constexpr std::int64_t most = 20;
    static bool set(cli::Duration& value, std::string_view text);
    static void append(const cli::Duration& value, std::string& json);
};

template <>
struct Scalar<cli::WriteKey> {
    static constexpr std::string_view name = "Uuid";
    static constexpr std::string_view meaning = "a UUID of version 7 made in the last 24 hours";
    static constexpr std::string_view example = Scalar<Uuid>::example;
    static constexpr std::string_view pattern = Scalar<Uuid>::pattern;
    static constexpr std::int64_t most = Scalar<Uuid>::most;
    static bool set(cli::WriteKey& value, std::string_view text);
    static void append(const cli::WriteKey& value, std::string& json);
};

template <>
struct Scalar<cli::Since> {
    static constexpr std::string_view name = "Since";
    static constexpr std::string_view meaning = "start, an offset, or how long ago, such as 10m";
    static constexpr std::string_view example = "10m";
    static constexpr std::string_view pattern = "^(start|[0-9]+|[0-9]+(ms|s|m|h|d))$";
    static constexpr std::int64_t most = 20;
    static bool set(cli::Since& value, std::string_view text);
    static void append(const cli::Since& value, std::string& json);
};

}  // namespace palette::api
