// What a reader found in a file given in one piece, or in pieces of one byte.
#pragma once

#include "formats/reader.hpp"

#include <string_view>
#include <vector>

namespace palette::test {

struct Found {
    formats::Where where;
    Result<formats::Record> record;
};

inline std::vector<Found> found_in_pieces(std::string_view file, std::size_t piece_bytes,
                                          std::string_view suffix = {}) {
    std::vector<Found> found;
    formats::RecordReader reader(
        [&](formats::Where where, Result<formats::Record> record) {
            found.push_back({where, std::move(record)});
        },
        suffix);
    for (; !file.empty(); file.remove_prefix(std::min(piece_bytes, file.size())))
        reader.add(file.substr(0, piece_bytes));
    reader.finish();
    return found;
}

inline std::vector<Found> found_in(std::string_view file, std::string_view suffix = {}) {
    return found_in_pieces(file, file.size() + 1, suffix);
}

}  // namespace palette::test
