// Settings: what an operator may set in a daemon's file, <config>/<daemon>.yaml. Described like
// everything else: a row says the name, the type, the bounds and what it is for; the initializer is
// the default.
#pragma once

#include "api/names.hpp"

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

struct Settings {
    LogLevel log_level = LogLevel::info;
    Whole<map_gib_rule> store_max_gib = 64;
    Whole<reserve_mib_rule> store_reserve_mib = 64;
    Whole<password_memory_rule> password_memory_mib = 64;

    static constexpr std::string_view name_of_shape = "Settings";
    static constexpr auto fields() {
        return std::array{
            field<&Settings::log_level>("Lines below this level are not logged"),
            field<&Settings::store_max_gib>("The store's greatest size"),
            field<&Settings::store_reserve_mib>("Free disk that writes leave alone"),
            field<&Settings::password_memory_mib>("Memory of Argon2id (paletted only)"),
        };
    }
};

}  // namespace palette::api
