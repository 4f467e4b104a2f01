// A table: its name, its key type, its value type. All tables of a daemon stand on one page, its
// tables.hpp, as constants of this type.
//
// Keys are ordered as tuples: numbers big-endian, text by its bytes, so that a range of keys is a
// range of meaning. Values are a struct (see pack.hpp), or bytes as they are (`Blob`: JSON that is
// copied into replies unparsed). Every stored value carries a checksum that is verified when read.
#pragma once

#include <string_view>

namespace palette::store {

template <class Key, class Value>
struct Table {
    using key_type = Key;
    using value_type = Value;
    std::string_view name;
};

// Bytes that the store does not look into.
using Blob = std::string_view;

}  // namespace palette::store
