// Where a palette comes from, and what was made of it. A method of paletted.
#pragma once

#include "api/palette.hpp"

namespace palette::api {

// Ancestors that one answer tells of; the last one's origin has a lineage of its own.
inline constexpr std::size_t most_ancestors = 32;

// A palette among its kin: what tells it from the others.
struct Relative {
    PaletteId id;
    PaletteRef ref;
    Title title;
    Timestamp created_at{};
    std::optional<PaletteRef> forked_from{};

    static constexpr std::string_view name_of_shape = "Relative";
    static constexpr auto fields() {
        return std::array{
            field<&Relative::id>("Its number, never used again"),
            field<&Relative::ref>("Its name in references"),
            field<&Relative::title>("Name shown in listings"),
            field<&Relative::created_at>("When it was published"),
            field<&Relative::forked_from>("The palette it was made from"),
        };
    }
    friend bool operator==(const Relative&, const Relative&) = default;
};

struct Lineage {
    Relative palette;
    List<Relative, 0, most_ancestors> ancestors{};
    List<Relative, 0, most_page_items> items{};
    std::optional<Cursor> next{};

    static constexpr std::string_view name_of_shape = "Lineage";
    static constexpr auto fields() {
        return std::array{
            field<&Lineage::palette>("The palette itself"),
            field<&Lineage::ancestors>("What it was made from, and what that was made from, up to "
                                       "the first, or to one that is gone or private"),
            field<&Lineage::items>("What was made from it, newest first"),
            field<&Lineage::next>("Begins the next page of items; null on the last"),
        };
    }
};

struct GetLineage {
    PaletteRef ref;
    Limit limit = 20;
    std::optional<Cursor> after{};

    static constexpr std::string_view name_of_shape = "GetLineage";
    static constexpr auto fields() {
        return std::array{
            field<&GetLineage::ref>("The palette"),
            field<&GetLineage::limit>("Most items in a page"),
            field<&GetLineage::after>("`next` of the page before"),
        };
    }
    using Result = Lineage;
    static constexpr Method method{
        .name = "palette.lineage",
        .summary = "List what a palette was made from, and its forks",
        .access = Access::visitor,
        .errors = {ErrorKind::not_found},
        .command = "palette lineage",
        .route = "GET /palettes/:id/lineage",
    };
};

}  // namespace palette::api
