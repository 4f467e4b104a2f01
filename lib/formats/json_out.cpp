// JSON: a published palette as palettectl prints it, and what a file has said in the same shape as
// far as it goes; an object on a line of its own. Both are read by json.hpp.
#include "api/writer.hpp"
#include "formats/fit.hpp"
#include "formats/format.hpp"

namespace palette::formats {

namespace {

std::string write(const Record& record) {
    return api::to_json(fit(record, "").palette) + "\n";
}

std::string write_published(const api::Palette& palette) {
    return api::to_json(palette) + "\n";
}

}  // namespace

constinit const Format json_format{
    .name = "json",
    .summary = "an object, as palettectl prints it",
    .write = write,
    .write_published = write_published,
};

constinit const Format jsonl_format{
    .name = "jsonl",
    .summary = "the same on a line of its own",
    .write = write,
    .write_published = write_published,
};

}  // namespace palette::formats
