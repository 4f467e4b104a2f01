// The broker's log, read whole and counted by hand.
#pragma once

#include "api/event.hpp"
#include "ledger.hpp"
#include "person.hpp"
#include "rpc/client.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace palette::test {

// Every public event, oldest first. Throws std::runtime_error when the broker does not answer.
[[nodiscard]] std::vector<api::Event> read_log(rpc::Client& client);

// Offsets from 1 without holes, and each source's ids `<incarnation>-<n>` with n from 1 without gap
// or double. CHECKs. For a family in which every event is public.
void check_whole(const std::vector<api::Event>& log);

// What the events say there is. CHECKs that nothing happened twice; titles are unique here.
struct Recount {
    std::map<std::uint64_t, std::string> titles;              // by the palette's number
    std::map<std::uint64_t, std::set<std::uint64_t>> likers;  // by the same

    // Only palettes that somebody likes.
    [[nodiscard]] std::map<std::uint64_t, std::uint64_t> likes() const;
};
[[nodiscard]] Recount recount(const std::vector<api::Event>& log);

// How often palette-popularityd says that each palette is liked, over all pages; CHECKs that the
// ranks go up and the likes down.
[[nodiscard]] std::map<std::uint64_t, std::uint64_t> popular(rpc::Client& client);

// Publishes a palette and likes it, and waits until the log has both: since events are relayed in
// order, it has everything that was done before. The palette that marked it.
api::Palette wait_for_relays(rpc::Client& client, const Person& person);

// All of the above: what was acknowledged is there, `popular` is what the events say, the log is
// whole. CHECKs.
void audit(rpc::Client& client, const Person& person, const Ledger& acknowledged);

}  // namespace palette::test
