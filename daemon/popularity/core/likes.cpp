#include "popularity/core/likes.hpp"

#include "api/writer.hpp"
#include "outbox/outbox.hpp"
#include "popularity/core/catalogue.hpp"
#include "popularity/core/ranking.hpp"

#include <charconv>

namespace palette::popularity {

namespace {

Result<Catalogued> find_for(const store::ReadTxn& txn, const service::Caller& who,
                            const api::PaletteRef& ref) {
    auto found = look_up(txn, ref);
    if (!found || (found->known.is_private && found->known.owner_id != who.id.value())) {
        return no_palette(ref);
    }
    return *std::move(found);
}

api::Liking liking(const Catalogued& palette, bool liked, bool changed, std::uint64_t likes) {
    return {.ref = *api::PaletteRef::from(palette.known.ref),
            .liked = liked,
            .changed = changed,
            .likes = api::Count::clamped(likes)};
}

void tell(store::WriteTxn& txn, const service::Caller& who, const Catalogued& palette,
          const api::EventType& type, const CountRow& count, Timestamp now) {
    const api::PaletteLiked data{.user_id = who.id,
                                 .user = who.name,
                                 .palette_id = api::PaletteId::clamped(palette.id),
                                 .ref = *api::PaletteRef::from(palette.known.ref),
                                 .likes = api::Count::clamped(count.likes)};
    outbox::append(txn, {.type = *api::Word::from(type.name),
                         .subject = *api::Word::from("palette/" + std::to_string(palette.id)),
                         .time = now,
                         .topic = type.topic,
                         .audience = palette.known.is_private ? api::Audience::daemons
                                                              : api::Audience::public_,
                         .revision = api::Revision::clamped(count.changes),
                         .data = api::Json(api::to_json(data))});
}

CountRow change_count(store::WriteTxn& txn, const Catalogued& palette, std::int64_t by) {
    const CountRow before = txn.get(counts, palette.id).value_or(CountRow{});
    const CountRow after{before.likes + static_cast<std::uint64_t>(by), before.changes + 1};
    txn.put(counts, palette.id, after);
    if (!palette.known.is_private) move_rank(txn, palette.id, before.likes, after.likes);
    return after;
}

// "rank.likes.id" of the last item of a page.
struct PopularCursor {
    std::uint64_t rank = 0;
    std::uint64_t likes = 0;
    std::uint64_t id = 0;
};

std::optional<PopularCursor> read_cursor(const api::Cursor& cursor) {
    PopularCursor read;
    const char* at = cursor.text().data();
    const char* end = at + cursor.text().size();
    for (std::uint64_t* part : {&read.rank, &read.likes, &read.id}) {
        const auto number = std::from_chars(at, end, *part);
        if (number.ec != std::errc{}) return std::nullopt;
        at = number.ptr;
        if (at != end && *at == '.') ++at;
    }
    if (at != end) return std::nullopt;
    return read;
}

api::Cursor cursor_text(const PopularCursor& cursor) {
    return *api::Cursor::from(std::to_string(cursor.rank) + "." + std::to_string(cursor.likes) +
                              "." + std::to_string(cursor.id));
}

}  // namespace

tl::unexpected<Error> no_palette(const api::PaletteRef& ref) {
    return refuse(ErrorKind::not_found, "ref", "there is no palette " + ref.text(),
                  "list what there is with: palettectl palette list");
}

bool visible_to(const api::PaletteCreated& palette, const service::Caller& who) {
    return palette.palette.visibility == api::Visibility::public_ || palette.owner_id == who.id;
}

Result<api::Liking> like(store::WriteTxn& txn, const service::Caller& who,
                         const api::PaletteRef& ref, Timestamp now) {
    const auto palette = find_for(txn, who, ref);
    if (!palette) return refuse(palette.error());
    if (txn.has(likes, {palette->id, who.id.value()})) {
        return liking(*palette, true, false, txn.get(counts, palette->id)->likes);
    }
    txn.put(likes, {palette->id, who.id.value()}, {now, who.name.text()});
    const CountRow count = change_count(txn, *palette, +1);
    tell(txn, who, *palette, api::PaletteLiked::event, count, now);
    return liking(*palette, true, true, count.likes);
}

Result<api::Liking> unlike(store::WriteTxn& txn, const service::Caller& who,
                           const api::PaletteRef& ref, Timestamp now) {
    const auto palette = find_for(txn, who, ref);
    if (!palette) return refuse(palette.error());
    if (!txn.erase(likes, {palette->id, who.id.value()})) {
        const auto count = txn.get(counts, palette->id).value_or(CountRow{});
        return liking(*palette, false, false, count.likes);
    }
    const CountRow count = change_count(txn, *palette, -1);
    tell(txn, who, *palette, api::PaletteLiked::undone, count, now);
    return liking(*palette, false, true, count.likes);
}

Result<api::ListPopular::Stored> popular(const store::ReadTxn& txn, const api::ListPopular& wanted,
                                         Timestamp now) {
    std::optional<PopularCursor> at;
    if (wanted.after) {
        at = read_cursor(*wanted.after);
        if (!at) {
            return refuse(ErrorKind::invalid_argument, "after",
                          "after: expected `next` of the page before");
        }
    }
    api::ListPopular::Stored page{.as_of = now};
    std::size_t bytes = 0;
    PopularCursor last = at.value_or(PopularCursor{});
    auto scan =
        at ? txn.scan(ranks).after(std::get<0>(rank_key(at->likes, 0)), at->id) : txn.scan(ranks);
    for (const auto& [key, unused] : scan) {
        if (page.items.size() == wanted.limit.value() || bytes >= api::most_page_bytes) {
            page.next = cursor_text(last);
            break;
        }
        last = {last.rank + 1, likes_of(key), std::get<1>(key)};
        const auto json = txn.get(palettes, last.id);
        CHECK_INVARIANT(json.has_value());
        bytes += json->size();
        page.items.push_back({.rank = api::Rank::clamped(last.rank),
                              .likes = api::Count::clamped(last.likes),
                              .palette = api::Encoded<api::Palette>(*json)});
    }
    return page;
}

}  // namespace palette::popularity
