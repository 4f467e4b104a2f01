#include "cli/logs/log_lines.hpp"

#include "base/files.hpp"
#include "catch.hpp"
#include "temporary_folder.hpp"

#include <fstream>

using namespace palette;
using namespace palette::cli;

namespace {

void append(const std::filesystem::path& file, std::string_view text) {
    std::ofstream(file, std::ios::app) << text;
}

std::vector<std::string> texts(const std::vector<LogLine>& lines) {
    std::vector<std::string> all;
    for (const LogLine& line : lines)
        all.push_back(line.text);
    return all;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a line of ours has a time and a level, another has none") {
    const auto ours = read_log_line("paletted", "2026-01-31T09:05:00.120Z warn paletted x.y a=1");
    CHECK(ours.time == parse_rfc3339("2026-01-31T09:05:00.120Z"));
    CHECK(ours.level == api::LogLevel::warn);
    const auto other = read_log_line("paletted", "terminate called after throwing");
    CHECK_FALSE(other.time);
    CHECK_FALSE(other.level);
}

TEST_CASE("lines are handed out once, as they are completed") {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "paletted.log";
    append(file, "one\ntw");
    LogTail log("paletted", file);
    CHECK(texts(log.read()) == Texts{"one"});
    CHECK(log.read().empty());
    append(file, "o\nthree\n");
    CHECK(texts(log.read()) == Texts{"two", "three"});
}

TEST_CASE("a log that is replaced is followed into the new file, nothing left out") {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "paletted.log";
    append(file, "one\n");
    LogTail log("paletted", file);
    CHECK(texts(log.read()) == Texts{"one"});
    append(file, "two\n");
    std::filesystem::rename(file, folder.path() / "paletted.log.1");
    append(file, "three\n");
    CHECK(texts(log.read()) == Texts{"two", "three"});
}

TEST_CASE("a log that is not there yet is empty until it is") {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "paletted.log";
    LogTail log("paletted", file);
    CHECK(log.read().empty());
    append(file, "one\n");
    CHECK(texts(log.read()) == Texts{"one"});
}
