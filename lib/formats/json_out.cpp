// JSON, as palettectl prints a palette: an object, on a line of its own. It is read by json.hpp.
#include "api/writer.hpp"
#include "formats/format.hpp"

namespace palette::formats {

namespace {

std::string write(const api::Palette& palette) {
    return api::to_json(palette) + "\n";
}

}  // namespace

constinit const Format json_format{.name = "json",
                                   .summary = "an object, as palettectl prints it",
                                   .recognizes = nullptr,
                                   .read = nullptr,
                                   .write = write};

constinit const Format jsonl_format{.name = "jsonl",
                                    .summary = "the same on a line of its own",
                                    .recognizes = nullptr,
                                    .read = nullptr,
                                    .write = write};

}  // namespace palette::formats
