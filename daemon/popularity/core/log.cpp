#include "popularity/core/log.hpp"

#include "api/popularity.hpp"
#include "api/writer.hpp"
#include "store/pack.hpp"

#include <algorithm>
#include <array>

namespace palette::popularity {

namespace {

template <class T>
inline constexpr bool is_told = std::is_same_v<T, LikeChanged> ||
                                std::is_same_v<T, RatingChanged> || std::is_same_v<T, StandingTold>;

template <class... Kinds>
constexpr std::array<bool, sizeof...(Kinds)> told_kinds(const std::variant<Kinds...>*) {
    return {is_told<Kinds>...};
}
constexpr auto told = told_kinds(static_cast<const Entry*>(nullptr));

template <class T>
Entry unpacked(std::string_view bytes, const store::Place& place) {
    return store::unpack_whole<T>(bytes, place);
}
using Unpack = Entry (*)(std::string_view bytes, const store::Place& place);

template <class... Kinds>
constexpr std::array<Unpack, sizeof...(Kinds)> unpackers(const std::variant<Kinds...>*) {
    return {unpacked<Kinds>...};
}
constexpr auto unpack_kind = unpackers(static_cast<const Entry*>(nullptr));

api::Audience audience_of(bool is_private) {
    return is_private ? api::Audience::daemons : api::Audience::public_;
}

api::NewEvent told_as(const LikeChanged& change, std::uint64_t number, Timestamp at) {
    const api::PaletteLiked data{.user_id = api::UserId::clamped(change.user),
                                 .palette_id = api::PaletteId::clamped(change.palette),
                                 .likes = api::Count::clamped(change.count)};
    return api::new_event(change.likes ? api::PaletteLiked::event : api::PaletteLiked::undone,
                          {.kind = "palette",
                           .id = change.palette,
                           .time = at,
                           .audience = audience_of(change.is_private),
                           .revision = number},
                          api::to_json(data));
}

api::NewEvent told_as(const RatingChanged& change, std::uint64_t number, Timestamp at) {
    api::PaletteRated data{.user_id = api::UserId::clamped(change.user),
                           .palette_id = api::PaletteId::clamped(change.palette)};
    if (change.stars > 0) data.stars = api::Stars::clamped(change.stars);
    return api::new_event(api::PaletteRated::event,
                          {.kind = "palette",
                           .id = change.palette,
                           .time = at,
                           .audience = audience_of(change.is_private),
                           .revision = number},
                          api::to_json(data));
}

api::NewEvent told_as(const StandingTold& standing, std::uint64_t /*number*/, Timestamp at) {
    return standing_event(standing, at);
}

}  // namespace

Tail tail_of(const store::ReadTxn& log_store) {
    const auto newest = log_store.last(log);
    if (!newest) return {};
    const LogRow& row = newest->value;
    return {newest->key, row.hour, row.events_through, row.bytes_through};
}

Tail append(store::WriteTxn& log_store, const Tail& tail, const Entry& entry, Timestamp now) {
    std::string bytes;
    std::visit([&](const auto& one) { store::pack(bytes, one); }, entry);
    const Tail after{.number = tail.number + 1,
                     .hour = std::max(tail.hour, hour_of(now)),
                     .events = tail.events + (told[entry.index()] ? 1 : 0),
                     .bytes = tail.bytes + bytes.size()};
    log_store.put(log, after.number,
                  {.kind = static_cast<std::uint8_t>(entry.index()),
                   .at = now,
                   .hour = after.hour,
                   .events_through = after.events,
                   .bytes_through = after.bytes,
                   .entry = bytes});
    return after;
}

Entry entry_of(std::uint64_t number, const LogRow& row) {
    const store::KeyBytes key = store::key_bytes(number);
    const store::Place place{log.name, key.view()};
    if (row.kind >= unpack_kind.size()) throw store::Corrupt(place);
    return unpack_kind[row.kind](row.entry, place);
}

std::optional<api::NewEvent> event_of(std::uint64_t number, const LogRow& row) {
    if (!is_event(row)) return std::nullopt;
    return std::visit(
        [&]<class T>(const T& one) -> std::optional<api::NewEvent> {
            if constexpr (is_told<T>) return told_as(one, number, row.at);
            return std::nullopt;
        },
        entry_of(number, row));
}

bool is_event(const LogRow& row) {
    return row.kind < told.size() && told[row.kind];
}

api::NewEvent standing_event(const StandingTold& standing, Timestamp at) {
    const api::UserRated data{.user_id = api::UserId::clamped(standing.user),
                              .stars = api::Count::clamped(standing.stars),
                              .ratings = api::Count::clamped(standing.ratings)};
    return api::new_event(api::UserRated::event,
                          {.kind = "user",
                           .id = standing.user,
                           .time = at,
                           .audience = api::Audience::daemons,
                           .revision = standing.revision},
                          api::to_json(data));
}

}  // namespace palette::popularity
