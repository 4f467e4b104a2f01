#include "api/reader.hpp"
#include "api/writer.hpp"
#include "catch.hpp"
#include "cli/render/channel.hpp"
#include "cli/render/event.hpp"
#include "cli/render/failure.hpp"
#include "cli/render/import.hpp"
#include "cli/render/palette.hpp"
#include "cli/render/popularity.hpp"
#include "cli/render/session.hpp"
#include "cli/render/status.hpp"
#include "cli/render/user.hpp"
#include "term/width.hpp"

#include <algorithm>

using namespace palette;
using namespace palette::cli;

namespace {

// All that a name could do to a terminal.
constexpr std::string_view hostile = "a\x1b[2J\x07\t\n\u202eb\u0085\u200b";

const View plain{.painter = term::Painter(term::Depth::none),
                 .columns = 200,
                 .now = Timestamp{1'800'000'000'000}};
const View colored{.painter = term::Painter(term::Depth::truecolor),
                   .columns = 200,
                   .now = Timestamp{1'800'000'000'000}};

api::Palette a_palette(std::string_view title) {
    return {
        .id = 42,
        .ref{"alice/sea-glass"},
        .owner{"alice"},
        .slug{"sea-glass"},
        .title = api::Title::from(title).value(),
        .description = api::Description::from(title).value(),
        .tags{api::Tag::from(title).value(), api::Tag("calm")},
        .visibility = api::Visibility::public_,
        .revision = 1,
        .colors{api::Swatch{.hex = color::Color{0x0b, 0x39, 0x54}, .name = api::Title::from(title)},
                api::Swatch{.hex = color::Color{0xbf, 0xd7, 0xea}}},
        .created_at = plain.now + -std::chrono::minutes(3),
        .updated_at = plain.now,
        .credit = api::Credit{.author = api::CreditText::from(title)}};
}

template <class T>
std::string tsv(const T& thing) {
    Tsv lines;
    append_tsv(lines, thing);
    return lines.text();
}

std::size_t widest_line(std::string_view text) {
    std::size_t widest = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1);
        widest = std::max(widest, term::width(text.substr(0, end)));
        text.remove_prefix(end + 1);
    }
    return widest;
}

// Control bytes other than the line's end, and the sequences of other people's text.
bool is_harmless(std::string_view text) {
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F) return false;
    }
    return text.find("\u202e") == std::string_view::npos &&
           text.find("\u0085") == std::string_view::npos;
}

api::Event an_event(std::string_view type, std::string data) {
    return {.specversion{"1.0"},
            .id{"x-1"},
            .source{"paletted/1"},
            .type = api::Word::from(type).value(),
            .subject{"palette/42"},
            .time{},
            .offset = 7,
            .topic = api::Topic("palettes"),
            .audience = api::Audience::public_,
            .revision = 1,
            .data = api::Json(std::move(data))};
}

}  // namespace

TEST_CASE("a pipe gets tab-separated values without escapes, a palette a line") {
    CHECK(tsv(a_palette("Sea Glass")) ==
          "alice/sea-glass\tSea Glass\t#0b3954 #bfd7ea\tSea Glass,calm\tpublic\t1\t"
          "2027-01-15T07:57:00.000Z\n");
    CHECK(hex_lines(a_palette("x")) == "#0b3954\n#bfd7ea\n");
}

