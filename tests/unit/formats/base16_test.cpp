#include "formats/format.hpp"
#include "one_palette.hpp"

using namespace palette;
using namespace palette::formats;
using test::named;
using test::record_in;
using test::Texts;

TEST_CASE("schemes of base16 are read in either layout, whatever quotes they have") {
    const Record classic = record_in(R"(---
scheme: 'Ann''s "Sea"' # of glass
author: Ann # me
"base00": '0b3954'
base0a: BFD7EA # foam
base0F: "ff6663"
)");
    CHECK(classic.title == "Ann's \"Sea\"");
    CHECK(classic.author == "Ann");
    CHECK(named(classic) ==
          Texts{"base00 #0b3954 ansi-0", "base0a #bfd7ea", "base0F #ff6663 ansi-14"});
    const Record later = record_in(R"(system: "base24"
name: "a \"b\" \\"
variant: dark
palette:
  base00: "#0b3954"
  base12: "#bfd7ea")");
    CHECK(later.title == R"(a "b" \)");
    CHECK(named(later) == Texts{"base00 #0b3954 ansi-0", "base12 #bfd7ea"});
}

TEST_CASE("what is more than a scheme is refused by its line") {
    struct Row {
        std::string_view file;
        std::string_view fault;
    };
    for (const Row& row : {
             Row{"a: &a [\"x\"]\nbase00: *a\n", "1: expected text after a:"},
             Row{"base00: *a\n", "1: expected text after base00:"},
             Row{"base00: !!str 0b3954\n", "1: expected text"},
             Row{"name: |\n  x\nbase00: 0b3954\n", "1: expected text after name:"},
             Row{"palette: {base00: 0b3954}\n", "1: expected text after palette:"},
             Row{"base00: \"0b3954\n", "1: expected text"},
             Row{"base00: \"0b3954\" x\n", "1: expected text"},
             Row{"base00: \"\\\n", "1: expected text"},
             Row{"name: x\nbase00: 0b39\nbase01: xyz\n", "3: expected a color"},
             Row{"base00:\n", "1: expected a color"},
             Row{"base00\n", "1: expected a key"},
             Row{"- base00\n", "1: expected a key"},
             Row{"name: x\n", "1: there are no colors"},
             Row{"", "1: there are no colors"},
         }) {
        INFO(row.file);
        const auto read = base16_format.read(row.file);
        REQUIRE_FALSE(read);
        CHECK_THAT(std::to_string(read.error().where.number) + ": " + read.error().message,
                   Catch::StartsWith(std::string(row.fault)));
    }
}

TEST_CASE("text in a scheme is text, whatever is in it") {
    const Record record{.colors = {{{1, 2, 3}, "a\nbase01: \"#fff\""}},
                        .title = "\"a\\\" \n: # {x}",
                        .author = "*b"};
    const Record again = record_in(base16_format.write(record));
    CHECK(again.title == "\"a\\\"  : # {x}");
    CHECK(again.author == "*b");
    CHECK(named(again) == Texts{"base00 #010203 ansi-0"});
}
