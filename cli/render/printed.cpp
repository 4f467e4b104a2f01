#include "cli/render/printed.hpp"

namespace palette::cli {

const api::Shape* item_of(const Printed& printed) {
    const api::Member* items = api::find_member(*printed.shape, "items");
    return items == nullptr ? nullptr : items->shape->element;
}

}  // namespace palette::cli
