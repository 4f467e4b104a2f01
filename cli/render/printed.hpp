// What commands print to pipes and programs, described once: help and the manual are read off it,
// and a line of tsv that has not as many values as columns does not compile (tsv.hpp).
//
// Beside the renderings of a shape stand what prints it, such as `printed_palette` and
// `printed_palettes`: constants that live for the whole program.
#pragma once

#include "api/shape.hpp"

#include <span>
#include <string_view>

namespace palette::cli {

// Named as the member of the JSON that it shows; what is not, has a note.
struct Column {
    std::string_view name;
    std::string_view note{};  // "blank between"
};

struct Printed {
    // Of the object that --json prints. What has `items` is a list of them.
    const api::Shape* shape = nullptr;
    // Of a line of tsv. They only grow, at their end.
    std::span<const Column> columns{};
    // What a line tells of, where that is neither the object nor an item: "color".
    std::string_view line_of{};
};

// The shape of what is in a list; null when it is none.
[[nodiscard]] const api::Shape* item_of(const Printed& printed);

}  // namespace palette::cli
