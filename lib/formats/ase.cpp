// Adobe Swatch Exchange: blocks of groups and colors, as Illustrator, InDesign and Photoshop write
// them. Adobe has published no specification; this is the layout that the files of these programs
// have. Numbers have the higher byte first:
//
//   file    "ASEF", version 1.0 as two numbers of 16 bits, count of blocks (32), blocks
//   block   kind (16), length of its body (32), body
//   body    of a group's begin (c001): its name; of its end (c002): nothing
//           of a color (0001): name, model of four letters, components as floats, type (16)
//   name    length in units with the 0 at its end (16), UTF-16
//
// What is written has colors in RGB, which are spot colors or normal ones, below the groups of
// groups.hpp; no alpha.
#include "formats/byte_reader.hpp"
#include "formats/byte_writer.hpp"
#include "formats/color_models.hpp"
#include "formats/format.hpp"
#include "formats/groups.hpp"
#include "formats/utf16.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace palette::formats {

namespace {

constexpr std::string_view signature = "ASEF";
constexpr std::uint16_t known_version = 1;
constexpr std::size_t most_name_units = 0xFFFE;  // with the 0 after it, what its length can say

enum BlockKind : std::uint16_t { color_block = 0x0001, group_begin = 0xC001, group_end = 0xC002 };
enum ColorType : std::uint16_t { global = 0, spot = 1, normal = 2 };

struct Range {
    float least;
    float most;
};
constexpr Range part{0, 1};
constexpr Range axis{-128, 128};

std::string shown(float number) {
    std::array<char, 32> text{};
    static_cast<void>(std::snprintf(text.data(), text.size(), "%g", static_cast<double>(number)));
    return text.data();
}

std::string read_name(ByteReader& body) {
    return from_utf16(body.bytes(std::size_t{2} * body.u16()));
}

// Reads a file block by block; the first fault ends it.
class Reading {
  public:
    explicit Reading(std::string_view file) : file_(file, std::endian::big) {}

    FileRead record() {
        static_cast<void>(file_.bytes(signature.size()));
        const std::uint16_t version = file_.u16();
        const std::uint16_t minor = file_.u16();
        const std::uint32_t count = file_.u32();
        if (file_.is_short()) return fault(at_byte(file_.offset()), "it ends in its heading");
        if (version != known_version) {
            return fault(at_byte(signature.size()), "of version " + std::to_string(version) + "." +
                                                        std::to_string(minor) +
                                                        ", and only 1.0 is known");
        }
        for (std::uint32_t i = 0; i < count && !fault_; ++i) {
            if (file_.left() > 0) {
                read_block();
            } else {
                refuse_at(file_.offset(), "it ends after " + std::to_string(i) + " of " +
                                              std::to_string(count) + " blocks");
            }
        }
        if (fault_) return tl::unexpected(*std::move(fault_));
        if (record_.colors.empty()) return no_colors(at_byte(file_.offset()));
        record_.remarks = conversions_.remarks();
        name_by_only_group(record_);
        return std::move(record_);
    }

  private:
    void refuse_at(std::size_t offset, std::string message) {
        if (!fault_) fault_ = FileFault{at_byte(offset), std::move(message)};
    }

    void read_block() {
        const std::size_t begin = file_.offset();
        const std::uint16_t kind = file_.u16();
        const std::uint32_t length = file_.u32();
        if (file_.is_short() || length > file_.left()) {
            return refuse_at(begin, "a block of " + std::to_string(length) + " bytes, and " +
                                        std::to_string(file_.left()) + " are left");
        }
        ByteReader body = file_.part(length);
        if (kind == group_begin) group_ = read_name(body);
        if (kind == group_end) group_.clear();
        if (kind == color_block) read_color(body);
        if (body.is_short()) refuse_at(begin, "a block that is too short for what is in it");
    }

