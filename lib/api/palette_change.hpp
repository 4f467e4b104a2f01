// What becomes of a palette after it was published: revisions, forks, its end. The methods of
// paletted for it. Its events stand beside the palette.
#pragma once

#include "api/palette.hpp"

namespace palette::api {

enum class ColorOperation : std::uint8_t { add, remove, set, move };
inline constexpr std::array<std::string_view, 4> color_operation_words{"add", "remove", "set",
                                                                       "move"};
constexpr ChoiceRule choice_rule(ColorOperation) {
    return {"ColorOperation", "what to do with a color", color_operation_words};
}

inline constexpr WholeRule color_place_rule{"ColorPlace", "a color's place, counted from 1", 1, 1,
                                            Colors::most};
using ColorPlace = Whole<color_place_rule>;

// One change of the colors, on what the one before it left.
struct ColorChange {
    ColorOperation operation;
    std::optional<ColorPlace> at{};
    std::optional<ColorPlace> to{};
    std::optional<HexColor> hex{};

    static constexpr std::string_view name_of_shape = "ColorChange";
    static constexpr auto fields() {
        return std::array{
            field<&ColorChange::operation>("What to do"),
            field<&ColorChange::at>("The color to remove, set or move; where to add, else the end"),
            field<&ColorChange::to>("Where to move it"),
            field<&ColorChange::hex>("The color to add or set"),
        };
    }
};
using ColorChanges = List<ColorChange, 0, 256>;

// Only what is given is changed. When nothing differs there is no new revision.
struct UpdatePalette {
    PaletteRef ref;
    std::optional<Title> title{};
    std::optional<Slug> slug{};
    std::optional<Description> description{};
    std::optional<Tags> tags{};
    std::optional<Visibility> visibility{};
    std::optional<Colors> colors{};
    ColorChanges changes{};
    std::optional<Revision> if_revision{};

    static constexpr std::string_view name_of_shape = "UpdatePalette";
    static constexpr auto fields() {
        return std::array{
            field<&UpdatePalette::ref>("The palette"),
            field<&UpdatePalette::title>("Name shown in listings"),
            field<&UpdatePalette::slug>("Name in references; the old one is free again"),
            field<&UpdatePalette::description>("A few sentences about it"),
            field<&UpdatePalette::tags>("Words to find it by, in place of those it has"),
            field<&UpdatePalette::visibility>("Who may see it"),
            field<&UpdatePalette::colors>("Colors in display order, in place of those it has"),
            field<&UpdatePalette::changes>("Changes of single colors, one after the other"),
            field<&UpdatePalette::if_revision>("Refuse (aborted) when it has another revision"),
        };
    }
    using Result = Palette;
    static constexpr Method method{
        .name = "palette.update",
        .summary = "Change a palette of one's own",
        .effect = Effect::write,
        .access = Access::user,
        .scope = Scope::palettes_write,
        .errors = {ErrorKind::not_found, ErrorKind::already_exists, ErrorKind::aborted},
        .command = "palette edit",
        .route = "PATCH /palettes/:id",
    };
};

struct DeletedPalette {
    PaletteId id;
    PaletteRef ref;

    static constexpr std::string_view name_of_shape = "DeletedPalette";
    static constexpr auto fields() {
        return std::array{
            field<&DeletedPalette::id>("Its number, never used again"),
            field<&DeletedPalette::ref>("The reference that it had, free again"),
        };
    }
};

struct DeletePalette {
    PaletteRef ref;

    static constexpr std::string_view name_of_shape = "DeletePalette";
    static constexpr auto fields() { return std::array{field<&DeletePalette::ref>("The palette")}; }
    using Result = DeletedPalette;
    static constexpr Method method{
        .name = "palette.delete",
        .summary = "Delete a palette of one's own, with all its revisions",
        .effect = Effect::write,
        .access = Access::user,
        .scope = Scope::palettes_write,
        .errors = {ErrorKind::not_found},
        .command = "palette delete",
        .route = "DELETE /palettes/:id",
    };
};

// The copy is as visible as what it is a copy of.
struct ForkPalette {
    PaletteRef ref;
    std::optional<Slug> slug{};

    static constexpr std::string_view name_of_shape = "ForkPalette";
    static constexpr auto fields() {
        return std::array{
            field<&ForkPalette::ref>("The palette, or a revision of it"),
            field<&ForkPalette::slug>("Name in references; like the origin's when left out"),
        };
    }
    using Result = Palette;
    static constexpr Method method{
        .name = "palette.fork",
        .summary = "Publish a copy of a palette that points at its origin",
        .effect = Effect::write,
        .access = Access::user,
        .scope = Scope::palettes_write,
        .errors = {ErrorKind::not_found, ErrorKind::already_exists},
        .command = "palette fork",
        .route = "POST /palettes/:id/fork",
    };
};

struct ListRevisions {
    PaletteRef ref;
    Limit limit = 20;
    std::optional<Cursor> after{};

    static constexpr std::string_view name_of_shape = "ListRevisions";
    static constexpr auto fields() {
        return std::array{
            field<&ListRevisions::ref>("The palette"),
            field<&ListRevisions::limit>("Most items in a page"),
            field<&ListRevisions::after>("`next` of the page before"),
        };
    }
    using Result = PalettePage;
    using Stored = PalettePageOf<Encoded<Palette>>;
    static constexpr Method method{
        .name = "palette.history",
        .summary = "List the revisions of a palette, newest first",
        .access = Access::visitor,
        .errors = {ErrorKind::not_found},
        .command = "palette history",
        .route = "GET /palettes/:id/history",
    };
};

}  // namespace palette::api
