// Palettes of Sketch, as its plugin "Sketch Palettes" by A. Fiorillo saves them: a JSON object with
// `compatibleVersion` and `colors`, each with red, green, blue and alpha from 0 to 1, and since
// version 2 a name. Gradients and images in it are passed over.
#include "api/reader.hpp"
#include "base/trim.hpp"
#include "formats/color_models.hpp"
#include "formats/format.hpp"
#include "formats/json_tree.hpp"
#include "formats/json_values.hpp"

#include <array>
#include <optional>

namespace palette::formats {

namespace {

constexpr std::size_t most_sketch_bytes = 16 * 1024 * 1024;  // images in it may be long

constexpr api::TextRule name_rule{"Name", "text", "text", 0, 1'000'000};
using Name = api::Text<name_rule>;

struct SketchColor {
    api::Json red{};
    api::Json green{};
    api::Json blue{};
    api::Json alpha{"1"};
    std::optional<Name> name{};

    static constexpr std::string_view name_of_shape = "SketchColor";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&SketchColor::red>("0 to 1"),    field<&SketchColor::green>("0 to 1"),
            field<&SketchColor::blue>("0 to 1"),   field<&SketchColor::alpha>("0 to 1"),
            field<&SketchColor::name>("Its name"),
        };
    }
};

struct SketchPalette {
    api::List<SketchColor, 0, api::Colors::most> colors{};

    static constexpr std::string_view name_of_shape = "SketchPalette";
    static constexpr auto fields() {
        return std::array{api::field<&SketchPalette::colors>("In the order of the file")};
    }
};

// By the first of its members; the whole is parsed when it is read.
bool recognizes(std::string_view text) {
    text = without_leading_blanks(text);
    return text.starts_with('{') &&
           without_leading_blanks(text.substr(1)).starts_with("\"compatibleVersion\"");
}

std::optional<RecordColor> color_of(const SketchColor& found) {
    const auto red = part_of(found.red);
    const auto green = part_of(found.green);
    const auto blue = part_of(found.blue);
    const auto alpha = part_of(found.alpha);
    if (!red || !green || !blue || !alpha) return std::nullopt;
    color::Color color = color_of_rgb(*red, *green, *blue);
    color.a = byte_of(*alpha);
    return RecordColor{color, found.name ? found.name->text() : std::string()};
}

// Why it is no JSON. The tree is not built before, for images may be long.
FileFault fault_of_json(std::string_view text) {
    const auto tree = read_json_tree(text);
    return tree ? FileFault{at_line(1), "it is not JSON"} : tree.error();
}

// Of a file that is JSON.
Where line_of_color(std::string_view text, std::size_t number) {
    const auto tree = read_json_tree(text);
    const JsonNode* colors = tree ? tree->member("colors") : nullptr;
    const bool is_there = colors != nullptr && number < colors->members.size();
    return at_line(is_there ? colors->members[number].line : 1);
}

FileRead read(std::string_view text) {
    if (text.size() > most_sketch_bytes) return fault(at_line(1), "more than 16 MiB");
    api::Document document(most_sketch_bytes);
    if (!document.parse(text)) return tl::unexpected(fault_of_json(text));
    const auto palette = document.read<SketchPalette>(api::Unknown::ignored);
    if (!palette) return fault(at_line(1), palette.error().message);
    Record record;
    for (const SketchColor& found : palette->colors) {
        auto color = color_of(found);
        if (!color) {
            const std::size_t number = record.colors.size();
            return fault(line_of_color(text, number),
                         "colors[" + std::to_string(number) +
                             "]: red, green, blue and alpha must be from 0 to 1");
        }
        record.colors.push_back(*std::move(color));
    }
    if (record.colors.empty()) return no_colors(at_line(1));
    return record;
}

std::string write(const Record& record) {
    constexpr std::string_view heading = R"({"compatibleVersion":"2.0","pluginVersion":"2.0",)"
                                         R"("colors":[)";
    std::string json(heading);
    for (const RecordColor& one : record.colors) {
        const auto part = [](std::uint8_t byte) { return json_number(byte / 255.0); };
        if (json.size() > heading.size()) json += ',';
        json += R"({"name":)" + (one.name.empty() ? "null" : json_text(one.name)) + R"(,"red":)" +
                part(one.color.r) + R"(,"green":)" + part(one.color.g) + R"(,"blue":)" +
                part(one.color.b) + R"(,"alpha":)" + part(one.color.a) + "}";
    }
    return json + R"(],"gradients":[],"images":[]})" + "\n";
}

}  // namespace

constinit const Format sketch_format{
    .name = "sketch",
    .summary = "palette of Sketch",
    .suffixes = "sketchpalette",
    .recognizes = recognizes,
    .read = read,
    .write = write,
};

}  // namespace palette::formats
