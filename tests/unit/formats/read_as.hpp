// What one format makes of the bytes of a file.
#pragma once

#include "catch.hpp"
#include "formats/format.hpp"

#include <string>
#include <string_view>

namespace palette::test {

inline formats::Record read_as(const formats::Format& format, std::string_view file) {
    auto record = format.read(file);
    INFO((record ? std::string() : record.error().message));
    REQUIRE(record);
    return *std::move(record);
}

// "12: why", with the line or the offset.
inline std::string fault_as(const formats::Format& format, std::string_view file) {
    const auto record = format.read(file);
    REQUIRE_FALSE(record);
    const auto unit = format.content == formats::Content::bytes ? formats::Where::Unit::byte
                                                                : formats::Where::Unit::line;
    CHECK(record.error().where.unit == unit);
    return std::to_string(record.error().where.number) + ": " + record.error().message;
}

struct BadFile {
    std::string file;
    std::string fault;  // what fault_as says begins with it
};

inline void check_faults(const formats::Format& format, const std::vector<BadFile>& files) {
    for (const BadFile& bad : files) {
        INFO(bad.fault);
        CHECK_THAT(fault_as(format, bad.file), Catch::StartsWith(bad.fault));
    }
}

// Every beginning of a valid file and the file with any byte changed end in a record or a fault
// that lies in the file.
inline void check_total(const formats::Format& format, const std::string& file) {
    const auto check = [&](const std::string& bytes) {
        const auto record = format.read(bytes);
        if (record) CHECK_FALSE(record->colors.empty());
        if (!record && record.error().where.unit == formats::Where::Unit::byte)
            CHECK(record.error().where.number <= bytes.size());
    };
    for (std::size_t length = 0; length < file.size(); ++length)
        check(file.substr(0, length));
    for (std::size_t i = 0; i < file.size(); ++i) {
        for (const char c : {'\0', '\x01', '\x7F', '\xFF'}) {
            std::string changed = file;
            changed[i] = c;
            check(changed);
        }
    }
}

}  // namespace palette::test
