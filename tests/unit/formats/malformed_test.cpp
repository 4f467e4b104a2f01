// Files that are broken, or of formats that are not known: whatever they are, they end soon, within
// bounds, in a sentence that says where and what.
#include "catch.hpp"
#include "collected.hpp"
#include "formats/xml.hpp"
#include "test_data.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>

using namespace palette;
using namespace palette::formats;

namespace {

constexpr std::size_t most_resident_bytes = 256 * 1024 * 1024;
constexpr std::chrono::seconds longest{2};

std::vector<test::Found> found_in_file(const std::filesystem::path& file,
                                       const std::string& bytes) {
    const std::string suffix = file.extension().string();
    return test::found_in(bytes, suffix.empty() ? suffix : suffix.substr(1));
}

std::string place_of(const Where& where) {
    const bool is_byte = where.unit == Where::Unit::byte;
    return (is_byte ? "byte " : "line ") + std::to_string(where.number) + ": ";
}

// What a process of its own took to read the file.
struct Cost {
    std::size_t resident_bytes = 0;
    std::chrono::microseconds time{};
};

Cost cost_of(const std::filesystem::path& file, const std::string& bytes) {
    const pid_t child = ::fork();
    if (child == 0) {
        static_cast<void>(found_in_file(file, bytes));
        ::_exit(0);
    }
    int status = 0;
    rusage usage{};
    REQUIRE(::wait4(child, &status, 0, &usage) == child);
    CHECK(status == 0);
    const auto spent = [](const timeval& time) {
        return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
    };
    return {static_cast<std::size_t>(usage.ru_maxrss) * 1024,
            spent(usage.ru_utime) + spent(usage.ru_stime)};
}

void check_cost(const std::filesystem::path& file, const std::string& bytes) {
    const Cost cost = cost_of(file, bytes);
    CHECK(cost.time < longest);
#ifndef PALETTE_SANITIZED  // which keeps what was freed
    CHECK(cost.resident_bytes < most_resident_bytes);
#endif
}

}  // namespace

TEST_CASE("malformed files end in where and what, soon and within bounds") {
    struct Row {
        std::string file;
        std::string refusal;
    };
    for (const Row& row : {
             Row{"aco-count-65535-short.aco", "byte 2: aco: 65535 colors, and 10 bytes are left"},
             Row{"act-767-bytes.act", "byte 767: act: it has 767 bytes, and must have 768 or 772"},
             Row{"act-count-1000.act", "byte 768: act: it says that it has 1000 colors"},
             Row{"ase-blocklen-huge.ase", "byte 12: ase: a block of 2147483647 bytes, and 10"},
             Row{"ase-count-ffffffff.ase", "byte 12: ase: it ends after 0 of 4294967295 blocks"},
             Row{"ase-nan.ase", "byte 28: ase: a component is nan, and must be from 0 to 1"},
             Row{"ase_unsupported_version.ase", "byte 4: ase: of version 0.1"},
             Row{"jasc-count-mismatch.pal", "line 5: pal: it ends after 2 of 16 colors"},
             Row{"jasc-negative-count.pal", "line 3: pal: expected the count of colors"},
             Row{"jasc_empty.pal", "line 3: pal: there are no colors"},
             Row{"riff-size-wrong.pal", "byte 4: riff: it says that 2147483647 bytes follow"},
             Row{"svg-external-entity.svg", "line 1: svg: it declares entities"},
             Row{"swatches-inflate-200MB.swatches",
                 "byte 30: procreate: Swatches.json has 209715200 bytes"},
             Row{"rgb_bad-coding.txt", "line 1: txt: expected eight digits"},
         }) {
        const auto bytes = test::test_data("formats/malformed/" + row.file);
        if (!bytes) return;
        INFO(row.file);
        const auto found = found_in_file(row.file, *bytes);
        REQUIRE(found.size() == 1);
        REQUIRE_FALSE(found[0].record);
        CHECK_THAT(place_of(found[0].where) + found[0].record.error().message,
                   Catch::StartsWith(row.refusal));
    }
}

TEST_CASE("no malformed file takes long, or much") {
    if (!test::test_data("formats/malformed.csv")) return;
    for (const auto& row : test::test_rows("formats/malformed.csv", ',')) {
        INFO(row.front());
        check_cost(row.front(), *test::test_data("formats/" + row.front()));
    }
}

TEST_CASE("the largest of XML that is read stays within bounds") {
    std::string xml = "<svg>";
    while (xml.size() < most_xml_bytes - 16)
        xml += "<a/>x";
    check_cost("a.svg", xml + "</svg>");
}

TEST_CASE("a length is not believed before the bytes are there") {
    const auto read_golden = [](const std::string& name) {
        std::ifstream in(std::filesystem::path(PALETTE_PINNED_FOLDER) / "formats" / name,
                         std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    };
    constexpr std::string_view huge = "\x7F\xFF\xFF\xF0";
    for (const std::string name : {"sea-glass.png", "sea-glass.ase", "sea-glass.aco",
                                   "sea-glass.riff", "sea-glass.procreate"}) {
        const std::string golden = read_golden(name);
        for (std::size_t at = 4; at + 4 < std::min<std::size_t>(golden.size(), 60); ++at) {
            INFO(name << " at " << at);
            check_cost(name, std::string(golden).replace(at, 4, huge));
        }
    }
}

TEST_CASE("files of formats that are not known are no palettes") {
    if (!test::test_data("formats/MANIFEST.csv")) return;
    // A table of 256 colors and nothing else, which is what ACT is; and one that CSV has a place
    // for.
    const std::vector<std::string> known{"other/vga24_atari-7800-palette.pal",
                                         "other/pastel-extended.csv"};
    std::size_t refused = 0;
    for (const auto& row : test::test_rows("formats/MANIFEST.csv", ',')) {
        const bool is_other = row[1] == "other" || row[1] == "terminal-other";
        if (!is_other || !row[3].empty() || std::ranges::count(known, row[0]) > 0) continue;
        INFO(row[0]);
        const auto found = found_in_file(row[0], *test::test_data("formats/" + row[0]));
        REQUIRE(found.size() == 1);
        if (found[0].record) FAIL_CHECK("read as " << found[0].record->colors.size() << " colors");
        ++refused;
    }
    CHECK(refused > 20);
}
