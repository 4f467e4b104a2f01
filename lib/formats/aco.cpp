// Swatches of Photoshop. Source: Adobe Photoshop File Formats Specification, "Color Swatches".
//
// A file is a table of version 1, which has no names, and perhaps one of version 2 after it, which
// has the same colors and their names; some have only the second. Numbers have the higher byte
// first. What is written has both tables, in RGB; no alpha.
#include "formats/byte_reader.hpp"
#include "formats/byte_writer.hpp"
#include "formats/color_models.hpp"
#include "formats/format.hpp"
#include "formats/utf16.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace palette::formats {

namespace {

constexpr std::size_t most_name_units = 0xFFFE;
constexpr double most_of_16_bits = 0xFFFF;
constexpr double most_of_percent = 10'000;  // hundredths
constexpr double hundredths = 100;

enum Space : std::uint16_t { rgb = 0, hsb = 1, cmyk = 2, lab = 7, gray = 8, wide_cmyk = 9 };

constexpr std::size_t color_bytes = 10;
constexpr std::size_t length_bytes = 4;  // of a name

bool is_version(std::uint16_t number) {
    return number == 1 || number == 2;
}

bool skip_table(ByteReader& file) {
    const std::uint16_t version = file.u16();
    const std::size_t count = file.u16();
    for (std::size_t i = 0; i < count && !file.is_short(); ++i) {
        static_cast<void>(file.bytes(color_bytes));
        if (version == 2) static_cast<void>(file.bytes(std::size_t{2} * file.u32()));
    }
    return is_version(version) && count > 0 && !file.is_short();
}

// That one table or two are the whole of it: other files of bytes, such as a color table of dark
// colors, begin alike.
bool recognizes(std::string_view bytes) {
    ByteReader file(bytes, std::endian::big);
    return skip_table(file) && (file.left() == 0 || (skip_table(file) && file.left() == 0));
}

struct Table {
    std::uint16_t version = 0;
    std::vector<RecordColor> colors{};
    Conversions conversions{};
};
using TableRead = tl::expected<Table, FileFault>;

// A color of the four numbers that one has, whatever its space needs of them.
std::optional<color::Color> color_of(Space space, const std::array<double, 4>& numbers,
                                     Conversions& conversions) {
    const auto [a, b, c, d] = numbers;
    const auto part = [](double number) { return number / most_of_16_bits; };
    const auto axis = [](double number) {  // a number with a sign, whose bits were read without
        return (number > 0x7FFF ? number - 0x1'0000 : number) / hundredths;
    };
    switch (space) {
        case rgb:
            return color_of_rgb(part(a), part(b), part(c));
        case hsb:
            return color_of_hsb(part(a), part(b), part(c));
        case cmyk:  // 0 is all the ink there is
            return conversions.cmyk(1 - part(a), 1 - part(b), 1 - part(c), 1 - part(d));
        case lab:
            if (a > most_of_percent) return std::nullopt;
            return conversions.lab(a / hundredths, axis(b), axis(c));
        case gray:
            if (a > most_of_percent) return std::nullopt;
            return color_of_gray(a / most_of_percent);
        case wide_cmyk:
            if (std::ranges::max(numbers) > most_of_percent) return std::nullopt;
            return conversions.cmyk(a / most_of_percent, b / most_of_percent, c / most_of_percent,
                                    d / most_of_percent);
    }
    return std::nullopt;
}

tl::expected<RecordColor, FileFault> read_color(ByteReader& file, Table& table) {
    const std::size_t begin = file.offset();
    const auto space = static_cast<Space>(file.u16());
    std::array<double, 4> numbers{};
    for (double& number : numbers)
        number = file.u16();
    std::string name;
    if (table.version == 2) {
        const std::size_t units = file.u32();
        if (units > file.left() / 2) {
            return fault(at_byte(begin), "a name of " + std::to_string(units) + " letters, and " +
                                             std::to_string(file.left()) + " bytes are left");
        }
        name = from_utf16(file.bytes(2 * units));
    }
    if (file.is_short()) return fault(at_byte(begin), "it ends in the middle of a color");
    const auto color = color_of(space, numbers, table.conversions);
    if (!color) {
        return fault(at_byte(begin), "a color of kind " + std::to_string(space) +
                                         ", or one whose numbers are out of range");
    }
    return RecordColor{*color, std::move(name)};
}

TableRead read_table(ByteReader& file) {
    const std::size_t begin = file.offset();
    Table table{.version = file.u16()};
    const std::size_t count = file.u16();
    const std::size_t fewest_bytes = color_bytes + (table.version == 1 ? 0 : length_bytes);
    if (count > api::Colors::most && count * fewest_bytes <= file.left())
        return too_many_colors(at_byte(begin + 2));
    if (file.is_short() || count * fewest_bytes > file.left()) {
        return fault(at_byte(begin + 2), std::to_string(count) + " colors, and " +
                                             std::to_string(file.left()) + " bytes are left");
    }
    for (std::size_t i = 0; i < count; ++i) {
        auto color = read_color(file, table);
        if (!color) return tl::unexpected(std::move(color.error()));
        table.colors.push_back(*std::move(color));
    }
    return table;
}

FileRead read(std::string_view bytes) {
    ByteReader file(bytes, std::endian::big);
    if (!is_version(ByteReader(file).u16()))
        return fault(at_byte(0), "it begins with no table of version 1 or 2");
    auto table = read_table(file);
    const bool more = table && table->version == 1 && ByteReader(file).u16() == 2;
    if (more) {
        const std::size_t begin = file.offset();
        auto named = read_table(file);
        if (named && named->colors.size() != table->colors.size())
            return fault(at_byte(begin), "its two tables do not have the same count of colors");
        table = std::move(named);
    }
    if (!table) return tl::unexpected(std::move(table.error()));
    if (table->colors.empty()) return no_colors(at_byte(file.offset()));
    Record record{.colors = std::move(table->colors)};
    record.remarks = table->conversions.remarks();
    return record;
}

void append_table(ByteWriter& file, std::uint16_t version, const Record& record) {
    constexpr std::uint16_t step = 0x0101;  // from 8 bits to 16
    file.u16(version);
    file.u16(static_cast<std::uint16_t>(record.colors.size()));
    for (const RecordColor& one : record.colors) {
        file.u16(rgb);
        for (const std::uint8_t part : {one.color.r, one.color.g, one.color.b})
            file.u16(static_cast<std::uint16_t>(part * step));
        file.u16(0);
        if (version == 1) continue;
        const std::string name = to_utf16(one.name, most_name_units);
        file.u32(static_cast<std::uint32_t>(name.size() / 2 + 1));
        file.bytes(name);
        file.u16(0);
    }
}

std::string write(const Record& record) {
    ByteWriter file(std::endian::big);
    append_table(file, 1, record);
    append_table(file, 2, record);
    return std::move(file).file();
}

}  // namespace

constinit const Format aco_format{
    .name = "aco",
    .summary = "swatches of Photoshop",
    .content = Content::bytes,
    .recognizes = recognizes,
    .read = read,
    .write = write,
};

}  // namespace palette::formats
