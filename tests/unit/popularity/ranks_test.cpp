// Random likes against a plain model in memory: whatever happens, the ranked list is a recount.
#include "both_stores.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace palette;
using namespace palette::test;

namespace {

constexpr std::uint64_t palettes_known = 40;
constexpr std::uint64_t people = 12;

// Who likes what, and what is private.
struct Model {
    std::map<std::uint64_t, std::set<std::uint64_t>> likers;
    std::set<std::uint64_t> hidden;

    struct Ranked {
        std::uint64_t likes;
        std::uint64_t id;
        friend bool operator==(const Ranked&, const Ranked&) = default;
    };
    [[nodiscard]] std::vector<Ranked> ranking() const {
        std::vector<Ranked> all;
        for (const auto& [id, by] : likers) {
            if (!by.empty() && !hidden.contains(id)) all.push_back({by.size(), id});
        }
        std::sort(all.begin(), all.end(), [](const Ranked& a, const Ranked& b) {
            return a.likes != b.likes ? a.likes > b.likes : a.id < b.id;
        });
        return all;
    }
};

std::vector<Model::Ranked> all_pages(BothStores& catalogue, api::Limit limit) {
    std::vector<Model::Ranked> all;
    api::ListPopular wanted{.limit = limit};
    do {
        const auto page = catalogue.popular(wanted);
        for (const auto& item : page.items) {
            all.push_back({item.likes.value(), item.palette.id.value()});
            REQUIRE(item.rank.value() == all.size());
        }
        wanted.after = page.next;
    } while (wanted.after);
    return all;
}

class Trial {
  public:
    explicit Trial(unsigned seed) : dice_(seed) {
        for (std::uint64_t id = 1; id <= palettes_known; ++id)
            catalogue_.learn(palette_numbered(id));
    }

    void step() {
        const std::uint64_t id = roll(1, palettes_known);
        const std::uint64_t who = roll(2, people);
        switch (roll(0, 9)) {
            case 0:
                return turn(id);
            case 9:
                return chance();
            case 1:
            case 2:
            case 3:
                return unlike(who, id);
            default:
                return like(who, id);
        }
    }
    void check() {
        for (const auto limit : {api::Limit(1), api::Limit(7), api::Limit(200)})
            REQUIRE(all_pages(catalogue_, limit) == model_.ranking());
    }

  private:
    std::uint64_t roll(std::uint64_t least, std::uint64_t most) {
        return std::uniform_int_distribution(least, most)(dice_);
    }
    static api::PaletteRef ref(std::uint64_t id) {
        return *api::PaletteRef::from(std::to_string(id));
    }
    void like(std::uint64_t who, std::uint64_t id) {
        const auto answer = catalogue_.like(caller(who, "somebody"), ref(id));
        REQUIRE(answer.has_value() == !model_.hidden.contains(id));
        if (!answer) return;
        const bool changed = model_.likers[id].insert(who).second;
        REQUIRE(answer->changed == changed);
        REQUIRE(answer->likes.value() == model_.likers[id].size());
    }
    void unlike(std::uint64_t who, std::uint64_t id) {
        const auto answer = catalogue_.unlike(caller(who, "somebody"), ref(id));
        REQUIRE(answer.has_value() == !model_.hidden.contains(id));
        if (!answer) return;
        const bool changed = model_.likers[id].erase(who) > 0;
        REQUIRE(answer->changed == changed);
        REQUIRE(answer->likes.value() == model_.likers[id].size());
    }
    // Some of what happened is folded, or the daemon is killed and started.
    void chance() {
        if (roll(0, 3) == 0) return catalogue_.restart();
        REQUIRE(popularity::fold_all(*catalogue_.store, *catalogue_.tables, *catalogue_.ledger));
    }
    // A newer revision, private if it was public and the other way round.
    void turn(std::uint64_t id) {
        const bool hides = model_.hidden.insert(id).second;
        if (!hides) model_.hidden.erase(id);
        catalogue_.learn(palette_numbered(
            id, hides ? api::Visibility::private_ : api::Visibility::public_, ++revision_));
    }

    std::mt19937 dice_;
    BothStores catalogue_;
    Model model_;
    std::uint64_t revision_ = 1;
};

}  // namespace

TEST_CASE("after any likes the ranked list is a recount, however it is paged") {
    const unsigned seed = std::random_device{}();
    INFO("seed " << seed);
    Trial trial(seed);
    for (int round = 0; round < 20; ++round) {
        for (int i = 0; i < 30; ++i)
            trial.step();
        trial.check();
    }
}

TEST_CASE("a cursor of popular that no page gave is refused") {
    BothStores catalogue;
    catalogue.learn(palette_numbered(1));
    REQUIRE(catalogue.like(caller(2, "bob"), api::PaletteRef("alice/p1")));
    catalogue.fold();
    const auto view = catalogue.ledger->read(catalogue.store.read());
    for (const std::string_view text : {"x", "1", "1.2", "1.2.x", "1.2.3.4", "1.2.3.", "-1.2.3",
                                        "..", "99999999999999999999.1.1"}) {
        INFO(text);
        const auto refused =
            popularity::popular(view, {.after = api::Cursor::from(text)}, begin_of_time);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == ErrorKind::invalid_argument);
    }
    const auto far = popularity::popular(
        view, {.after = api::Cursor("18446744073709551615.0.18446744073709551615")}, begin_of_time);
    REQUIRE(far);
    CHECK(far->items.empty());
}
