// Who answers what: the daemons of the family, their sockets and their methods.
#pragma once

#include "api/channel.hpp"
#include "api/lineage.hpp"
#include "api/log.hpp"
#include "api/method.hpp"
#include "api/palette_change.hpp"
#include "api/popularity.hpp"
#include "api/service.hpp"
#include "api/settings.hpp"
#include "api/source.hpp"
#include "api/token.hpp"

namespace palette::api {

using Palettes =
    MethodList<ListKeys, CreatePalette, DeletePalette, FindPalette, ForkPalette, GetPalette,
               ListRevisions, ImportPalette, GetLineage, ListPalettes, UpdatePalette, LogIn, LogOut,
               ListSessions, RefreshSession, ReadSnapshot, CreateToken, ListTokens, RevokeToken,
               DeleteUser, EditUser, GetUser, WhoAmI, ChangePassword, RegisterUser>;

using Popularity = MethodList<ReadFigures, LikePalette, ListLikes, ListPopular, RatePalette,
                              ListTrending, UnlikePalette, ViewPalette, ReadSnapshot>;

using Broker = MethodList<CreateChannel, GetChannel, JoinChannel, LeaveChannel, ListChannels,
                          ListChannelMembers, ListEvents, LocateEvents, ReadEvents, AskLogStatus,
                          ListMessages, PostMessage, AppendEvents, LocateSource>;

struct Daemon {
    std::string_view name;     // the program, and the name in `status`
    std::string_view summary;  // one line
    std::string_view source;   // the name of its outbox
    std::span<const MethodRow* const> methods;
    OwnSettings own_settings{};  // their defaults

    // The names of its sockets in the run folder.
    [[nodiscard]] std::string client_socket() const { return std::string(name) + ".sock"; }
    [[nodiscard]] std::string sibling_socket() const { return std::string(name) + ".sibling.sock"; }
};

// Constants, initialized before anything runs; their rows are made in directory.cpp alone, or every
// file that asks a daemon something would make those of all methods.
extern const Daemon palettes_daemon;
extern const Daemon popularity_daemon;
extern const Daemon broker_daemon;

// Where the broker publishes.
inline constexpr std::string_view live_socket = "palette-brokerd.live.sock";

// In the order in which they are started. None needs another to start.
inline constexpr std::array<const Daemon*, 3> family{&broker_daemon, &palettes_daemon,
                                                     &popularity_daemon};

// The daemon that answers M, known at compile time.
template <class M>
constexpr const Daemon& daemon_of() {
    if constexpr (Palettes::has<M>) {
        return palettes_daemon;
    } else if constexpr (Popularity::has<M>) {
        return popularity_daemon;
    } else {
        static_assert(Broker::has<M>, "no daemon answers this method");
        return broker_daemon;
    }
}

struct Found {
    const Daemon* daemon;  // null for the methods that all answer
    const MethodRow* method;
};

// The method of that name, whichever daemon answers it.
[[nodiscard]] std::optional<Found> find_method(std::string_view name);

}  // namespace palette::api
