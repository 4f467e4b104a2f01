#include "example_family.hpp"

#include "base/files.hpp"

namespace palette::test {

namespace {

constexpr int number_of_sea_glass = 42;

}  // namespace

ExampleFamily::ExampleFamily() {
    std::filesystem::create_directories(home().config);
    replace_file(home().config / "paletted.yaml", "password_memory_mib: 8\n");
    did({"up"});
}

void ExampleFamily::enter(const std::string& name) const {
    did({"register", name, "--password-stdin"}, std::string(test::password) + "\n");
}

void ExampleFamily::populate() const {
    enter("bob");
    did({"palette", "create", "--title", "Dusk", "#ff8800"});
    enter("alice");
    std::string lines;
    for (int i = 2; i < number_of_sea_glass; ++i)
        lines += R"({"title":"Gray )" + std::to_string(i) +
                 R"(","colors":["#808080"]})"
                 "\n";
    did({"import", "-"}, lines);
    did({"palette", "create", "--title", "Sea Glass", "#0b3954", "#bfd7ea"});
    did({"channel", "create", "design"});
}

void ExampleFamily::lay_files() const {
    const std::string secret = std::string(test::password) + "\n";
    file("password.txt", secret);
    file(".secret", secret);
    file("notes.txt", "A warmer grey.\nAnd less of it.\n");
    file("colors.txt", "#0b3954\n#bfd7ea\n");
    file("nord.gpl", "GIMP Palette\nName: Nord\n46 52 64\n");
    file("paletted.yaml", "log_level: warn\n");
    file("palettes.jsonl", R"({"title":"One","colors":["#fff"]})"
                           "\n");
}

void ExampleFamily::sign_in() const {
    did({"login", "alice", "--password-stdin"}, std::string(test::password) + "\n");
}

bool ends_by_itself(std::string_view line) {
    const bool follows = line.find(" -f") != std::string_view::npos || line.starts_with("watch");
    return !follows || line.find("--count") != std::string_view::npos;
}

}  // namespace palette::test
