// A column of tsv is called as the member of JSON whose value it shows.
#include "cli/render/printed.hpp"

#include "api/example.hpp"
#include "api/reader.hpp"
#include "catch.hpp"
#include "cli/render/channel.hpp"
#include "cli/render/color.hpp"
#include "cli/render/color_compare.hpp"
#include "cli/render/config.hpp"
#include "cli/render/contrast_matrix.hpp"
#include "cli/render/event.hpp"
#include "cli/render/import.hpp"
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
#include "cli/render/user.hpp"

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

}  // namespace

TEST_CASE("a column shows the member that it is called as") {
    check_columns<api::Channel>(printed_channel);
    check_columns<api::ChannelMember>(printed_channel_members);
    check_columns<api::DeletedPalette>(printed_deleted_palette);
    check_columns<api::Event>(printed_event);
    check_columns<api::Like>(printed_likes);
    check_columns<api::Liking>(printed_liking);
    check_columns<api::Me>(printed_me);
    check_columns<api::Membership>(printed_membership);
    check_columns<api::Message>(printed_messages);
    check_columns<api::NewToken>(printed_new_token);
    check_columns<api::Palette>(printed_palette);
    check_columns<api::PopularItemOf<api::Palette>>(printed_popular);
    check_columns<api::Profile>(printed_profile);
    check_columns<api::Rating>(printed_rating);
    check_columns<api::SessionInfo>(printed_sessions);
    check_columns<api::TokenInfo>(printed_tokens);
    check_columns<api::TrendingItemOf<api::Palette>>(printed_trending);
    check_columns<api::User>(printed_user);
    check_columns<ColorItem>(printed_colors);
    check_columns<ColorMade>(printed_colors_made);
    check_columns<ColorShown>(printed_colors_shown);
    check_columns<ColorsCompared>(printed_comparison);
    check_columns<ContrastPair>(printed_contrasts);
    check_columns<ContrastShown>(printed_contrast);
    check_columns<DaemonStatus>(printed_status);
    check_columns<Difference>(printed_differences);
    check_columns<FileChecked>(printed_files_checked);
    check_columns<FindingShown>(printed_report);
    check_columns<ImportSummary>(printed_import);
    check_columns<Painted>(printed_preview);
    check_columns<RetriedDaemon>(printed_retried);
    check_columns<RuleShown>(printed_rules);
    check_columns<SettingShown>(printed_settings);
    check_columns<ShownLine>(printed_log);
}
