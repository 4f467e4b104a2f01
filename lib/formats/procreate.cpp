// Palettes of Procreate: a zip archive with Swatches.json, an object with a name and up to 30
// swatches, which are null or have hue, saturation, brightness and alpha from 0 to 1; or an array
// of such objects, as its earlier versions wrote them. Procreate has published no specification;
// this is what its files have.
//
// What is written has the title and colors with alpha; no names, for which the format has no place.
#include "api/reader.hpp"
#include "formats/color_models.hpp"
#include "formats/format.hpp"
#include "formats/groups.hpp"
#include "formats/json_values.hpp"
#include "formats/zip_archive.hpp"

#include <array>
#include <optional>

namespace palette::formats {

namespace {

constexpr std::size_t most_swatches = 30;
constexpr std::size_t most_palettes = 64;

const std::string& name_of_json() {
    static const std::string name = "Swatches.json";
    return name;
}

struct Swatch {
    api::Json hue{};
    api::Json saturation{};
    api::Json brightness{};
    api::Json alpha{"1"};

    static constexpr std::string_view name_of_shape = "Swatch";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&Swatch::hue>("Part of a turn"),
            field<&Swatch::saturation>("0 to 1"),
            field<&Swatch::brightness>("0 to 1"),
            field<&Swatch::alpha>("0 to 1"),
        };
    }
};

constexpr api::TextRule name_rule{"Name", "text", "text", 0, 1'000'000};

struct Swatches {
    std::optional<api::Text<name_rule>> name{};
    api::List<api::Json, 0, api::Colors::most> swatches{};  // null where the place is free

    static constexpr std::string_view name_of_shape = "Swatches";
    static constexpr auto fields() {
        using api::field;
        return std::array{field<&Swatches::name>("Its name"),
                          field<&Swatches::swatches>("In the order of their places")};
    }
};
using Palettes = api::List<Swatches, 0, most_palettes>;

Result<Palettes> read_palettes(const std::string& json) {
    api::Document document(most_inflated_bytes);
    if (!document.parse(json)) return refuse(ErrorKind::invalid_argument, "", "it is not JSON");
    if (!json.starts_with('[')) {
        return document.read<Swatches>(api::Unknown::ignored).map([](Swatches&& palette) {
            return Palettes{{std::move(palette)}};
        });
    }
    Palettes palettes;
    api::Faults faults;
    document.read_into(api::shape_of<Palettes>, &palettes, api::Unknown::ignored, faults);
    if (!faults.none()) return refuse(faults.error());
    return palettes;
}

std::optional<color::Color> color_of(const api::Json& json) {
    const auto swatch = api::read_json<Swatch>(json.text());
    if (!swatch) return std::nullopt;
    const auto hue = part_of(swatch->hue);
    const auto saturation = part_of(swatch->saturation);
    const auto brightness = part_of(swatch->brightness);
    const auto alpha = part_of(swatch->alpha);
    if (!hue || !saturation || !brightness || !alpha) return std::nullopt;
    color::Color color = color_of_hsb(*hue, *saturation, *brightness);
    color.a = byte_of(*alpha);
    return color;
}

FileRead read(std::string_view archive) {
    const auto json = file_in_archive(archive, name_of_json());
    if (!json) return tl::unexpected(json.error());
    const Where where = at_byte(archive.find(name_of_json()));
    const auto palettes = read_palettes(*json);
    if (!palettes) return fault(where, name_of_json() + ": " + palettes.error().message);
    Record record;
    for (const Swatches& palette : *palettes) {
        for (std::size_t i = 0; i < palette.swatches.size(); ++i) {
            const api::Json& swatch = palette.swatches[i];
            if (swatch.text() == "null") continue;
            const auto color = color_of(swatch);
            if (!color) {
                return fault(where, name_of_json() + ": swatches[" + std::to_string(i) +
                                        "]: hue, saturation, brightness and alpha must be from 0 "
                                        "to 1");
            }
            if (record.colors.size() == api::Colors::most) return too_many_colors(where);
            std::string group = palette.name ? palette.name->text() : std::string();
            record.colors.push_back({*color, {}, {}, std::move(group)});
        }
    }
    if (record.colors.empty()) return no_colors(where);
    name_by_only_group(record);
    return record;
}

std::string write(const Record& record) {
    std::string json = R"({"name":)" + json_text(record.title) + R"(,"swatches":[)";
    for (const RecordColor& one : record.colors) {
        const color::Vector hsb = hsb_of(one.color);
        if (!json.ends_with('[')) json += ',';
        json += R"({"hue":)" + json_number(hsb[0]) + R"(,"saturation":)" + json_number(hsb[1]) +
                R"(,"brightness":)" + json_number(hsb[2]) + R"(,"alpha":)" +
                json_number(one.color.a / 255.0) + R"(,"colorSpace":0})";
    }
    return archive_of_file(name_of_json(), json + "]}");
}

}  // namespace

constinit const Format procreate_format{
    .name = "procreate",
    .summary = "palette of Procreate, at most 30 colors",
    .suffixes = "swatches",
    .content = Content::bytes,
    .recognizes = [](std::string_view file) { return file.starts_with("PK\x03\x04"); },
    .read = read,
    .write = write,
    .most_colors = most_swatches,
};

}  // namespace palette::formats
