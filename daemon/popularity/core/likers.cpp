#include "api/page.hpp"
#include "base/check.hpp"
#include "popularity/core/lists.hpp"
#include "popularity/core/opinion_rows.hpp"

#include <limits>
#include <map>
#include <set>

namespace palette::popularity {

namespace {

// Those who like it by rows that are not folded yet, newest first; and all whose opinion these rows
// changed, of whom the tables do not know the last.
struct Pending {
    std::map<std::uint64_t, PendingLike, std::greater<>> likes;
    std::set<std::uint64_t> people;
};

// They are swept in steps, and are not to be seen before that.
bool is_gone(const View& view, std::uint64_t user) {
    return view.tables().has(departed_users, user);
}

Pending pending_of(const View& view, const Subject& subject) {
    std::map<std::uint64_t, PendingLike> last;
    for (PendingLike& like : view.pending_likes(subject))
        last[like.user] = std::move(like);
    Pending pending;
    for (auto& [user, like] : last) {
        pending.people.insert(user);
        if (like.likes && !is_gone(view, user)) pending.likes.emplace(like.number, std::move(like));
    }
    return pending;
}

Result<std::uint64_t> last_of_page_before(const std::optional<api::Cursor>& cursor) {
    if (!cursor) return std::numeric_limits<std::uint64_t>::max();
    const auto numbers = api::numbers_of(*cursor, 1);
    if (!numbers) return refuse(numbers.error());
    return numbers->front();
}

class Page {
  public:
    Page(const api::PaletteRef& ref, std::size_t most, std::uint64_t last)
        : ref_(ref), most_(most), last_(last) {}

    // False when there is no room for it.
    bool take(std::uint64_t number, const std::string& username, Timestamp liked_at) {
        if (page_.items.size() == most_) {
            page_.next = api::cursor_of({last_});
            return false;
        }
        page_.items.push_back({*api::Username::from(username), ref_, liked_at});
        last_ = number;
        return true;
    }
    // What comes next has a lower number.
    [[nodiscard]] std::uint64_t last() const { return last_; }
    [[nodiscard]] api::LikePage page() && { return std::move(page_); }

  private:
    const api::PaletteRef& ref_;
    std::size_t most_;
    std::uint64_t last_;
    api::LikePage page_;
};

}  // namespace

Result<api::LikePage> likers_of(const View& view, const service::Caller* who,
                                const api::ListLikes& wanted) {
    const auto subject = view.find_for(who, wanted.ref);
    if (!subject) return refuse(subject.error());
    return likers_of(view, *subject, wanted);
}

Result<api::LikePage> likers_of(const View& view, const Subject& subject,
                                const api::ListLikes& wanted) {
    const auto last = last_of_page_before(wanted.after);
    if (!last) return refuse(last.error());
    const auto ref = *api::PaletteRef::from(subject.known.ref);
    const Pending pending = pending_of(view, subject);
    Page page(ref, static_cast<std::size_t>(wanted.limit.number()), *last);
    for (const auto& [number, like] : pending.likes) {
        if (number >= page.last()) continue;
        if (!page.take(number, like.username, like.at)) return std::move(page).page();
    }
    if (!subject.is_folded) return std::move(page).page();
    const std::uint64_t set = subject.known.set;
    for (const auto& [key, user] :
         view.tables().scan(likers).under(set).after(set, newest_first(page.last()))) {
        if (pending.people.contains(user) || is_gone(view, user)) continue;
        const auto row = view.tables().get(opinions, {set, user});
        CHECK_INVARIANT(row.has_value());
        if (!page.take(newest_first(std::get<1>(key)), row->username, row->liked_at)) break;
    }
    return std::move(page).page();
}

}  // namespace palette::popularity
