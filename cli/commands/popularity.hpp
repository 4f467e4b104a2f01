// Likes, and the list that they make.
#pragma once

#include "api/popularity.hpp"
#include "cli/command_line/command.hpp"

namespace palette::cli {

struct Like {
    api::PaletteRef ref;

    static constexpr std::string_view name_of_shape = "Like";
    static constexpr auto fields() { return std::array{api::field<&Like::ref>("The palette")}; }
    static constexpr Command command{
        .path = "like",
        .summary = "Like a palette; twice is as good as once",
        .examples = {{{"like alice/sea-glass", "By its reference"},
                      {"like 42 --json", "By its number; says whether something changed"}}},
        .positional = {"ref"},
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct Unlike {
    api::PaletteRef ref;

    static constexpr std::string_view name_of_shape = "Unlike";
    static constexpr auto fields() { return std::array{api::field<&Unlike::ref>("The palette")}; }
    static constexpr Command command{
        .path = "unlike",
        .summary = "Take a like back",
        .examples = {{{"unlike alice/sea-glass", "By its reference"},
                      {"unlike 42 --quiet", "Without a word"}}},
        .positional = {"ref"},
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

struct Popular {
    api::Limit limit = 20;
    std::optional<api::Cursor> after{};

    static constexpr std::string_view name_of_shape = "Popular";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&Popular::limit>("Most palettes to list"),
            field<&Popular::after>("Where the page before ended"),
        };
    }
    static constexpr Command command{
        .path = "popular",
        .summary = "List the most liked palettes",
        .examples = {{{"popular", "The first twenty"},
                      {"popular --limit 3 --json", "For programs"}}},
    };
    [[nodiscard]] Result<Exit> run(Context& context) const;
};

}  // namespace palette::cli
