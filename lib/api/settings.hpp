// Settings: what an operator may set in a daemon's file, <config>/<daemon>.yaml: those that all
// daemons have, and beside them those of one alone, in a struct of its own. Described like
// everything else: a row says the name, the type, the bounds and what it is for; the initializer is
// the default.
#pragma once

#include "api/names.hpp"

#include <variant>

namespace palette::api {

enum class LogLevel : std::uint8_t { debug, info, warn, error };
inline constexpr std::array<std::string_view, 4> log_level_words{"debug", "info", "warn", "error"};
constexpr ChoiceRule choice_rule(LogLevel) {
    return {"LogLevel", "from which level on lines are logged", log_level_words};
}

inline constexpr WholeRule password_memory_rule{"PasswordMemory",
                                                "MiB that hashing one password takes", 64, 8, 1024};
inline constexpr WholeRule map_gib_rule{"MapSize", "GiB that a store may grow to", 64, 1, 4096};
inline constexpr WholeRule reserve_mib_rule{
    "Reserve", "MiB of free disk below which writes are refused", 64, 1, 1'048'576};

inline constexpr WholeRule log_days_rule{"LogDays", "days that events are kept", 30, 1, 36'500};
inline constexpr WholeRule log_mib_rule{"LogSize", "MiB of events", 4096, 1, 4'194'304};

struct Settings {
    LogLevel log_level = LogLevel::info;
    Whole<map_gib_rule> store_max_gib = 64;
    Whole<reserve_mib_rule> store_reserve_mib = 64;

    static constexpr std::string_view name_of_shape = "Settings";
    static constexpr auto fields() {
        return std::array{
            field<&Settings::log_level>("Lines below this level are not logged"),
            field<&Settings::store_max_gib>("The store's greatest size"),
            field<&Settings::store_reserve_mib>("Free disk that writes leave alone"),
        };
    }
    // What a running daemon takes over when it reads its file again; the rest waits for its next
    // start.
    static constexpr auto at_run_time() {
        return std::array{member_name<&Settings::log_level>(),
                          member_name<&Settings::store_reserve_mib>()};
    }
};

struct PalettesSettings {
    Whole<password_memory_rule> password_memory_mib = 64;

    static constexpr std::string_view name_of_shape = "PalettesSettings";
    static constexpr auto fields() {
        return std::array{
            field<&PalettesSettings::password_memory_mib>("Memory of one password's Argon2id"),
        };
    }
    static constexpr std::array<std::string_view, 0> at_run_time() { return {}; }
};

struct BrokerSettings {
    Whole<log_days_rule> log_kept_days = 30;
    Whole<log_mib_rule> log_kept_mib = 4096;
    Whole<log_mib_rule> log_held_mib = 8192;

    static constexpr std::string_view name_of_shape = "BrokerSettings";
    static constexpr auto fields() {
        return std::array{
            field<&BrokerSettings::log_kept_days>("Age at which events leave the log"),
            field<&BrokerSettings::log_kept_mib>("Size at which the oldest leave the log"),
            field<&BrokerSettings::log_held_mib>("Size to which the log grows for a daemon that "
                                                 "has not read it"),
        };
    }
    static constexpr std::array<std::string_view, 0> at_run_time() { return {}; }
};

// Of a daemon that has none of its own.
struct NoSettings {
    static constexpr std::string_view name_of_shape = "NoSettings";
    static constexpr std::array<Member, 0> fields() { return {}; }
    static constexpr std::array<std::string_view, 0> at_run_time() { return {}; }
};

using OwnSettings = std::variant<NoSettings, PalettesSettings, BrokerSettings>;

struct DaemonSettings {
    Settings common{};
    OwnSettings own{};
};

}  // namespace palette::api