TEST_CASE("what other people wrote reaches nobody's terminal as they wrote it") {
    const api::Palette palette = a_palette(hostile);
    CHECK(is_harmless(tsv(palette)));
    CHECK(tsv(palette).find('\n') == tsv(palette).size() - 1);
    CHECK(is_harmless(text_of(palette, plain)));
    CHECK(is_harmless(shown_text(palette, plain)));
    CHECK(is_harmless(long_text(palette, plain)));
    CHECK(is_harmless(text_of(api::PalettePage{.items{palette}}, plain)));
    const api::PopularPage popular{.items{{.rank = 1, .likes = 3, .palette = palette}}};
    CHECK(is_harmless(text_of(popular, plain)));
    CHECK(is_harmless(tsv(popular.items[0])));
    const api::TrendingPage trending{
        .items{{.rank = 1, .score{"1.000"}, .likes = 3, .palette = palette}},
        .half_life_hours = 24};
    CHECK(is_harmless(text_of(trending, plain)));
    CHECK(is_harmless(tsv(trending.items[0])));
    const std::string data = R"({"owner_id":1,"palette":)" + api::to_json(palette) + "}";
    const auto event = an_event("palette.created", data);
    CHECK(is_harmless(text_of(event, plain)));
    CHECK(is_harmless(tsv(event)));
    CHECK(is_harmless(api::to_json(palette)));
    const api::User user{.id = 1,
                         .username{"mallory"},
                         .display_name = api::DisplayName::from(hostile).value(),
                         .bio{""},
                         .created_at{}};
    CHECK(is_harmless(text_of(user, plain)));
    CHECK(is_harmless(tsv(user)));
}

TEST_CASE("a profile is a line of values, or a few lines for people") {
    api::Profile profile{.id = 7,
                         .username{"alice"},
                         .display_name{"Alice"},
                         .bio{"of the sea"},
                         .created_at = plain.now + -std::chrono::minutes(3)};
    CHECK(tsv(profile) == "alice\t7\tAlice\t2027-01-15T07:57:00.000Z\tof the sea\t\t0\n");
    profile.rating = api::MeanStars::from_hundredths(425);
    profile.ratings = 4;
    CHECK(tsv(profile) == "alice\t7\tAlice\t2027-01-15T07:57:00.000Z\tof the sea\t4.25\t4\n");
    CHECK(text_of(profile, plain) ==
          "alice (Alice), registered 3 min ago\nof the sea\nrated 4.25 of 5 by 4 ratings\n");
    profile.display_name = api::DisplayName::from(hostile).value();
    profile.bio = api::Description::from(hostile).value();
    CHECK(is_harmless(text_of(profile, plain)));
    CHECK(is_harmless(tsv(profile)));
}

TEST_CASE("tokens and sessions are listed without the tokens themselves") {
    const api::TokenInfo token{.id{"000102030405060708090a0b0c0d0e0f"},
                               .name = api::DisplayName::from(hostile).value(),
                               .scopes{api::TokenScope::read, api::TokenScope::palettes_write},
                               .created_at = plain.now,
                               .expires_at = plain.now};
    CHECK_THAT(tsv(token), Catch::StartsWith("000102030405060708090a0b0c0d0e0f\t") &&
                               Catch::Contains("\tread,palettes:write\t"));
    CHECK(is_harmless(tsv(token)));
    CHECK(is_harmless(text_of(api::TokenInfos{.items{token}}, plain)));
    const api::SessionInfo session{.id{"000102030405060708090a0b0c0d0e0f"},
                                   .created_at = plain.now,
                                   .refreshed_at = plain.now,
                                   .current = true};
    CHECK_THAT(text_of(api::SessionInfos{.items{session}}, plain), Catch::Contains("this one"));
    const api::NewToken made{.id = token.id,
                             .name{"ci"},
                             .scopes = token.scopes,
                             .token{"eyJ.eyJ.x"},
                             .created_at = plain.now,
                             .expires_at = plain.now};
    CHECK_THAT(tsv(made), Catch::StartsWith("eyJ.eyJ.x\t000102"));
    CHECK_THAT(text_of(made, plain), Catch::StartsWith("eyJ.eyJ.x\n"));
}

TEST_CASE("a history has a line for each revision") {
    const std::string text = history_text(api::PalettePage{.items{a_palette("Sea Glass")}}, plain);
    CHECK_THAT(text, Catch::StartsWith("REV") && Catch::Contains("Sea Glass"));
    CHECK(is_harmless(history_text(api::PalettePage{.items{a_palette(hostile)}}, plain)));
    CHECK(tsv(api::DeletedPalette{.id = 42, .ref{"alice/sea-glass"}}) == "alice/sea-glass\t42\n");
}

