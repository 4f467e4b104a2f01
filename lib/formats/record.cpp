#include "formats/record.hpp"

namespace palette::formats {

namespace {

template <class Text>
std::string text_of(const std::optional<Text>& text) {
    return text ? text->text() : std::string();
}

}  // namespace

Record record_of(const api::Palette& palette) {
    Record record{.colors{},
                  .title = palette.title.text(),
                  .description = palette.description.text(),
                  .visibility = palette.visibility,
                  .ref = palette.ref.text()};
    record.colors.reserve(palette.colors.size());
    for (const api::Swatch& swatch : palette.colors)
        record.colors.push_back({swatch.hex, text_of(swatch.name), text_of(swatch.role)});
    for (const api::Tag& tag : palette.tags)
        record.tags.push_back(tag.text());
    if (palette.credit) {
        record.author = text_of(palette.credit->author);
        record.source = text_of(palette.credit->source);
        record.url = text_of(palette.credit->url);
        record.license = text_of(palette.credit->license);
    }
    return record;
}

}  // namespace palette::formats
