// Palettes: the thing itself, its event, and the methods of paletted that keep it.
#pragma once

#include "api/event.hpp"
#include "api/method.hpp"
#include "api/names.hpp"

namespace palette::api {

enum class Visibility : std::uint8_t { public_, private_ };
inline constexpr std::array<std::string_view, 2> visibility_words{"public", "private"};
constexpr ChoiceRule choice_rule(Visibility) {
    return {"Visibility", "who may see it", visibility_words};
}

using HexColor = Required<color::Color>;
using Tags = List<Tag, 0, 32>;

struct Swatch {
    HexColor hex;
    std::optional<Title> name{};
    std::optional<Tag> role{};

    static constexpr std::string_view name_of_shape = "Swatch";
    static constexpr auto fields() {
        return std::array{
            field<&Swatch::hex>("The color, sRGB"),
            field<&Swatch::name>("What people call it"),
            field<&Swatch::role>("What it is for, such as background"),
        };
    }
    friend bool operator==(const Swatch&, const Swatch&) = default;
};
using Colors = List<Swatch, 1, 8192>;

inline constexpr TextRule credit_rule{"CreditText", "at most 500 characters",
                                      "npm colorbrewer 1.7.0", 0, 500};
using CreditText = Text<credit_rule>;

struct Credit {
    std::optional<CreditText> author{};
    std::optional<CreditText> source{};
    std::optional<CreditText> url{};
    std::optional<CreditText> license{};

    static constexpr std::string_view name_of_shape = "Credit";
    static constexpr auto fields() {
        return std::array{
            field<&Credit::author>("Who made it"),
            field<&Credit::source>("Where it was taken from"),
            field<&Credit::url>("Its address there"),
            field<&Credit::license>("Under which license"),
        };
    }
    friend bool operator==(const Credit&, const Credit&) = default;
};

struct Palette {
    PaletteId id;
    PaletteRef ref;
    Username owner;
    Slug slug;
    Title title;
    Description description;
    Tags tags;
    Visibility visibility;
    Revision revision;
    Colors colors;
    Timestamp created_at{};
    Timestamp updated_at{};
    std::optional<PaletteRef> forked_from{};
    std::optional<Credit> credit{};

    static constexpr std::string_view name_of_shape = "Palette";
    static constexpr auto fields() {
        return std::array{
            field<&Palette::id>("Its number, never used again"),
            field<&Palette::ref>("Its name in references, owner and slug"),
            field<&Palette::owner>("Who published it"),
            field<&Palette::slug>("Its name among the owner's"),
            field<&Palette::title>("Name shown in listings"),
            field<&Palette::description>("A few sentences about it"),
            field<&Palette::tags>("Words to find it by"),
            field<&Palette::visibility>("Who may see it"),
            field<&Palette::revision>("Which version this is"),
            field<&Palette::colors>("Colors in display order"),
            field<&Palette::created_at>("When it was published"),
            field<&Palette::updated_at>("When it last changed"),
            field<&Palette::forked_from>("The palette it was made from"),
            field<&Palette::credit>("Where it comes from"),
        };
    }
};

template <class Item>
struct PalettePageOf {
    List<Item, 0, most_page_items> items{};
    std::optional<Cursor> next{};

    static constexpr std::string_view name_of_shape = "PalettePage";
    static constexpr auto fields() {
        return std::array{
            field<&PalettePageOf::items>("Palettes, in the order asked for"),
            field<&PalettePageOf::next>("Begins the next page; null on the last"),
        };
    }
};
using PalettePage = PalettePageOf<Palette>;

struct CreatePalette {
    Title title;
    Colors colors;
    std::optional<Slug> slug{};
    Description description{""};
    Tags tags{};
    Visibility visibility = Visibility::public_;
    std::optional<Credit> credit{};

    static constexpr std::string_view name_of_shape = "CreatePalette";
    static constexpr auto fields() {
        return std::array{
            field<&CreatePalette::title>("Name shown in listings"),
            field<&CreatePalette::colors>("Colors in display order"),
            field<&CreatePalette::slug>("Name in references; made from the title when left out"),
            field<&CreatePalette::description>("A few sentences about it"),
            field<&CreatePalette::tags>("Words to find it by"),
            field<&CreatePalette::visibility>("Who may see it"),
            field<&CreatePalette::credit>("Where it comes from"),
        };
    }
    using Result = Palette;
    static constexpr Method method{
        .name = "palette.create",
        .summary = "Publish a new palette",
        .effect = Effect::write,
        .access = Access::user,
        .scope = Scope::palettes_write,
        .errors = {ErrorKind::already_exists},
        .command = "palette create",
        .route = "POST /palettes",
    };
};

struct GetPalette {
    PaletteRef ref;