TEST_CASE("a failure is one harmless line that says what to do") {
    const Error error{.kind = ErrorKind::not_found,
                      .message = "no palette " + std::string(hostile),
                      .hint = "palettectl palette list"};
    const std::string line = failure_line(error);
    CHECK(is_harmless(line));
    CHECK(line.find('\n') == line.size() - 1);
    CHECK_THAT(line, Catch::StartsWith("palettectl: no palette a\\x1b[2J"));
    CHECK_THAT(line, Catch::EndsWith(": palettectl palette list\n"));
}

TEST_CASE("a failure for programs has all its members") {
    CHECK(failure_json({.kind = ErrorKind::resource_exhausted,
                        .message = "too \"fast\"",
                        .field = "ref",
                        .retry_after_ms = 250}) ==
          R"({"error":{"kind":"resource_exhausted","message":"too \"fast\"","field":"ref",)"
          R"("hint":null,"retry_after_ms":250}})"
          "\n");
}

TEST_CASE("an event is a sentence, and one of another kind its names") {
    const auto liked =
        an_event("palette.liked",
                 R"({"user_id":1,"user":"bob","palette_id":42,"ref":"alice/sea-glass","likes":3})");
    CHECK_THAT(text_of(liked, plain), Catch::EndsWith("bob likes alice/sea-glass, now 3 likes\n"));
    CHECK_THAT(text_of(an_event("palette.painted", "{}"), plain),
               Catch::EndsWith("  palette.painted palette/42\n"));
    CHECK_THAT(text_of(an_event("palette.liked", "{}"), plain),
               Catch::EndsWith("  palette.liked palette/42\n"));
}

TEST_CASE("an event of another day says which") {
    auto event = an_event("palette.painted", "{}");
    event.time = plain.now;
    CHECK(text_of(event, plain).find(':') == 2);
    event.time = plain.now + -std::chrono::hours(24 * 3);
    CHECK_THAT(text_of(event, plain), Catch::StartsWith("2027-01-1"));
}

TEST_CASE("on a narrow terminal tables and help stay inside it, and references are whole") {
    const View narrow{.painter = colored.painter, .columns = 40, .now = plain.now};
    const View bare{.painter = plain.painter, .columns = 40, .now = plain.now};
    auto palette = a_palette("Sea Glass of a long summer evening");
    for (int i = 0; i < 20; ++i)
        palette.colors.push_back({.hex = color::Color{1, 2, 3}});
    CHECK(strip_of(palette.colors, narrow).columns <= 14);
    const DaemonStatus status{
        .name{"palette-popularityd"}, .state = DaemonState::silent, .pid = api::Pid::from(4711)};
    for (const std::string& text :
         {text_of(api::PalettePage{.items{palette}}, bare),
          text_of(api::PopularPage{.items{{.rank = 1, .likes = 3, .palette = palette}}}, bare),
          text_of(
              api::TrendingPage{
                  .items{{.rank = 1, .score{"1.000"}, .likes = 3, .palette = palette}},
                  .half_life_hours = 24},
              bare),
          text_of(FamilyStatus{.items{status}}, bare)}) {
        INFO(text);
        CHECK(widest_line(text) <= 40);
    }
    CHECK_THAT(text_of(api::PalettePage{.items{palette}}, bare),
               Catch::Contains("alice/sea-glass"));
}

