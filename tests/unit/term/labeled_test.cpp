#include "term/labeled.hpp"

#include "catch.hpp"

using namespace palette::term;

TEST_CASE("a label is padded for eyes, and told for ears") {
    CHECK(labeled("tags", "calm", 6, Painter(Depth::none)) == "tags  calm\n");
    CHECK(labeled("tags", "calm", 6, Painter(Depth::none, Manner::plain)) == "tags: calm\n");
    CHECK(labeled("tags", "a\nb", 6, Painter(Depth::none)) == "tags  a\\nb\n");
}
