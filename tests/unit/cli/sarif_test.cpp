#include "cli/render/sarif.hpp"

#include "api/reader.hpp"
#include "catch.hpp"

using namespace palette;
using namespace palette::cli;

namespace {

FindingShown finding(std::string_view palette) {
    return {.palette = api::cut_line(palette),
            .level = lint::Level::error,
            .rule = lint::RuleId::too_similar,
            .colors{{api::ColorPlace(2), color::Color{1, 2, 3}}},
            .message{"they differ by 0.10"},
            .hint = api::Line("merge them")};
}

std::string log_of(FindingShown found) {
    CheckReport report;
    report.items.push_back(std::move(found));
    return sarif_of(report, "9.9.9");
}

}  // namespace

TEST_CASE("a finding has the address and line of its file, or its name and the first line") {
    FindingShown of_file = finding("a b.jsonl:7");
    of_file.file = api::Line("a b.jsonl");
    of_file.line = api::Count(7);
    CHECK_THAT(log_of(of_file),
               Catch::Contains(R"("ruleId":"too-similar","ruleIndex":5,"level":"error",)"
                               R"("message":{"text":"2 #010203: they differ by 0.10"},)"
                               R"("locations":[{"physicalLocation":{"artifactLocation":)"
                               R"({"uri":"a%20b.jsonl"},"region":{"startLine":7}},)"
                               R"("logicalLocations":[{"fullyQualifiedName":"a b.jsonl:7"}]}])"));
    CHECK_THAT(log_of(finding("alice/sea-glass")),
               Catch::Contains(R"("locations":[{"physicalLocation":{"artifactLocation":)"
                               R"({"uri":"alice/sea-glass"},"region":{"startLine":1}},)"
                               R"("logicalLocations":)"));
}

TEST_CASE("a log is JSON that names the program and every rule, also without findings") {
    const std::string log = sarif_of({}, "9.9.9");
    api::Document document;
    REQUIRE(document.parse(log));
    CHECK(document.text_at("version") == R"("2.1.0")");
    const std::string runs = document.text_at("runs");
    CHECK_THAT(runs, Catch::Contains(R"("driver":{"name":"palettectl","version":"9.9.9",)") &&
                         Catch::Contains(R"("results":[])"));
    for (const lint::Rule& rule : lint::all_rules())
        CHECK_THAT(runs, Catch::Contains(R"("id":")" + std::string(api::word_of(rule.id)) + '"'));
}

TEST_CASE("a path becomes a reference that RFC 3986 allows") {
    struct Row {
        std::string_view path;
        std::string_view uri;
    };
    for (const Row& row : {Row{"./nord.gpl", "nord.gpl"}, Row{"a/b c.gpl", "a/b%20c.gpl"},
                           Row{"/tmp/x#1.gpl", "file:///tmp/x%231.gpl"}, Row{"a:b", "a%3Ab"},
                           Row{"\xC3\xA9", "%C3%A9"}, Row{"../100%", "../100%25"}})
        CHECK(uri_of(row.path) == row.uri);
}