    void read_color(ByteReader& body) {
        if (record_.colors.size() == api::Colors::most) {
            fault_ = too_many_colors(at_byte(body.offset())).value();
            return;
        }
        std::string name = read_name(body);
        const color::Color color = read_components(body);
        const bool is_spot = body.left() >= 2 && body.u16() == spot;
        record_.colors.push_back({color, std::move(name), {}, group_, is_spot});
    }

    color::Color read_components(ByteReader& body) {
        const std::size_t begin = body.offset();
        const std::string_view model = body.bytes(4);
        if (body.is_short()) return {};  // which read_block refuses
        const auto next = [&](Range range) { return component(body, range); };
        if (model == "RGB ") {
            const std::array rgb{next(part), next(part), next(part)};
            return color_of_rgb(rgb[0], rgb[1], rgb[2]);
        }
        if (model == "CMYK") {
            const std::array inks{next(part), next(part), next(part), next(part)};
            return conversions_.cmyk(inks[0], inks[1], inks[2], inks[3]);
        }
        if (model == "LAB " || model == "Lab ") {
            const std::array lab{next(part), next(axis), next(axis)};
            return conversions_.lab(lab[0] * 100, lab[1], lab[2]);
        }
        if (model == "Gray" || model == "GRAY") return color_of_gray(next(part));
        refuse_at(begin, "a color in a model other than RGB, CMYK, LAB and Gray");
        return {};
    }

    double component(ByteReader& body, Range range) {
        const std::size_t begin = body.offset();
        const float number = body.f32();
        if (std::isfinite(number) && number >= range.least && number <= range.most)
            return static_cast<double>(number);
        refuse_at(begin, "a component is " + shown(number) + ", and must be from " +
                             shown(range.least) + " to " + shown(range.most));
        return 0;
    }

    ByteReader file_;
    Record record_;
    std::string group_;
    Conversions conversions_;
    std::optional<FileFault> fault_;
};

void append_block(ByteWriter& file, BlockKind kind, std::string_view body) {
    file.u16(kind);
    file.u32(static_cast<std::uint32_t>(body.size()));
    file.bytes(body);
}

void append_name(ByteWriter& body, std::string_view name) {
    const std::string units = to_utf16(name, most_name_units);
    body.u16(static_cast<std::uint16_t>(units.size() / 2 + 1));
    body.bytes(units);
    body.u16(0);
}

std::string color_body(const RecordColor& one) {
    ByteWriter body(std::endian::big);
    append_name(body, one.name);
    body.bytes("RGB ");
    for (const std::uint8_t part_of_255 : {one.color.r, one.color.g, one.color.b})
        body.f32(static_cast<float>(part_of_255) / 255.0F);
    body.u16(one.spot ? spot : normal);
    return std::move(body).file();
}

std::string group_body(std::string_view name) {
    ByteWriter body(std::endian::big);
    append_name(body, name);
    return std::move(body).file();
}

std::string write(const Record& record) {
    const auto groups = groups_to_write(record);
    ByteWriter blocks(std::endian::big);
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < record.colors.size(); ++i) {
        const bool begins = !groups[i].empty() && (i == 0 || groups[i - 1] != groups[i]);
        const bool ends =
            !groups[i].empty() && (i + 1 == record.colors.size() || groups[i + 1] != groups[i]);
        if (begins) append_block(blocks, group_begin, group_body(groups[i]));
        append_block(blocks, color_block, color_body(record.colors[i]));
        if (ends) append_block(blocks, group_end, {});
        count += 1U + (begins ? 1U : 0U) + (ends ? 1U : 0U);
    }
    ByteWriter file(std::endian::big);
    file.bytes(signature);
    file.u16(known_version);
    file.u16(0);
    file.u32(count);
    file.bytes(std::move(blocks).file());
    return std::move(file).file();
}

}  // namespace

constinit const Format ase_format{
    .name = "ase",
    .summary = "Adobe Swatch Exchange",
    .content = Content::bytes,
    .recognizes = [](std::string_view file) { return file.starts_with(signature); },
    .read = [](std::string_view file) { return Reading(file).record(); },
    .write = write,
};

}  // namespace palette::formats