    static constexpr std::string_view name_of_shape = "GetPalette";
    static constexpr auto fields() { return std::array{field<&GetPalette::ref>("The palette")}; }
    using Result = Palette;
    static constexpr Method method{
        .name = "palette.get",
        .summary = "Show a palette",
        .access = Access::visitor,
        .errors = {ErrorKind::not_found},
        .command = "palette show",
        .route = "GET /palettes/:id",
    };
};

struct Imported {
    PaletteRef ref;
    bool created = false;

    static constexpr std::string_view name_of_shape = "Imported";
    static constexpr auto fields() {
        return std::array{
            field<&Imported::ref>("The palette, new or the one that was there"),
            field<&Imported::created>("False when the owner has one of this title and colors"),
        };
    }
};

// A record of a file, which may have been imported before: its slug is made from the title.
struct ImportPalette {
    Title title;
    Colors colors;
    Description description{""};
    Tags tags{};
    Visibility visibility = Visibility::public_;
    std::optional<Credit> credit{};

    static constexpr std::string_view name_of_shape = "ImportPalette";
    static constexpr auto fields() {
        return std::array{
            field<&ImportPalette::title>("Name shown in listings"),
            field<&ImportPalette::colors>("Colors in display order"),
            field<&ImportPalette::description>("A few sentences about it"),
            field<&ImportPalette::tags>("Words to find it by"),
            field<&ImportPalette::visibility>("Who may see it"),
            field<&ImportPalette::credit>("Where it comes from"),
        };
    }
    using Result = Imported;
    static constexpr Method method{
        .name = "palette.import",
        .summary = "Publish a palette unless its owner has it already",
        .effect = Effect::write,
        .access = Access::user,
        .scope = Scope::palettes_write,
        .repeatable = true,
        .command = "import",
    };
};

enum class PaletteOrder : std::uint8_t { new_, name };
inline constexpr std::array<std::string_view, 2> palette_order_words{"new", "name"};
constexpr ChoiceRule choice_rule(PaletteOrder) {
    return {"PaletteOrder", "newest first, or by reference", palette_order_words};
}

// A page may end early, even empty, and have a next one: what it visits is bounded.
struct ListPalettes {
    std::optional<Username> user{};
    Limit limit = 20;
    std::optional<Cursor> after{};
    std::optional<Tag> tag{};
    PaletteOrder sort = PaletteOrder::new_;

    static constexpr std::string_view name_of_shape = "ListPalettes";
    static constexpr auto fields() {
        return std::array{
            field<&ListPalettes::user>("Only palettes of this person"),
            field<&ListPalettes::limit>("Most items in a page"),
            field<&ListPalettes::after>("`next` of the page before"),
            field<&ListPalettes::tag>("Only palettes with this tag"),
            field<&ListPalettes::sort>("In which order"),
        };
    }
    using Result = PalettePage;
    using Stored = PalettePageOf<Encoded<Palette>>;
    static constexpr Method method{
        .name = "palette.list",
        .summary = "List palettes by owner, tag and time",
        .access = Access::visitor,
        .errors = {ErrorKind::not_found},
        .command = "palette list",
        .route = "GET /palettes",
    };
};

template <class Item>
struct PaletteCreatedOf {
    UserId owner_id;
    Item palette;

    static constexpr std::string_view name_of_shape = "PaletteCreated";
    static constexpr auto fields() {
        return std::array{
            field<&PaletteCreatedOf::owner_id>("Who published it"),
            field<&PaletteCreatedOf::palette>("The palette, as it is now"),
        };
    }
    static constexpr EventType event{"palette.created", palettes_topic, "A palette was published"};
    static constexpr EventType changed{"palette.updated", palettes_topic, "A palette was changed"};
};
using PaletteCreated = PaletteCreatedOf<Palette>;

// Its name is gone with it.
struct PaletteDeleted {
    PaletteId palette_id;

    static constexpr std::string_view name_of_shape = "PaletteDeleted";
    static constexpr auto fields() {
        return std::array{field<&PaletteDeleted::palette_id>("Which is gone")};
    }
    static constexpr EventType event{"palette.deleted", palettes_topic, "A palette was deleted"};
};

// For siblings: any palette, whoever may see it, as its event tells of it.
struct FindPalette {
    PaletteRef ref;

    static constexpr std::string_view name_of_shape = "FindPalette";
    static constexpr auto fields() { return std::array{field<&FindPalette::ref>("The palette")}; }
    using Result = PaletteCreated;
    using Stored = PaletteCreatedOf<Encoded<Palette>>;
    static constexpr Method method{
        .name = "palette.find",
        .summary = "Find a palette whoever may see it",
        .socket = Socket::sibling,
        .errors = {ErrorKind::not_found},
    };
};

}  // namespace palette::api
