#include "api/usage.hpp"

#include "api/directory.hpp"
#include "catch.hpp"

using namespace palette;
using namespace palette::api;

TEST_CASE("usage says what each parameter must be, its default, and gives an example") {
    CHECK(usage_of(row_of<CreatePalette>) ==
          R"(palette.create: Publish a new palette
Effect write, access user, scope palettes:write, socket client.

Parameters:
  title (required)
      Name shown in listings: 1 to 80 characters, not all of them blank.
  colors (required)
      Colors in display order: 1 to 8192 elements, each an object.
  colors[].hex (required)
      The color, sRGB: #rrggbb or #rrggbbaa.
  colors[].name
      What people call it: 1 to 80 characters, not all of them blank.
  colors[].role
      What it is for, such as background: 1 to 64 characters.
  slug
      Name in references; made from the title when left out: 1 to 64 of a-z 0-9 -.
  description
      A few sentences about it: at most 2,000 characters; default "".
  tags
      Words to find it by: 0 to 32 elements, each 1 to 64 characters; default [].
  visibility
      Who may see it: one of public, private; default "public".
  credit
      Where it comes from: an object.
  credit.author
      Who made it: at most 500 characters.
  credit.source
      Where it was taken from: at most 500 characters.
  credit.url
      Its address there: at most 500 characters.
  credit.license
      Under which license: at most 500 characters.

Example:
  {"title":"Sea Glass","colors":[{"hex":"#0b3954"}]}
)");
}

TEST_CASE("usage of a method without parameters says so") {
    CHECK(usage_of(row_of<WhoAmI>) ==
          "user.me: Say who is signed in\nEffect read, access user, socket client.\n"
          "\nIt has no parameters.\n");
}

TEST_CASE("every method has usage that names all its parameters") {
    for (const Daemon* daemon : family) {
        for (const MethodRow* method : daemon->methods) {
            const std::string usage = usage_of(*method);
            for (const Member& member : method->params->members) {
                INFO(method->facts->name << " " << member.name);
                CHECK_THAT(usage, Catch::Contains("\n  " + std::string(member.name)));
            }
        }
    }
}
