#include "cli/render/generated.hpp"

namespace palette::cli {

const Printed printed_generated{.shape = &api::shape_of<GeneratedColors>,
                                .columns = color_item_columns};

std::string text_of(const GeneratedColors& colors, const View& view) {
    ColorItems items;
    for (const ColorItem& item : colors.items)
        items.items.push_back(item);
    return text_of(items, view);
}

}  // namespace palette::cli
