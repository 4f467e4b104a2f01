#include "cli/import/import_files.hpp"

#include "base/files.hpp"
#include "catch.hpp"
#include "temporary_folder.hpp"

using namespace palette;
using namespace palette::cli;

TEST_CASE("a folder stands for its JSON files in their order") {
    const test::TemporaryFolder folder;
    for (const char* name : {"b.jsonl", "a.json", "notes.md"})
        replace_file(folder.path() / name, "{}");
    std::filesystem::create_directory(folder.path() / "c.json");
    const auto files = files_at(folder.path());
    REQUIRE(files);
    REQUIRE(files->size() == 2);
    CHECK(files->at(0).path.filename() == "a.json");
    CHECK(files->at(0).bytes == 2);
    CHECK(files->at(1).path.filename() == "b.jsonl");
}

TEST_CASE("what cannot be imported is refused by its name") {
    const test::TemporaryFolder folder;
    for (const std::filesystem::path& path :
         {folder.path(), folder.path() / "missing.json", std::filesystem::path("https://a.b/c")}) {
        const auto files = files_at(path);
        REQUIRE_FALSE(files);
        CHECK(files.error().kind == ErrorKind::invalid_argument);
        CHECK_THAT(files.error().message, Catch::StartsWith(path.string()));
    }
}

TEST_CASE("an address that spells a palette is read as it is") {
    const auto files = files_at("https://coolors.co/0b3954-bfd7ea");
    REQUIRE(files);
    std::string content;
    REQUIRE(read_pieces(files->front(), [&](std::string_view piece) {
        content += piece;
        return GoOn::yes;
    }));
    CHECK(content == "https://coolors.co/0b3954-bfd7ea");
}

TEST_CASE("a file comes whole, piece by piece") {
    const test::TemporaryFolder folder;
    const std::string content(200'000, 'x');
    replace_file(folder.path() / "a.json", content);
    const auto files = files_at(folder.path() / "a.json");
    REQUIRE(files);
    std::string read;
    REQUIRE(read_pieces(files->at(0), [&](std::string_view piece) {
        read += piece;
        return GoOn::yes;
    }));
    CHECK(read == content);
}
