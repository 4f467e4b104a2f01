// How one palette differs from another.
#pragma once

#include "cli/input/palette_source.hpp"
#include "cli/render/placed_color.hpp"
#include "cli/render/tsv.hpp"

#include <optional>
#include <string>

namespace palette::cli {

enum class Change : std::uint8_t {
    title,
    description,
    tag_added,
    tag_removed,
    added,
    removed,
    moved,
    changed,
    name,
    role,
};
inline constexpr std::array<std::string_view, 10> change_words{
    "title",   "description", "tag-added", "tag-removed", "added",
    "removed", "moved",       "changed",   "name",        "role"};
constexpr api::ChoiceRule choice_rule(Change) {
    return {"Change", "what differs", change_words};
}

// Of a color both places where both have one, and the colors as hex; of a name, role, title,
// description or tag the words.
struct Difference {
    Change what = Change::title;
    std::optional<api::ColorPlace> from_place{};
    std::optional<api::ColorPlace> to_place{};
    std::optional<api::Line> from{};
    std::optional<api::Line> to{};

    static constexpr std::string_view name_of_shape = "Difference";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&Difference::what>("What differs"),
            field<&Difference::from_place>("The color's place in the one"),
            field<&Difference::to_place>("Its place in the other"),
            field<&Difference::from>("As it is in the one"),
            field<&Difference::to>("As it is in the other"),
        };
    }
};

struct PaletteDifferences {
    api::Line one;
    api::Line other;
    bool equal = true;
    // Each color of both may come, go and be renamed; and there are tags, title and description.
    api::List<Difference, 0, 6 * api::Colors::most> items{};

    static constexpr std::string_view name_of_shape = "PaletteDifferences";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&PaletteDifferences::one>("The palette to begin with"),
            field<&PaletteDifferences::other>("The one to end with"),
            field<&PaletteDifferences::equal>("Whether nothing differs"),
            field<&PaletteDifferences::items>("What differs: title, description, tags, then "
                                              "color by color"),
        };
    }
};

// A file that has no title, description, tags, names or roles at all says nothing of them: that is
// no difference.
[[nodiscard]] PaletteDifferences differences_of(const SourcePalette& one,
                                                const SourcePalette& other);

void append_tsv(Tsv& tsv, const Difference& difference);
extern const Printed printed_differences;
[[nodiscard]] std::string text_of(const PaletteDifferences& differences, const View& view);

}  // namespace palette::cli
