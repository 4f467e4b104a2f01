#include "palettes/core/snapshot.hpp"

#include "api/page.hpp"
#include "palettes/core/accounts.hpp"
#include "palettes/core/palette_events.hpp"
#include "palettes/core/palette_rows.hpp"
#include "palettes/core/sessions.hpp"
#include "palettes/core/signing_key.hpp"

#include <bit>

namespace palette::palettes {

namespace {

// Rows a page may visit.
constexpr std::size_t most_visited = 200;

// What a snapshot tells of, in this order. A cursor is the part and the key last told of.
enum class Part : std::uint64_t { users = 1, palettes, ended_sessions };

class Page {
  public:
    Page(const std::string& incarnation, Timestamp now)
        : page_{.incarnation = *api::Incarnation::from(incarnation)}, now_(now) {}

    [[nodiscard]] Timestamp now() const { return now_; }
    // False when the page has ended: it is gone on with after `place`.
    bool take(api::NewEvent state) {
        if (!budget_.visits() || !budget_.takes(state.data.text().size())) return false;
        page_.items.push_back(std::move(state));
        return true;
    }
    void goes_on_after(const api::Cursor& place) { page_.next = place; }
    [[nodiscard]] api::SnapshotPage done() && { return std::move(page_); }

  private:
    api::SnapshotPage page_;
    api::PageBudget budget_{{.items = most_visited}};
    Timestamp now_;
};

api::Cursor place_in(Part part, std::uint64_t first, std::uint64_t second = 0,
                     std::uint64_t third = 0) {
    return api::cursor_of({static_cast<std::uint64_t>(part), first, second, third});
}

// Each of these is true when all of its part was told of.
bool tell_users(const store::ReadTxn& txn, std::uint64_t last, Page& page) {
    for (const auto& [id, row] : txn.scan(users).after(last)) {
        const auto revision = api::Revision::clamped(row.revision);
        if (!page.take(registered_event(*find_user(txn, id), revision, page.now()))) {
            page.goes_on_after(place_in(Part::users, last));
            return false;
        }
        last = id;
    }
    return true;
}

bool tell_palettes(const store::ReadTxn& txn, std::uint64_t last, Page& page) {
    for (const auto& [id, facts] : txn.scan(palette_facts).after(last)) {
        if (txn.has(departed_users, facts.owner_id)) continue;
        const std::string_view json = stored_json(txn, id);
        const auto revision = palette_in(json).revision;
        if (!page.take(created_event(facts, json, revision, page.now()))) {
            page.goes_on_after(place_in(Part::palettes, last));
            return false;
        }
        last = id;
    }
    return true;
}

using EndedKey = std::tuple<Timestamp, SessionId>;

// A session's name as two numbers, for a cursor.
std::array<std::uint64_t, 2> halves_of(const SessionId& id) {
    return std::bit_cast<std::array<std::uint64_t, 2>>(id);
}

bool tell_ended_sessions(const store::ReadTxn& txn, EndedKey last, Page& page) {
    for (const auto& [key, unused] :
         txn.scan(service::ended_sessions_by_time).after(std::get<0>(last), std::get<1>(last))) {
        const auto& [until, id] = key;
        if (!page.take(ended_event(id, until, page.now()))) {
            const auto& [last_until, last_id] = last;
            const auto [first, second] = halves_of(last_id);
            page.goes_on_after(place_in(Part::ended_sessions,
                                        static_cast<std::uint64_t>(last_until.ms), first, second));
            return false;
        }
        last = key;
    }
    return true;
}

EndedKey ended_key(std::uint64_t until_ms, std::uint64_t first, std::uint64_t second) {
    return {Timestamp{static_cast<std::int64_t>(until_ms)},
            std::bit_cast<SessionId>(std::array{first, second})};
}

}  // namespace

Result<api::SnapshotPage> read_snapshot(const store::ReadTxn& txn, const std::string& incarnation,
                                        const api::ReadSnapshot& wanted, Timestamp now) {
    std::vector<std::uint64_t> at{static_cast<std::uint64_t>(Part::users), 0, 0, 0};
    if (wanted.after) {
        auto read = api::numbers_of(*wanted.after, at.size());
        if (!read) return refuse(read.error());
        at = *std::move(read);
    }
    Page page(incarnation, now);
    if (!wanted.after) static_cast<void>(page.take(keys_event(txn, now)));
    // What is before the part that the cursor is in was told of.
    const auto begin = [&](Part part) {
        return at[0] == static_cast<std::uint64_t>(part) ? at[1] : 0;
    };
    if (at[0] <= static_cast<std::uint64_t>(Part::users) &&
        !tell_users(txn, begin(Part::users), page)) {
        return std::move(page).done();
    }
    if (at[0] <= static_cast<std::uint64_t>(Part::palettes) &&
        !tell_palettes(txn, begin(Part::palettes), page)) {
        return std::move(page).done();
    }
    // Those that may be forgotten already are passed over.
    const bool is_in_it = at[0] == static_cast<std::uint64_t>(Part::ended_sessions);
    const EndedKey from = is_in_it ? ended_key(at[1], at[2], at[3])
                                   : ended_key(static_cast<std::uint64_t>(now.ms), 0, 0);
    static_cast<void>(tell_ended_sessions(txn, from, page));
    return std::move(page).done();
}

}  // namespace palette::palettes