TEST_CASE("on a wide terminal hex stands beside the colors of a list, the first five") {
    auto palette = a_palette("Sea Glass");
    palette.colors = api::Colors{{.hex = color::Color{1, 1, 1}}};
    for (std::uint8_t i = 2; i <= 6; ++i)
        palette.colors.push_back({.hex = color::Color{i, i, i}});
    const std::string hexes = "  #010101 #020202 #030303 #040404 #050505 …  alice/sea-glass  ";
    const View wide{.painter = plain.painter, .columns = 200, .now = plain.now};
    CHECK_THAT(text_of(api::PalettePage{.items{palette}}, wide), Catch::Contains(hexes));
    CHECK_THAT(text_of(api::PopularPage{.items{{.rank = 1, .likes = 3, .palette = palette}}}, wide),
               Catch::Contains(hexes));
    const View usual{.painter = plain.painter, .columns = 80, .now = plain.now};
    CHECK_THAT(text_of(api::PalettePage{.items{palette}}, usual), !Catch::Contains("HEX"));
}

TEST_CASE("a like says whether it changed anything") {
    api::Liking liking{.ref{"alice/sea-glass"}, .liked = true, .changed = true, .likes = 1};
    CHECK(text_of(liking, plain) == "you like alice/sea-glass: 1 like\n");
    liking.changed = false;
    liking.likes = 2;
    CHECK(text_of(liking, plain) == "you like alice/sea-glass already: 2 likes\n");
    CHECK(tsv(liking) == "alice/sea-glass\ttrue\tfalse\t2\n");
}

TEST_CASE("a message is one line, and of one whose author is gone nothing is shown") {
    api::Message message{.id = 99,
                         .channel{"design"},
                         .author = api::Username("alice"),
                         .text = api::MessageText("two\nlines \x1b[31m"),
                         .at = plain.now,
                         .offset = 1235};
    CHECK_THAT(text_of(message, plain), Catch::EndsWith("  alice  two\\nlines \\x1b[31m\n"));
    CHECK(tsv(message) == "99\t" + rfc3339(plain.now) + "\talice\ttwo\\nlines \\x1b[31m\t1235\n");
    message.author.reset();
    message.text.reset();
    CHECK_THAT(text_of(message, plain), Catch::EndsWith("(by somebody who is gone)\n"));
    CHECK(tsv(message) == "99\t" + rfc3339(plain.now) + "\t\t\t1235\n");
}

TEST_CASE("joining says whether it changed anything") {
    api::Membership membership{.channel{"design"}, .member = true, .changed = true, .members = 3};
    CHECK(text_of(membership, plain) == "you are in design: 3 members\n");
    membership.changed = false;
    CHECK(text_of(membership, plain) == "you are in design already: 3 members\n");
    membership.member = false;
    membership.members = 1;
    CHECK(text_of(membership, plain) == "you are not in design anyway: 1 member\n");
    CHECK(tsv(membership) == "design\tfalse\tfalse\t1\n");
}

TEST_CASE("an event is told in words, and one that was erased by its names alone") {
    const auto said =
        an_event("message.posted",
                 R"({"channel":"design","id":1,"author_id":7,"text":"hello","author":"alice"})");
    CHECK_THAT(text_of(said, plain), Catch::EndsWith("  design  alice  hello\n"));
    const auto rated =
        an_event("palette.rated", R"({"user_id":7,"palette_id":42,"stars":1,"user":"bob"})");
    CHECK_THAT(text_of(rated, plain),
               Catch::EndsWith("  bob rates a palette that is gone, 1 star\n"));
    CHECK_THAT(text_of(an_event("message.posted", "null"), plain),
               Catch::Contains("message.posted palette/42"));
}

