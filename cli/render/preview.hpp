// A palette in use: text, buttons and a chart in its colors.
#pragma once

#include "cli/render/color.hpp"
#include "cli/render/contrast_matrix.hpp"

#include <string>

namespace palette::cli {

enum class PreviewPart : std::uint8_t { text, link, button, bar };
inline constexpr std::array<std::string_view, 4> preview_part_words{"text", "link", "button",
                                                                    "bar"};
constexpr api::ChoiceRule choice_rule(PreviewPart) {
    return {"PreviewPart", "what is painted", preview_part_words};
}

// Colors shown beside text and background.
inline constexpr std::size_t most_accents = 12;

struct Painted {
    PreviewPart part = PreviewPart::text;
    PlacedColor color{api::ColorPlace(1), color::Color{}};
    PlacedColor on{api::ColorPlace(1), color::Color{}};
    Contrast ratio{api::Blank{}};
    color::WcagGrade grade = color::WcagGrade::none;

    static constexpr std::string_view name_of_shape = "Painted";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&Painted::part>("text, link, button or bar"),
            field<&Painted::color>("Its color; of a button, that of its words"),
            field<&Painted::on>("What it stands on"),
            field<&Painted::ratio>("Their WCAG 2 contrast"),
            field<&Painted::grade>("What that is enough for: AAA 7, AA 4.5, AA-large 3"),
        };
    }
};

struct Preview {
    api::List<Painted, 0, 1 + 3 * most_accents> items{};
    api::Count left_out = 0;

    static constexpr std::string_view name_of_shape = "Preview";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&Preview::items>("What is painted, in which colors"),
            field<&Preview::left_out>("Colors that there was no room for"),
        };
    }
};

// Background and text are the colors with such roles. Without: the background is the first color if
// that is the lightest or the darkest, else the lightest; text is what has most contrast with it.
// A button's words are in that of the two which is read better.
[[nodiscard]] Preview preview_of(const api::Colors& colors);

void append_tsv(Tsv& tsv, const Painted& painted);
extern const Printed printed_preview;
[[nodiscard]] std::string text_of(const Preview& preview, const View& view);

}  // namespace palette::cli
