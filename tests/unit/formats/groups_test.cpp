#include "formats/groups.hpp"

#include "catch.hpp"
#include "formats/fit.hpp"

using namespace palette;
using namespace palette::formats;

namespace {

RecordColor in_group(std::string group) {
    return {.color{}, .group = std::move(group)};
}
RecordColor with_role(std::string role) {
    return {.color{}, .role = std::move(role)};
}
using Groups = std::vector<std::string_view>;

}  // namespace

TEST_CASE("the only group is the title where there is no other") {
    Record record{.colors{in_group("Sea"), in_group("Sea")}};
    name_by_only_group(record);
    CHECK(record.title == "Sea");
    CHECK(record.colors[1].group.empty());
    Record titled{.colors{in_group("Sea")}, .title = "Glass"};
    name_by_only_group(titled);
    CHECK(titled.title == "Glass");
    CHECK(titled.colors[0].group == "Sea");
    Record several{.colors{in_group("Sea"), in_group("Land")}};
    name_by_only_group(several);
    CHECK(several.title.empty());
    CHECK(several.colors[0].group == "Sea");
}

TEST_CASE("groups are written as they are, else of shared roles, else as the title") {
    CHECK(groups_to_write({.colors{in_group("a"), in_group("")}, .title = "T"}) == Groups{"a", ""});
    CHECK(groups_to_write({.colors{with_role("a"), with_role("b"), with_role("a")},
                           .title = "T"}) == Groups{"a", "", "a"});
    CHECK(groups_to_write({.colors{with_role("a"), with_role("b")}, .title = "T"}) ==
          Groups{"T", "T"});
    CHECK(groups_to_write({.colors{in_group("a"), in_group("a")}, .title = "T"}) ==
          Groups{"T", "T"});
    CHECK(groups_to_write({.colors{in_group("a"), in_group("a")}}) == Groups{"a", "a"});
    CHECK(groups_to_write({.colors{with_role("")}}) == Groups{""});
}

TEST_CASE("the registry keeps a group as the role of a color that has none") {
    Record record{.colors{in_group("Sea"), {.color{}, .role = "accent", .group = "Sea"}}};
    const Fitted fitted = fit(record, "x");
    CHECK(fitted.palette.colors[0].role->text() == "Sea");
    CHECK(fitted.palette.colors[1].role->text() == "accent");
}
