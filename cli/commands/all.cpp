#include "cli/commands/all.hpp"

#include "cli/commands/account.hpp"
#include "cli/commands/admin.hpp"
#include "cli/commands/channel.hpp"
#include "cli/commands/color.hpp"
#include "cli/commands/color_check_terminal.hpp"
#include "cli/commands/color_compare.hpp"
#include "cli/commands/color_distinct.hpp"
#include "cli/commands/color_mix.hpp"
#include "cli/commands/color_sort.hpp"
#include "cli/commands/completion.hpp"
#include "cli/commands/config.hpp"
#include "cli/commands/contrast.hpp"
#include "cli/commands/export.hpp"
#include "cli/commands/family.hpp"
#include "cli/commands/help.hpp"
#include "cli/commands/import.hpp"
#include "cli/commands/logs.hpp"
#include "cli/commands/palette.hpp"
#include "cli/commands/palette_change.hpp"
#include "cli/commands/palette_check.hpp"
#include "cli/commands/palette_convert.hpp"
#include "cli/commands/palette_diff.hpp"
#include "cli/commands/palette_generate.hpp"
#include "cli/commands/palette_preview.hpp"
#include "cli/commands/popularity.hpp"
#include "cli/commands/rpc.hpp"
#include "cli/commands/session.hpp"
#include "cli/commands/user.hpp"
#include "cli/commands/watch.hpp"

namespace palette::cli {

namespace {

template <class... Commands>
constexpr std::array<const CommandRow*, sizeof...(Commands)> rows_of{&row_of<Commands>...};

constexpr auto all =
    rows_of<AdminRetry, ChannelCreate, ChannelHistory, ChannelJoin, ChannelLeave, ChannelList,
            ChannelMembers, ChannelShow, ColorCheckTerminal, ColorCompare, ColorContrast,
            ColorConvert, ColorDistinct, ColorGradient, ColorHarmony, ColorMix, ColorName,
            ColorScale, ColorShow, ColorSimulate, ColorSort, Completion, ConfigCheck, ConfigShow,
            ContrastOfPalette, Down, Export, Help, Import, Like, Likes, Login, Logout, Logs,
            PaletteCheck, PaletteConvert, PaletteCreate, PaletteDelete, PaletteDiff, PaletteEdit,
            PaletteFork, PaletteGenerate, PaletteHistory, PaletteLineage, PaletteList,
            PalettePreview, PaletteRevert, PaletteShow, Passwd, Popular, Rate, Register, Rpc, Say,
            SessionEnd, SessionList, Status, TokenCreate, TokenList, TokenRevoke, Trending, Unlike,
            Up, UserDelete, UserEdit, UserShow, Version, Watch, Whoami>;

consteval bool sorted() {
    for (std::size_t i = 1; i < all.size(); ++i) {
        if (all[i]->facts->path <= all[i - 1]->facts->path) return false;
    }
    return true;
}
static_assert(sorted());

}  // namespace

std::span<const CommandRow* const> commands() {
    return all;
}

}  // namespace palette::cli
