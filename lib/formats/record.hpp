// A palette as it is found in a file: what is there, nothing made up. Text is UTF-8 of any length;
// fit.hpp makes a palette of ours of it.
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
};

// Where in a file: the line for formats of lines, else the number of the record; from 1. A file
// that is one palette as a whole is a place of its own.
struct Where {
    enum class Unit : std::uint8_t { line, item, file } unit = Unit::line;
    std::size_t number = 1;

    friend bool operator==(const Where&, const Where&) = default;
};

// Gets each record of a file in its order, or why there is none at that place.
using TakeRecord = std::function<void(Where where, Result<Record> record)>;

}  // namespace palette::formats
