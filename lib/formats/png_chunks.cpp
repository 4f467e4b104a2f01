#include "formats/png_chunks.hpp"

#include "base/utf8.hpp"
#include "formats/byte_reader.hpp"
#include "formats/byte_writer.hpp"

#include <algorithm>
#include <array>

namespace palette::formats {

namespace {

constexpr std::size_t heading_bytes = 4 + 4 + 13 + 4;  // IHDR, which comes first
constexpr std::size_t most_text_bytes = 64 * 1024;

struct Keyword {
    std::string_view name;
    std::string Record::*member;
};
constexpr std::array keywords{
    Keyword{"Title", &Record::title},       Keyword{"Description", &Record::description},
    Keyword{"Author", &Record::author},     Keyword{"Source", &Record::source},
    Keyword{"Copyright", &Record::license},
};

// Latin-1 as UTF-8.
std::string from_latin(std::string_view latin) {
    std::string text;
    for (const char c : latin) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80) text += static_cast<char>(0xC0U | byte >> 6U);
        text += byte >= 0x80 ? static_cast<char>(0x80U | (byte & 0x3FU)) : c;
    }
    return text;
}

// What follows the first 0, and ends where it ends.
std::string_view past_zero(std::string_view bytes) {
    const auto zero = bytes.find('\0');
    return zero == std::string_view::npos ? std::string_view() : bytes.substr(zero + 1);
}

// keyword 0 compressed method language 0 translated 0 text
std::string international(std::string_view body) {
    const std::string_view flags = past_zero(body);
    if (flags.size() < 2 || flags.front() != 0) return {};
    const std::string_view text = past_zero(past_zero(flags.substr(2)));
    return is_utf8(text) ? std::string(text) : std::string();
}

void take_chunk(const PngChunk& chunk, Record& record) {
    const std::string_view body = chunk.body;
    const std::string_view name = body.substr(0, body.find('\0'));
    const auto keyword = std::ranges::find(keywords, name, &Keyword::name);
    if (keyword == keywords.end() || body.size() > most_text_bytes) return;
    std::string& member = record.*keyword->member;
    if (!member.empty()) return;
    if (chunk.type == "tEXt") member = from_latin(past_zero(body));
    if (chunk.type == "iTXt") member = international(body);
}

// A bit at a time, which will do for a few words. Source: the same, annex D.
std::uint32_t checksum(std::string_view bytes) {
    constexpr std::uint32_t polynomial = 0xEDB8'8320;
    std::uint32_t sum = 0xFFFF'FFFF;
    for (const char c : bytes) {
        sum ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum & 1U) != 0 ? sum >> 1U ^ polynomial : sum >> 1U;
    }
    return ~sum;
}

// Of letters of ASCII as tEXt, which every program reads.
std::string chunk_of(std::string_view name, std::string_view text) {
    const bool is_ascii = std::ranges::all_of(text, [](char c) {
        return c == '\n' || (c >= ' ' && static_cast<unsigned char>(c) < 0x7F);
    });
    std::string body = is_ascii ? "tEXt" : "iTXt";
    body += name;
    body += '\0';
    if (!is_ascii) body += std::string(4, '\0');
    body += text.substr(0, text.find('\0'));
    ByteWriter chunk(std::endian::big);
    chunk.u32(static_cast<std::uint32_t>(body.size() - 4));
    chunk.bytes(body);
    chunk.u32(checksum(body));
    return std::move(chunk).file();
}

}  // namespace

PngChunks png_chunks(std::string_view bytes) {
    if (bytes.size() > most_png_bytes) return fault(at_byte(most_png_bytes), "more than 16 MiB");
    std::vector<PngChunk> chunks;
    ByteReader file(bytes, std::endian::big, png_signature.size());
    while (file.left() > 0 && (chunks.empty() || chunks.back().type != "IEND")) {
        const std::size_t begin = file.offset();
        if (chunks.size() == most_png_chunks)
            return fault(at_byte(begin),
                         "more than " + std::to_string(most_png_chunks) + " chunks");
        const std::size_t length = file.u32();
        const std::string_view type = file.bytes(4);
        const std::string_view body = file.bytes(length);
        static_cast<void>(file.u32());
        if (file.is_short()) {
            return fault(at_byte(begin), "it ends in the middle of a chunk of " +
                                             std::to_string(length) + " bytes");
        }
        chunks.push_back({begin, type, body, bytes.substr(begin, file.offset() - begin)});
    }
    return chunks;
}

std::string image_alone(const std::vector<PngChunk>& chunks) {
    constexpr auto of_image =
        std::to_array<std::string_view>({"IHDR", "PLTE", "tRNS", "IDAT", "IEND"});
    std::string file(png_signature);
    for (const PngChunk& chunk : chunks) {
        if (std::ranges::count(of_image, chunk.type) > 0) file += chunk.whole;
    }
    return file;
}

void take_png_text(const std::vector<PngChunk>& chunks, Record& record) {
    for (const PngChunk& chunk : chunks)
        take_chunk(chunk, record);
}

std::string with_png_text(std::string_view png, const Record& record) {
    constexpr std::size_t begin = png_signature.size() + heading_bytes;
    std::string file(png.substr(0, begin));
    for (const Keyword& keyword : keywords) {
        const std::string_view text =
            fitting_characters(record.*keyword.member, most_text_bytes / 2);
        if (!text.empty()) file += chunk_of(keyword.name, text);
    }
    file += png.substr(begin);
    return file;
}

}  // namespace palette::formats
