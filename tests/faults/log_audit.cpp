#include "log_audit.hpp"

#include "api/directory.hpp"
#include "catch.hpp"
#include "family.hpp"

#include <algorithm>
#include <stdexcept>

namespace palette::test {

namespace {

void check_ids(const std::vector<api::Event>& log) {
    struct Source {
        std::string incarnation;
        std::uint64_t sequence = 0;
    };
    std::map<std::string, Source> sources;
    for (const api::Event& event : log) {
        const std::string& id = event.id.text();
        const auto hyphen = id.rfind('-');
        Source& source = sources[event.source.text()];
        if (source.sequence == 0) source.incarnation = id.substr(0, hyphen);
        ++source.sequence;
        if (id != source.incarnation + "-" + std::to_string(source.sequence)) {
            FAIL("offset " << event.offset.number() << " has " << id << ", expected number "
                           << source.sequence << " of " << source.incarnation);
        }
    }
}

void check_titles(rpc::Client& client, const Ledger& acknowledged) {
    std::size_t missing = 0;
    for (const auto& [id, title] : acknowledged.titles()) {
        const auto found =
            client.call(api::GetPalette{.ref = *api::PaletteRef::from(std::to_string(id))});
        const bool same = found && found->title.text() == title;
        if (!same) ++missing;
        if (!same) UNSCOPED_INFO("palette " << id << " \"" << title << "\" is not there");
    }
    CHECK(missing == 0);
}

void check_opinions(const Recount& counted, const Ledger& acknowledged) {
    std::size_t wrong = 0;
    for (const auto& [liking, opinion] : acknowledged.opinions()) {
        if (opinion == Ledger::Opinion::uncertain) continue;
        const auto likers = counted.likers.find(liking.first);
        const bool likes = likers != counted.likers.end() && likers->second.contains(liking.second);
        if (likes == (opinion == Ledger::Opinion::likes)) continue;
        ++wrong;
        UNSCOPED_INFO("palette " << liking.first << ", user " << liking.second << ": the log says "
                                 << (likes ? "liked" : "not liked"));
    }
    CHECK(wrong == 0);
}

}  // namespace

std::vector<api::Event> read_log(rpc::Client& client) {
    std::vector<api::Event> log;
    std::uint64_t through = 0;
    while (true) {
        const auto page = client.call(api::ListEvents{.after = api::Offset::clamped(through)});
        if (!page) throw std::runtime_error("event.list: " + page.error().message);
        if (page->through.value() == through) return log;
        log.insert(log.end(), page->items.begin(), page->items.end());
        through = page->through.value();
    }
}

void check_whole(const std::vector<api::Event>& log) {
    std::uint64_t offset = 0;
    for (const api::Event& event : log) {
        if (event.offset.value() != ++offset) {
            FAIL("after offset " << offset - 1 << " comes " << event.offset.number());
        }
    }
    check_ids(log);
}

std::map<std::uint64_t, std::uint64_t> Recount::likes() const {
    std::map<std::uint64_t, std::uint64_t> likes;
    for (const auto& [palette, users] : likers) {
        if (!users.empty()) likes[palette] = users.size();
    }
    return likes;
}

Recount recount(const std::vector<api::Event>& log) {
    Recount counted;
    std::set<std::string> titles;
    for (const api::Event& event : log) {
        const std::string& type = event.type.text();
        if (type == api::PaletteCreated::event.name) {
            const auto created = api::read_json<api::PaletteCreated>(event.data.text());
            REQUIRE(created);
            const api::Palette& palette = created->palette;
            CHECK(counted.titles.try_emplace(palette.id.value(), palette.title.text()).second);
            // A create that was run twice makes two palettes of one title.
            if (!titles.insert(palette.title.text()).second) {
                FAIL("\"" << palette.title.text() << "\" was published twice");
            }
        } else if (type == api::PaletteLiked::event.name ||
                   type == api::PaletteLiked::undone.name) {
            const auto liked = api::read_json<api::PaletteLiked>(event.data.text());
            REQUIRE(liked);
            auto& likers = counted.likers[liked->palette_id.value()];
            const bool changed = type == api::PaletteLiked::event.name
                                     ? likers.insert(liked->user_id.value()).second
                                     : likers.erase(liked->user_id.value()) == 1;
            CHECK(changed);
            CHECK(liked->likes.value() == likers.size());
        }
    }
    return counted;
}

namespace {

// Ranked lists are as of the last fold: waits for one that has all that was answered until now.
void wait_for_fold(rpc::Client& client) {
    const Timestamp now = SystemClock().now();
    const bool folded = eventually([&] {
        const auto page = client.call(api::ListPopular{});
        return page && page->as_of > now;
    });
    if (!folded) throw std::runtime_error("palette.popular stays behind");
}

}  // namespace

std::map<std::uint64_t, std::uint64_t> popular(rpc::Client& client) {
    wait_for_fold(client);
    std::map<std::uint64_t, std::uint64_t> likes;
    std::optional<api::Cursor> after;
    std::uint64_t rank = 0;
    auto last = api::Count(std::numeric_limits<std::int64_t>::max());
    do {
        const auto page =
            client.call(api::ListPopular{.limit = *api::Limit::from(200), .after = after});
        if (!page) throw std::runtime_error("palette.popular: " + page.error().message);
        for (const auto& item : page->items) {
            CHECK(item.rank.value() == ++rank);
            CHECK(item.likes <= last);
            last = item.likes;
            likes[item.palette.id.value()] = item.likes.value();
        }
        after = page->next;
    } while (after);
    return likes;
}

api::Palette wait_for_relays(rpc::Client& client, const Person& person) {
    const std::string title = "The end, after " + std::to_string(read_log(client).size());
    const auto made = client.call(palette_titled(title), person.options());
    if (!made) throw std::runtime_error("palette.create: " + made.error().message);
    const auto liked = client.call(api::LikePalette{.ref = made->ref}, person.options());
    if (!liked) throw std::runtime_error("palette.like: " + liked.error().message);
    const bool relayed = eventually([&] {
        const Recount counted = recount(read_log(client));
        return counted.titles.contains(made->id.value()) &&
               counted.likers.contains(made->id.value());
    });
    if (!relayed) throw std::runtime_error("the last events did not reach the log");
    return *made;
}

void audit(rpc::Client& client, const Person& person, const Ledger& acknowledged) {
    wait_for_relays(client, person);
    const auto log = read_log(client);
    check_whole(log);
    const Recount counted = recount(log);
    check_titles(client, acknowledged);
    check_opinions(counted, acknowledged);
    CHECK(popular(client) == counted.likes());
}

}  // namespace palette::test