TEST_CASE("status says what is the matter, and with --long who reads and writes the log") {
    const DaemonStatus daemon{.name{"palette-popularityd"},
                              .state = DaemonState::degraded,
                              .parked = 2,
                              .problem = api::Line("events of palette/1 wait: broken")};
    const api::ConsumerStatus consumer{.name{"palette-popularityd"}, .offset = 7, .lag = 3};
    const api::SourceStatus source{.source{"paletted/1"},
                                   .incarnation{"0123456789abcdef0123456789abcdef"},
                                   .sequence = 9,
                                   .lag = 0};
    FamilyStatus status{.items{daemon}};
    status.log = api::LogStatus{
        .first = 1, .head = 10, .bytes = 2'048, .consumers{consumer}, .sources{source}};
    CHECK_THAT(text_of(status, plain),
               Catch::EndsWith("palette-popularityd: events of palette/1 wait: broken\n"));
    const std::string shown = long_text(status, plain);
    CHECK_THAT(shown, Catch::Contains("events 1 to 10 are kept, 2.0 KiB"));
    CHECK_THAT(shown, Catch::Contains("paletted/1") && Catch::Contains("CONSUMER"));
    status.log->consumers[0].lost = true;
    CHECK_THAT(long_text(status, plain), Catch::Contains("lost"));
    CHECK(tsv(daemon).ends_with("\t2\tevents of palette/1 wait: broken\n"));
}

TEST_CASE("a terminal with colors gets them") {
    const std::string shown = shown_text(a_palette("Sea Glass"), colored);
    CHECK_THAT(shown, Catch::Contains("48;2;11;57;84"));
    CHECK_THAT(shown, Catch::Contains("#0b3954"));
}

TEST_CASE("spans and sizes are said in their largest unit") {
    CHECK(span_text(9) == "9 s");
    CHECK(span_text(200) == "3 min");
    CHECK(span_text(7'500) == "2 h 5 min");
    CHECK(span_text(400'000) == "4 days");
    CHECK(size_text(812) == "812 B");
    CHECK(size_text(4'200) == "4.1 KiB");
    CHECK(size_text(5'000'000'000'000'000) == "4547.5 TiB");
}

TEST_CASE("a problem names its file and line") {
    CHECK(problem_line({.file{"a.jsonl"}, .message{"this is not JSON"}, .line = api::Count(12)}) ==
          "a.jsonl:12: this is not JSON");
    CHECK(problem_line({.file{"a.json"}, .message{"record 2: it has no colors"}}) ==
          "a.json: record 2: it has no colors");
}

TEST_CASE("a rating says what you gave and what that made") {
    api::Rating rating{.ref{"alice/sea-glass"},
                       .changed = true,
                       .stars = 11,
                       .ratings = 3,
                       .yours = api::Stars(4)};
    CHECK(text_of(rating, plain) == "you gave alice/sea-glass 4 stars: 3.67 of 3 ratings\n");
    CHECK(tsv(rating) == "alice/sea-glass\t4\ttrue\t11\t3\n");
    rating = {.ref{"alice/sea-glass"}, .changed = false, .stars = 0, .ratings = 0};
    CHECK(text_of(rating, plain) == "you have not rated alice/sea-glass anyway: no ratings\n");
    CHECK(tsv(rating) == "alice/sea-glass\t\tfalse\t0\t0\n");
}

TEST_CASE("a trend is explained by its hours, in a pipe on one line") {
    api::TrendingItemOf<api::Palette> item{
        .rank = 1, .score{"3.500"}, .likes = 5, .palette = a_palette("Sea Glass")};
    item.terms.emplace();
    item.terms->push_back({.hour = {7'200'000}, .likes = 2, .weight{"1.000"}});
    item.terms->push_back({.hour = {0}, .likes = 3, .weight{"0.500"}});
    CHECK_THAT(tsv(item), Catch::EndsWith("\t1970-01-01T02:00:00.000Z=2*1.000,"
                                          "1970-01-01T00:00:00.000Z=3*0.500\n"));
    const api::TrendingPage page{.items{item}, .half_life_hours = 24};
    CHECK_THAT(text_of(page, plain),
               Catch::Contains("alice/sea-glass  3.500 =\n"
                               "  1970-01-01T02:00:00.000Z  2 likes * 1.000\n") &&
                   Catch::Contains("a like weighs 2^(-age / 24 hours)"));
}
