#include "cli/input/color_edits.hpp"

#include "api/writer.hpp"
#include "catch.hpp"
#include "cli/context.hpp"

using namespace palette;
using namespace palette::cli;

namespace {

template <class V>
std::optional<V> read(std::string_view text) {
    V value;
    if (!api::Scalar<V>::set(value, text)) return std::nullopt;
    return value;
}

}  // namespace

TEST_CASE("a color to set is a place and a color, one to move two places") {
    CHECK(read<SetColor>("2=#ff6347") == SetColor{api::ColorPlace(2), "#ff6347"});
    CHECK(read<SetColor>("1=rgb(1, 2, 3)")->color == "rgb(1, 2, 3)");
    for (const char* bad : {"", "2", "2=", "=red", "0=red", "x=red", "-1=red"})
        CHECK_FALSE(read<SetColor>(bad));
    CHECK(read<MoveColor>("3:1") == MoveColor{api::ColorPlace(3), api::ColorPlace(1)});
    for (const char* bad : {"", "3", "3:", ":1", "0:1", "3:1:2", "a:b"})
        CHECK_FALSE(read<MoveColor>(bad));
}

TEST_CASE("edits are made so that places mean what they look like") {
    const Context context({}, [](const char*) { return std::nullopt; });
    const api::List<SetColor, 0, most_color_edits> set{*read<SetColor>("2=#000002")};
    const api::List<api::ColorPlace, 0, most_color_edits> remove{
        api::ColorPlace(1), api::ColorPlace(3), api::ColorPlace(1)};
    const api::List<MoveColor, 0, most_color_edits> move{*read<MoveColor>("2:1")};
    const api::List<ColorText, 0, most_color_edits> add{ColorText("#00000a")};
    const auto changes = changes_of(context, {set, remove, move, add});
    REQUIRE(changes);
    std::string order;
    for (const api::ColorChange& change : *changes) {
        order += std::string(api::word_of(change.operation)) +
                 (change.at ? std::to_string(change.at->number()) : "") + " ";
    }
    CHECK(order == "set2 remove3 remove1 move2 add ");
    const api::List<ColorText, 0, most_color_edits> bad{ColorText("blurple")};
    const auto refused = changes_of(context, {{}, {}, {}, bad});
    REQUIRE_FALSE(refused);
    CHECK_THAT(refused.error().message, Catch::StartsWith("--add"));
}
