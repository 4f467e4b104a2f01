#include "cli/render/palette_diff.hpp"

#include "color/alignment.hpp"
#include "color/hex.hpp"
#include "term/safe_text.hpp"
#include "term/swatch.hpp"
#include "term/width.hpp"

#include <algorithm>

namespace palette::cli {

namespace {

constexpr std::size_t word_columns = 8;  // of the longest that a color has, and a blank

api::Line line_of(std::string_view text) {
    return api::cut_line(text);
}

std::optional<api::Line> line_or_nothing(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional(line_of(text));
}

template <class Text>
std::optional<api::Line> line_of(const std::optional<Text>& text) {
    return text ? std::optional(api::cut_line(text->text())) : std::nullopt;
}

api::ColorPlace place_of(std::size_t index) {
    return api::ColorPlace::clamped(index + 1);
}

std::vector<color::Color> plain(const api::Colors& colors) {
    std::vector<color::Color> all;
    all.reserve(colors.size());
    for (const api::Swatch& swatch : colors)
        all.push_back(swatch.hex);
    return all;
}

// Whether it says anything of that member of its colors.
template <class Text>
bool tells(const SourcePalette& palette, std::optional<Text> api::Swatch::*member) {
    return !palette.is_of_file() ||
           std::ranges::any_of(palette.colors, [&](const api::Swatch& swatch) {
               return (swatch.*member).has_value();
           });
}

class Comparison {
  public:
    Comparison(const SourcePalette& one, const SourcePalette& other)
        : one_(one),
          other_(other),
          compares_names_(tells(one, &api::Swatch::name) && tells(other, &api::Swatch::name)),
          compares_roles_(tells(one, &api::Swatch::role) && tells(other, &api::Swatch::role)),
          made_{.one = line_of(one.name), .other = line_of(other.name)} {}

    [[nodiscard]] PaletteDifferences made() && {
        compare_titles();
        compare_descriptions();
        compare_tags();
        for (const color::Aligned& aligned : color::align(plain(one_.colors), plain(other_.colors)))
            compare(aligned);
        made_.equal = made_.items.empty();
        return std::move(made_);
    }

  private:
    void compare_titles() {
        if (!one_.title || !other_.title || *one_.title == *other_.title) return;
        made_.items.push_back({.what = Change::title,
                               .from = line_of(one_.title->text()),
                               .to = line_of(other_.title->text())});
    }

    void compare_descriptions() {
        if (!one_.description || !other_.description || *one_.description == *other_.description)
            return;
        made_.items.push_back({.what = Change::description,
                               .from = line_or_nothing(one_.description->text()),
                               .to = line_or_nothing(other_.description->text())});
    }

    void compare_tags() {
        const bool tells_nothing = (one_.is_of_file() && one_.tags.empty()) ||
                                   (other_.is_of_file() && other_.tags.empty());
        if (tells_nothing) return;
        for (const api::Tag& tag : one_.tags) {
            if (std::ranges::count(other_.tags, tag) == 0)
                made_.items.push_back({.what = Change::tag_removed, .from = line_of(tag.text())});
        }
        for (const api::Tag& tag : other_.tags) {
            if (std::ranges::count(one_.tags, tag) == 0)
                made_.items.push_back({.what = Change::tag_added, .to = line_of(tag.text())});
        }
    }

    void compare(const color::Aligned& aligned) {
        switch (aligned.fate) {
            case color::Fate::kept:
                break;
            case color::Fate::moved:
                add(Change::moved, aligned);
                break;
            case color::Fate::changed:
                add(Change::changed, aligned);
                break;
            case color::Fate::removed:
                return add(Change::removed, aligned);
            case color::Fate::added:
                return add(Change::added, aligned);
        }
        compare_words(*aligned.from, *aligned.to);
    }

    void add(Change what, const color::Aligned& aligned) {
        Difference difference{.what = what};
        if (aligned.from) {
            difference.from_place = place_of(*aligned.from);
            difference.from = line_of(color::to_hex(one_.colors[*aligned.from].hex));
        }
        if (aligned.to) {
            difference.to_place = place_of(*aligned.to);
            difference.to = line_of(color::to_hex(other_.colors[*aligned.to].hex));
        }
        made_.items.push_back(std::move(difference));
    }

    void compare_words(std::size_t from, std::size_t to) {
        const api::Swatch& one = one_.colors[from];
        const api::Swatch& other = other_.colors[to];
        const auto differs = [&](Change what, std::optional<api::Line> was,
                                 std::optional<api::Line> is) {
            made_.items.push_back({.what = what,
                                   .from_place = place_of(from),
                                   .to_place = place_of(to),
                                   .from = std::move(was),
                                   .to = std::move(is)});
        };
        if (compares_names_ && one.name != other.name)
            differs(Change::name, line_of(one.name), line_of(other.name));
        if (compares_roles_ && one.role != other.role)
            differs(Change::role, line_of(one.role), line_of(other.role));
    }

    const SourcePalette& one_;
    const SourcePalette& other_;
    const bool compares_names_;
    const bool compares_roles_;
    PaletteDifferences made_;
};

std::string_view text_or_nothing(const std::optional<api::Line>& line) {
    return line ? std::string_view(line->text()) : "";
}

std::string number_or_nothing(const std::optional<api::ColorPlace>& place) {
    return place ? std::to_string(place->number()) : "";
}

// "2 ## #bfd7ea", or the words.
std::string side(const std::optional<api::ColorPlace>& place, const api::Line& line,
                 const View& view) {
    const std::string number = number_or_nothing(place);
    const std::string before = number.empty() ? "" : number + " ";
    const auto color = color::parse_hex(line.text());
    const std::string swatch = color && place ? swatch_before(*color, view) : "";
    if (color && view.painter.is_plain()) return before + term::named_hex(*color);
    return before + swatch + term::safe_line(line.text());
}

std::string line_of(const Difference& difference, const View& view) {
    const std::string what(api::word_of(difference.what));
    const auto word = view.painter.is_plain() ? what + ": " : term::pad(what + " ", word_columns);
    std::string line = view.painter.styled(view.painter.dim(), word);
    const bool is_word = difference.what == Change::name || difference.what == Change::role ||
                         difference.what == Change::description;
    const api::Line none("-");
    if (is_word)
        return line + side(difference.to_place, difference.from.value_or(none), view) + " → " +
               term::safe_line(difference.to.value_or(none).text()) + "\n";
    if (difference.from) line += side(difference.from_place, *difference.from, view);
    if (difference.from && difference.to) line += " → ";
    if (difference.to) line += side(difference.to_place, *difference.to, view);
    return line + "\n";
}

}  // namespace

PaletteDifferences differences_of(const SourcePalette& one, const SourcePalette& other) {
    return Comparison(one, other).made();
}

constexpr std::array<Column, 5> difference_columns{
    {{"what"}, {"from_place"}, {"to_place"}, {"from"}, {"to"}}};
const Printed printed_differences{.shape = &api::shape_of<PaletteDifferences>,
                                  .columns = difference_columns};

void append_tsv(Tsv& tsv, const Difference& difference) {
    tsv.line(difference_columns, api::word_of(difference.what),
             number_or_nothing(difference.from_place), number_or_nothing(difference.to_place),
             text_or_nothing(difference.from), text_or_nothing(difference.to));
}

std::string text_of(const PaletteDifferences& differences, const View& view) {
    if (differences.equal) return "no difference\n";
    std::string text = term::safe_line(differences.one.text()) + " → " +
                       term::safe_line(differences.other.text()) + "\n";
    for (const Difference& one : differences.items)
        text += line_of(one, view);
    return text;
}

}  // namespace palette::cli
