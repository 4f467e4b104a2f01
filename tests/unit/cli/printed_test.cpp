// A column of tsv is called as the member of JSON whose value it shows.
#include "cli/render/printed.hpp"

#include "api/example.hpp"
#include "api/reader.hpp"
#include "catch.hpp"
#include "cli/commands/all.hpp"
#include "cli/commands/help.hpp"
#include "cli/render/channel.hpp"
#include "cli/render/color.hpp"
#include "cli/render/color_compare.hpp"
#include "cli/render/color_distinct.hpp"
#include "cli/render/color_named.hpp"
#include "cli/render/color_seen.hpp"
#include "cli/render/config.hpp"
#include "cli/render/contrast_matrix.hpp"
#include "cli/render/event.hpp"
#include "cli/render/generated.hpp"
#include "cli/render/import.hpp"
#include "cli/render/lineage.hpp"
#include "cli/render/lint.hpp"
#include "cli/render/log.hpp"
#include "cli/render/palette.hpp"
#include "cli/render/palette_diff.hpp"
#include "cli/render/popularity.hpp"
#include "cli/render/preview.hpp"
#include "cli/render/print.hpp"
#include "cli/render/retried.hpp"
#include "cli/render/session.hpp"
#include "cli/render/status.hpp"
#include "cli/render/terminal_check.hpp"
#include "cli/render/user.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <vector>

using namespace palette;
using namespace palette::cli;

namespace {

std::vector<std::string> values_of(const std::string& line) {
    std::istringstream cells(line.substr(0, line.size() - 1) + "\t");
    std::vector<std::string> values;
    for (std::string one; std::getline(cells, one, '\t');)
        values.push_back(one);
    return values;
}

// The member's value as tsv has it: as JSON, without quotes; empty for null.
std::string value_of(const api::Member& member, const void* object) {
    const void* value = member.peek(object);
    if (value == nullptr) return {};
    std::string json;
    api::append_json(json, *member.shape, value);
    return json.starts_with('"') ? json.substr(1, json.size() - 2) : json;
}

// Columns with a note, and those of what is within the object, are for other tests.
template <class T>
void check_columns(const Printed& printed) {
    const api::Shape& shape = api::shape_of<T>;
    const auto thing = api::read_json<T>(api::example_of(shape));
    INFO(shape.name);
    REQUIRE(thing);
    const auto values = values_of(tsv_of(*thing));
    REQUIRE(values.size() == printed.columns.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto& [name, note] = printed.columns[i];
        const api::Member* member = api::find_member(shape, name);
        INFO(name);
        if (note.empty() && member != nullptr) CHECK(values[i] == value_of(*member, &*thing));
    }
}

struct Checked {
    const Printed* printed;
    void (*check)(const Printed& printed);
};

const std::array by_member{
    Checked{&printed_changed, check_columns<api::Changed>},
    Checked{&printed_channel, check_columns<api::Channel>},
    Checked{&printed_channel_members, check_columns<api::ChannelMember>},
    Checked{&printed_channels, check_columns<api::Channel>},
    Checked{&printed_colors, check_columns<ColorItem>},
    Checked{&printed_colors_made, check_columns<ColorMade>},
    Checked{&printed_colors_named, check_columns<ColorNamed>},
    Checked{&printed_colors_seen, check_columns<ColorSeen>},
    Checked{&printed_colors_shown, check_columns<ColorShown>},
    Checked{&printed_comparison, check_columns<ColorsCompared>},
    Checked{&printed_contrast, check_columns<ContrastShown>},
    Checked{&printed_contrasts, check_columns<ContrastPair>},
    Checked{&printed_deleted_palette, check_columns<api::DeletedPalette>},
    Checked{&printed_differences, check_columns<Difference>},
    Checked{&printed_distinct, check_columns<ColorItem>},
    Checked{&printed_event, check_columns<api::Event>},
    Checked{&printed_files_checked, check_columns<FileChecked>},
    Checked{&printed_generated, check_columns<ColorItem>},
    Checked{&printed_import, check_columns<ImportSummary>},
    Checked{&printed_likes, check_columns<api::Like>},
    Checked{&printed_liking, check_columns<api::Liking>},
    Checked{&printed_log, check_columns<ShownLine>},
    Checked{&printed_me, check_columns<api::Me>},
    Checked{&printed_membership, check_columns<api::Membership>},
    Checked{&printed_messages, check_columns<api::Message>},
    Checked{&printed_new_token, check_columns<api::NewToken>},
    Checked{&printed_palette, check_columns<api::Palette>},
    Checked{&printed_palettes, check_columns<api::Palette>},
    Checked{&printed_popular, check_columns<api::PopularItemOf<api::Palette>>},
    Checked{&printed_preview, check_columns<Painted>},
    Checked{&printed_profile, check_columns<api::Profile>},
    Checked{&printed_rating, check_columns<api::Rating>},
    Checked{&printed_report, check_columns<FindingShown>},
    Checked{&printed_retried, check_columns<RetriedDaemon>},
    Checked{&printed_rules, check_columns<RuleShown>},
    Checked{&printed_sessions, check_columns<api::SessionInfo>},
    Checked{&printed_settings, check_columns<SettingShown>},
    Checked{&printed_status, check_columns<DaemonStatus>},
    Checked{&printed_tokens, check_columns<api::TokenInfo>},
    Checked{&printed_trending, check_columns<api::TrendingItemOf<api::Palette>>},
    Checked{&printed_user, check_columns<api::User>},
};

// Lines of these are of something else than the object or an item: tests of their own look at them.
const std::array of_something_else{&printed_colors_of_palette, &printed_explained,
                                   &printed_lineage,           &printed_said,
                                   &printed_terminal_check,    &printed_version};

bool is_looked_at(const Printed* printed) {
    return std::ranges::count(by_member, printed, &Checked::printed) > 0 ||
           std::ranges::count(of_something_else, printed) > 0;
}

}  // namespace

TEST_CASE("a column shows the member that it is called as") {
    for (const Checked& one : by_member)
        one.check(*one.printed);
}

TEST_CASE("of all that commands print the columns are looked at") {
    for (const CommandRow* row : commands()) {
        INFO(row->facts->path);
        CHECK((row->facts->prints == nullptr || is_looked_at(row->facts->prints)));
        CHECK((row->facts->prints_with.prints == nullptr ||
               is_looked_at(row->facts->prints_with.prints)));
    }
}
