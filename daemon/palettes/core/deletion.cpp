#include "palettes/core/deletion.hpp"

#include "outbox/outbox.hpp"
#include "palettes/core/accounts.hpp"
#include "palettes/core/finding.hpp"
#include "palettes/core/palette_events.hpp"
#include "palettes/core/sessions.hpp"
#include "palettes/core/tokens.hpp"

namespace palette::palettes {

namespace {

api::Palette take_away(store::WriteTxn& txn, const PaletteFacts& facts, Timestamp now) {
    api::Palette palette = stored_palette(txn, facts.id);
    erase_rows(txn, facts, palette);
    txn.put(deleted_palettes, facts.id, 1);
    outbox::append(txn, deleted_event(facts, palette.revision, now));
    return palette;
}

void sweep_revisions(store::WriteTxn& txn, std::uint64_t palette_id) {
    for (std::size_t i = 0; i < most_revisions_a_step; ++i) {
        const auto row = txn.scan(palette_revisions).under(palette_id).first();
        if (!row) {
            txn.erase(deleted_palettes, palette_id);
            return;
        }
        txn.erase(palette_revisions, row->key);
    }
}

// False when none of their palettes is left.
bool sweep_palettes(store::WriteTxn& txn, std::uint64_t user_id, Timestamp now) {
    for (std::size_t i = 0; i < most_palettes_a_step; ++i) {
        const auto row = txn.scan(palettes_of).under(user_id).first();
        if (!row) return false;
        take_away(txn, row->value, now);
    }
    return true;
}

bool sweep_slug_numbers(store::WriteTxn& txn, std::uint64_t user_id) {
    for (std::size_t i = 0; i < most_slug_numbers_a_step; ++i) {
        const auto row = txn.scan(slug_numbers).under(user_id).first();
        if (!row) return false;
        txn.erase(slug_numbers, row->key);
    }
    return true;
}

void sweep_user(store::WriteTxn& txn, std::uint64_t user_id, Timestamp now) {
    if (sweep_palettes(txn, user_id, now) || sweep_slug_numbers(txn, user_id)) return;
    txn.erase(departed_users, user_id);
}

}  // namespace

Result<api::DeletedPalette> delete_palette(store::WriteTxn& txn, const service::Caller& owner,
                                           const api::PaletteRef& ref, Timestamp now) {
    const auto facts = look_up_own(txn, ref, owner);
    if (!facts) return refuse(facts.error());
    const api::Palette gone = take_away(txn, *facts, now);
    return api::DeletedPalette{.id = gone.id, .ref = gone.ref};
}

void close_account(store::WriteTxn& txn, std::uint64_t user_id, Timestamp now) {
    const auto row = txn.get(users, user_id);
    CHECK_INVARIANT(row.has_value());
    end_sessions(txn, user_id, std::nullopt, now);
    end_tokens(txn, user_id, now);
    txn.erase(users, user_id);
    txn.erase(password_hashes, user_id);
    txn.erase(registration_keys, user_id);
    txn.erase(standings, user_id);
    txn.put(departed_users, user_id, 1);
    outbox::append(txn, left_event(user_id, row->revision + 1, now));
}

bool wants_sweeping(const store::ReadTxn& txn) {
    return txn.count_rows(departed_users) > 0 || txn.count_rows(deleted_palettes) > 0;
}

void sweep_deleted(store::WriteTxn& txn, Timestamp now) {
    if (const auto user = txn.first(departed_users)) return sweep_user(txn, user->key, now);
    if (const auto deleted = txn.first(deleted_palettes)) sweep_revisions(txn, deleted->key);
}

}  // namespace palette::palettes
