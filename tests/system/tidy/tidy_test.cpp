#include "tidy.hpp"

#include "catch.hpp"
#include "rules.hpp"
#include "temporary_folder.hpp"

#include <fstream>
#include <sstream>

using palette::test::TemporaryFolder;
namespace tidy = palette::tidy;

namespace {

std::vector<std::string> as_text(const std::vector<tidy::Finding>& found) {
    std::vector<std::string> lines;
    for (const auto& finding : found) {
        std::ostringstream line;
        line << finding;
        lines.push_back(line.str());
    }
    return lines;
}

struct File {
    std::string path;
    std::string content;
};

std::vector<std::string> findings_of(const std::vector<File>& files) {
    const TemporaryFolder tree;
    for (const auto& [path, content] : files) {
        std::filesystem::create_directories((tree.path() / path).parent_path());
        std::ofstream(tree.path() / path) << content;
    }
    return as_text(tidy::findings_in(tree.path()));
}

std::string lines(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += "//\n";
    return text;
}

}  // namespace

TEST_CASE("this tree keeps its rules") {
    std::string report;
    for (const auto& line : as_text(tidy::findings_in(PALETTE_SOURCE_DIR)))
        report += line + "\n";
    INFO(report);
    CHECK(report.empty());
}

TEST_CASE("each sin is named with its place") {
    struct Sin {
        File file;
        std::string finding;
    };
    const std::string unfinished(tidy::forbidden_words().front());
    const std::string wide = "// " + std::string(98, 'x');
    const auto sin = GENERATE_COPY(values<Sin>({
        {{"lib/color/a.cpp", "#include <lmdb.h>\n"}, "lib/color/a.cpp:1: does not own lmdb.h"},
        {{"daemon/popularity/a.cpp", "\n#include <zmq.hpp>\n"},
         "daemon/popularity/a.cpp:2: does not own zmq.hpp"},
        {{"lib/api/a.cpp", "#include <simdjson.h>\n"}, "lib/api/a.cpp:1: does not own simdjson.h"},
        {{"cli/a.cpp", "# include <spdlog/sinks/a.h>\n"},
         "cli/a.cpp:1: does not own spdlog/sinks/a.h"},
        {{"lib/base/a.cpp", "#include \"color/hex.hpp\"\n"},
         "lib/base/a.cpp:1: lib/base may not include color/hex.hpp"},
        {{"cli/a.cpp", "#include \"store/txn.hpp\"\n"},
         "cli/a.cpp:1: cli may not include store/txn.hpp"},
        {{"daemon/popularity/a.cpp", "#include \"palettes/tables.hpp\"\n"},
         "daemon/popularity/a.cpp:1: daemon/popularity may not include palettes/tables.hpp"},
        {{"daemon/popularity/a.cpp", "#include \"daemon/palettes/a.hpp\"\n"},
         "daemon/popularity/a.cpp:1: daemon/popularity may not include daemon/palettes/a.hpp"},
        {{"daemon/popularity/a.cpp", "#include \"../palettes/a.hpp\"\n"},
         "daemon/popularity/a.cpp:1: includes out of its folder: ../palettes/a.hpp"},
        {{"lib/helpers/a.cpp", ""}, "lib/helpers/a.cpp: lies in a folder that has no rule"},
        {{"lib/base/a.cpp", lines(401)}, "lib/base/a.cpp: is over 400 lines"},
        {{"lib/base/a.cpp", wide + "\n"}, "lib/base/a.cpp:1: is over 100 columns"},
        {{"scripts/a", "\techo\n"}, "scripts/a:1: has a tab"},
        {{"tests/a.cpp", "int a; \n"}, "tests/a.cpp:1: ends in a space"},
        {{"tests/a.cpp", "int a;\r\n"}, "tests/a.cpp:1: ends in a space"},
        {{"lib/base/a.hpp", "// a\n"}, "lib/base/a.hpp: has no #pragma once"},
        {{"CMakeLists.txt", "# " + unfinished + ": more\n"},
         "CMakeLists.txt:1: says " + unfinished},
    }));
    CHECK(findings_of({sin.file}) == std::vector{sin.finding});
}

TEST_CASE("a header for one file is reported in each of two") {
    CHECK(findings_of({{"cli/a.cpp", "#include <CLI/CLI.hpp>\n"},
                       {"cli/b.cpp", "#include <CLI/App.hpp>\n"}}) ==
          std::vector<std::string>{"cli/a.cpp: is one of too many that include CLI/",
                                   "cli/b.cpp: is one of too many that include CLI/"});
}

TEST_CASE("what the rules allow is not reported") {
    const auto file = GENERATE(values<File>({
        {"lib/base/a.cpp", lines(400)},
        {"lib/base/a.cpp", "// caf\xC3\xA9 " + std::string(92, 'x') + "\n"},
        {"lib/base/a.hpp", "// A head.\n#pragma once\n"},
        {"lib/base/a.cpp", "mkdtemp(\"palette-XXXXXX\");\n"},
        {"lib/store/a.cpp",
         "#include <lmdb.h>\n#include \"base/fd.hpp\"\n#include \"engine.hpp\"\n"},
        {"lib/formats/a.cpp", "#include \"formats/a.hpp\"\n#include \"api/palette.hpp\"\n"},
        {"daemon/popularity/a.cpp", "#include \"core/likes.hpp\"\n#include \"outbox/relay.hpp\"\n"},
        {"cli/a.cpp", "#include <CLI/CLI.hpp>\n#include \"render/table.hpp\"\n"},
        {"tests/faults/a.cpp", "#include <zmq.h>\n#include \"store/txn.hpp\"\n"},
        {"build/release/a.cpp", "\t \n"},
        {"man/a.md", "a line that ends in two spaces  \n"},
    }));
    INFO(file.path << "\n" << file.content);
    CHECK(findings_of({file}) == std::vector<std::string>{});
}

TEST_CASE("every folder that has a rule is there") {
    for (const tidy::Folder& folder : tidy::folders()) {
        CAPTURE(folder.path);
        CHECK(
            std::filesystem::is_directory(std::filesystem::path(PALETTE_SOURCE_DIR) / folder.path));
    }
}
