// Between the model's plain values and those that travel.
#pragma once

#include "api/directory.hpp"
#include "world.hpp"

namespace palette::test {

[[nodiscard]] inline api::Colors colors_of(const std::vector<color::Color>& colors) {
    std::vector<api::Swatch> swatches;
    for (const color::Color& one : colors)
        swatches.push_back({.hex = one});
    return api::Colors(std::move(swatches));
}

[[nodiscard]] inline api::Tags tags_of(const std::vector<std::string>& words) {
    std::vector<api::Tag> tags;
    for (const std::string& word : words)
        tags.push_back(*api::Tag::from(word));
    return api::Tags(std::move(tags));
}

[[nodiscard]] inline api::PaletteRef by_number(std::uint64_t id) {
    return *api::PaletteRef::from(std::to_string(id));
}

// As the model would have it. Where it was forked from is a reference there, and a number here.
[[nodiscard]] inline ModelPalette model_of(const api::Palette& palette, std::uint64_t owner) {
    ModelPalette model{.owner = owner,
                       .slug = palette.slug.text(),
                       .title = palette.title.text(),
                       .description = palette.description.text(),
                       .is_private = palette.visibility == api::Visibility::private_,
                       .revision = palette.revision.value()};
    for (const api::Tag& tag : palette.tags)
        model.tags.push_back(tag.text());
    for (const api::Swatch& swatch : palette.colors)
        model.colors.push_back(swatch.hex);
    return model;
}

}  // namespace palette::test
