#include "popularity/core/likes.hpp"

#include "api/writer.hpp"
#include "outbox/outbox.hpp"
#include "popularity/core/catalogue.hpp"
#include "popularity/core/ranking.hpp"

namespace palette::popularity {

namespace {

CountRow count_of(const store::ReadTxn& txn, const Catalogued& palette) {
    return txn.get(counts, palette.id).value_or(CountRow{});
}

void tell(store::WriteTxn& txn, const service::Caller& who, const Catalogued& palette,
          const api::EventType& type, const CountRow& count, Timestamp now) {
    const api::PaletteLiked data{.user_id = who.id,
                                 .palette_id = api::PaletteId::clamped(palette.id),
                                 .likes = api::Count::clamped(count.likes),
                                 .user = who.name,
                                 .ref = *api::PaletteRef::from(palette.known.ref)};
    const bool is_private = palette.known.is_private;
    outbox::append(txn, api::new_event(type,
                                       {.kind = "palette",
                                        .id = palette.id,
                                        .time = now,
                                        .audience = is_private ? api::Audience::daemons
                                                               : api::Audience::public_,
                                        .revision = count.changes},
                                       api::to_json(data)));
}

void change_count(store::WriteTxn& txn, const Catalogued& palette, std::int64_t by) {
    const CountRow before = count_of(txn, palette);
    const CountRow after{before.likes + static_cast<std::uint64_t>(by), before.changes + 1};
    txn.put(counts, palette.id, after);
    if (!palette.known.is_private) move_rank(txn, palette.id, before.likes, after.likes);
}

}  // namespace

Result<api::Liking> like(store::WriteTxn& txn, const service::Caller& who,
                         const api::PaletteRef& ref, Timestamp now) {
    const auto palette = find_for(txn, who, ref);
    if (!palette) return refuse(palette.error());
    const std::tuple key{palette->known.like_set, who.id.value()};
    const bool changed = !txn.has(likes, key);
    if (changed) {
        txn.put(likes, key, {now, who.name.text()});
        change_count(txn, *palette, +1);
        tell(txn, who, *palette, api::PaletteLiked::event, count_of(txn, *palette), now);
    }
    return api::Liking{.ref = *api::PaletteRef::from(palette->known.ref),
                       .liked = true,
                       .changed = changed,
                       .likes = api::Count::clamped(count_of(txn, *palette).likes)};
}

Result<api::Liking> unlike(store::WriteTxn& txn, const service::Caller& who,
                           const api::PaletteRef& ref, Timestamp now) {
    const auto palette = find_for(txn, who, ref);
    if (!palette) return refuse(palette.error());
    const bool changed = txn.erase(likes, {palette->known.like_set, who.id.value()});
    if (changed) {
        change_count(txn, *palette, -1);
        tell(txn, who, *palette, api::PaletteLiked::undone, count_of(txn, *palette), now);
    }
    return api::Liking{.ref = *api::PaletteRef::from(palette->known.ref),
                       .liked = false,
                       .changed = changed,
                       .likes = api::Count::clamped(count_of(txn, *palette).likes)};
}

}  // namespace palette::popularity
