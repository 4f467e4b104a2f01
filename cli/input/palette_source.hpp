// A palette for commands that read one wherever it is: in the registry, or in a file.
//
// What looks like a reference is one (42, alice/sea-glass, alice/sea-glass@3); everything else is a
// file, or stdin for `-`. The disk is not asked which, so that a command means the same in every
// folder; ./alice/nord is the file of that name. A folder stands for the files in it. A file needs
// no daemon.
#pragma once

#include "api/palette.hpp"
#include "cli/command_line/values.hpp"
#include "formats/record.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace palette::cli {

class Context;

inline constexpr api::TextRule palette_source_rule{
    "PaletteSource",
    "a palette (42, alice/sea-glass), or a file or folder of palettes; - for stdin",
    "alice/sea-glass", 1, path_rule.most};
using PaletteSource = api::Text<palette_source_rule>;

// A file tells of a palette what its format has room for; what it does not tell is left out here.
struct SourcePalette {
    std::string name;  // to speak of it by: "alice/sea-glass", "nord.gpl", "all.jsonl:3"
    api::Colors colors;
    std::optional<api::Title> title{};
    std::optional<api::Description> description{};
    api::Tags tags{};
    std::string file{};                 // its path as it was given; empty: it is of the registry
    std::optional<std::size_t> line{};  // where it begins in the file, if its format has lines

    [[nodiscard]] bool is_of_file() const { return !file.empty(); }
};

using TakePalette = std::function<void(SourcePalette palette)>;

// None of either for a palette of the registry.
struct FilesRead {
    std::size_t read = 0;
    std::size_t passed_over = 0;
};

// The palette of the registry, or each of the file in its order, of a folder file by file. Refuses
// what is not there, and (invalid_argument) a file at its first fault. Of a folder files that hold
// no palette are passed over, each with a note, unless their ending says that they are meant to;
// one at least must hold some.
[[nodiscard]] Result<FilesRead> each_palette(Context& context, const PaletteSource& source,
                                             const TakePalette& take);

inline constexpr api::WholeRule palette_number_rule{"PaletteNumber", "1 to 1,000,000", 2, 1,
                                                    1'000'000};
using PaletteNumber = api::Whole<palette_number_rule>;

// Which palette of a file, and the option that says so.
struct Pick {
    std::optional<PaletteNumber> number{};  // none: there must be one alone
    std::string_view option = "--palette";
};

// The palette that is picked. Refuses (invalid_argument) a file of several where none is, a number
// that the file does not have, and a number for a palette of the registry.
[[nodiscard]] Result<SourcePalette> one_palette(Context& context, const PaletteSource& source,
                                                const Pick& pick);

// The same with all that the file, or the registry, tells of it.
[[nodiscard]] Result<formats::Record> one_record(Context& context, const PaletteSource& source,
                                                 const Pick& pick);

}  // namespace palette::cli
