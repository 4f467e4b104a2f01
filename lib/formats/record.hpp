// A palette as it is found in a file: what is there, nothing made up. Text is UTF-8 of any length;
// fit.hpp makes a palette of ours of it, and record_of makes one of those a record again.
#pragma once

#include "api/palette.hpp"
#include "base/result.hpp"
#include "color/color.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace palette::formats {

struct RecordColor {
    color::Color color;
    std::string name{};  // empty: it has none
    std::string role{};
    std::string group{};  // a heading over several colors, where the format has such
    bool spot = false;    // an ink of its own

    friend bool operator==(const RecordColor&, const RecordColor&) = default;
};

struct Record {
    std::vector<RecordColor> colors;  // at least one
    std::string title{};              // these are empty when they are not there
    std::string description{};
    std::string author{};
    std::string source{};
    std::string url{};
    std::string license{};
    std::vector<std::string> tags{};
    std::optional<std::int64_t> rank{};  // 1 is the most loved where it comes from
    api::Visibility visibility = api::Visibility::public_;
    std::string ref{};  // "alice/sea-glass", of one that is published
    // What was not taken as it stands, a sentence each, in words of ours: "3 CMYK colors were
    // converted without a profile".
    std::vector<std::string> remarks{};
};

[[nodiscard]] Record record_of(const api::Palette& palette);

// Where in a file: the line for formats of lines, the offset for formats of bytes, else the number
// of the record; from 1, but an offset from 0. A file that is one palette as a whole is a place of
// its own.
struct Where {
    enum class Unit : std::uint8_t { line, byte, item, file } unit = Unit::line;
    std::size_t number = 1;

    friend bool operator==(const Where&, const Where&) = default;
};

[[nodiscard]] constexpr Where at_line(std::size_t number) {
    return {Where::Unit::line, number};
}
[[nodiscard]] constexpr Where at_byte(std::size_t offset) {
    return {Where::Unit::byte, offset};
}

// Gets each record of a file in its order, or why there is none at that place.
using TakeRecord = std::function<void(Where where, Result<Record> record)>;

}  // namespace palette::formats
