// Random opinions over months against a plain model in memory: at every hour's turn each list is a
// recount; and whoever folds the same log gets the same tables.
#include "both_stores.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>

using namespace palette;
using namespace palette::test;

namespace {

using popularity::Figures;
using popularity::Hour;
using popularity::hour_of;

constexpr std::uint64_t palettes_there = 12;
constexpr std::uint64_t people_there = 8;

// What everybody thinks, and since when.
struct Model {
    struct Thing {
        Hour hour = 0;
        std::uint8_t stars = 0;
    };
    using Who = std::pair<std::uint64_t, std::uint64_t>;  // palette, person
    std::map<Who, Thing> likes;
    std::map<Who, Thing> ratings;
    std::multimap<Who, Hour> views;
    std::set<std::uint64_t> hidden;
    std::set<std::uint64_t> palettes;

    [[nodiscard]] Figures figures(std::uint64_t palette, Hour since) const {
        Figures sum;
        const auto is_in = [&](const Who& who, Hour hour) {
            return who.first == palette && hour >= since;
        };
        for (const auto& [who, like] : likes)
            if (is_in(who, like.hour)) sum += popularity::one_like;
        for (const auto& [who, rating] : ratings)
            if (is_in(who, rating.hour)) sum += popularity::rating_of(rating.stars);
        for (const auto& [who, hour] : views)
            if (is_in(who, hour)) sum += popularity::one_view;
        return sum;
    }
    [[nodiscard]] bool viewed_today(const Who& who, Hour now) const {
        const auto [begin, end] = views.equal_range(who);
        return std::any_of(begin, end, [&](const auto& view) {
            return popularity::day_of(view.second) == popularity::day_of(now);
        });
    }
    [[nodiscard]] double trend(std::uint64_t palette, Hour now) const {
        double sum = 0;
        for (const auto& [who, like] : likes) {
            if (who.first != palette || like.hour + popularity::week_hours < now) continue;
            sum += std::exp2((static_cast<double>(like.hour) - now) / 24.0);
        }
        return sum;
    }
    void forget(std::uint64_t palette) {
        const auto of_it = [&](const auto& row) { return row.first.first == palette; };
        std::erase_if(likes, of_it);
        std::erase_if(ratings, of_it);
        std::erase_if(views, of_it);
        palettes.erase(palette);
        hidden.erase(palette);
    }
    void dismiss(std::uint64_t user) {
        const auto of_them = [&](const auto& row) { return row.first.second == user; };
        std::erase_if(likes, of_them);
        std::erase_if(ratings, of_them);
        std::erase_if(views, of_them);
    }
};

struct Listed {
    std::uint64_t id;
    std::int64_t likes, views, stars, ratings;
    friend bool operator==(const Listed&, const Listed&) = default;
};

// The order that is promised, worked out anew.
double worth(api::Measure by, const Figures& figures) {
    switch (by) {
        case api::Measure::likes:
            return static_cast<double>(figures.likes);
        case api::Measure::views:
            return static_cast<double>(figures.views);
        case api::Measure::rating:
            if (figures.ratings == 0) return 0;
            return static_cast<double>(figures.stars + 15) /
                   static_cast<double>(figures.ratings + 5);
    }
    return 0;
}

class Trial {
  public:
    explicit Trial(unsigned seed) : dice_(seed) {
        for (std::uint64_t id = 1; id <= palettes_there; ++id)
            publish();
    }

    void live_an_hour() {
        for (auto left = roll(0, 6); left > 0; --left)
            act();
        // Mostly the next hour, now and then a night or a holiday.
        const auto hours = roll(0, 30) == 0 ? roll(2, 900) : roll(0, 40) == 0 ? roll(2, 30) : 1;
        stores_.store.clock.advance(std::chrono::hours(hours));
        if (roll(0, 9) == 0) stores_.restart();
        stores_.fold();
    }
    void check() {
        for (const auto by : {api::Measure::likes, api::Measure::views, api::Measure::rating}) {
            for (const auto window :
                 {api::Window::day, api::Window::week, api::Window::month, api::Window::all}) {
                INFO("by " << api::word_of(by) << ", " << api::word_of(window));
                REQUIRE(listed(by, window) == recount(by, window));
            }
        }
        check_trends();
    }
    // Folds the whole log anew, a few rows at a time; the rows of both.
    void check_replay() {
        TestStore again{
            {popularity::tables_store_tables.begin(), popularity::tables_store_tables.end()}};
        const store::ReadTxn log = stores_.store.read();
        auto rows = log.scan(popularity::log);
        std::vector<store::Row<std::uint64_t, popularity::LogRow>> batch;
        const auto fold_batch = [&] {
            REQUIRE(again->write([&](store::WriteTxn& txn) {
                popularity::Fold fold(txn);
                for (const auto& [number, row] : batch)
                    fold.apply(number, row);
                fold.finish();
            }));
            batch.clear();
        };
        for (const auto& row : rows) {
            batch.push_back(row);
            if (batch.size() > roll(0, 40)) fold_batch();
        }
        if (!batch.empty()) fold_batch();
        const store::ReadTxn one = stores_.tables.read();
        const store::ReadTxn other = again.read();
        using namespace popularity;
        const auto check_same = [&](const auto&... tables) {
            static_assert(sizeof...(tables) == tables_store_tables.size());
            (check_rows(one, other, tables), ...);
        };
        check_same(folds, popularity::palettes, known_palettes, palette_ids, gone_palettes,
                   snapshots, people_sweeps, told_users, opinions, opinions_of, popularity::likers,
                   forgotten_sets, leaving_users, departed_users, totals, hours, sets_by_hour,
                   ranks, standings, untold_standings);
    }

  private:
    std::uint64_t roll(std::uint64_t least, std::uint64_t most) {
        return std::uniform_int_distribution(least, most)(dice_);
    }
    static api::PaletteRef ref(std::uint64_t id) {
        return *api::PaletteRef::from(std::to_string(id));
    }
    [[nodiscard]] Hour now() const { return hour_of(stores_.now()); }

    // Every row, its value as the bytes it is.
    template <class Key, class Value>
    static void check_rows(const store::ReadTxn& one, const store::ReadTxn& other,
                           const store::Table<Key, Value>& table) {
        const auto rows_of = [&](const store::ReadTxn& txn) {
            std::vector<std::pair<Key, std::string>> rows;
            for (const auto& [key, value] : txn.scan(store::Table<Key, store::Blob>{table.name}))
                rows.emplace_back(key, value);
            return rows;
        };
        INFO(table.name);
        CHECK((rows_of(one) == rows_of(other)));
    }

    void act() {
        const std::uint64_t palette = roll(1, next_palette_ - 1);
        const auto who = caller(roll(2, people_there + 1 + departed_), "somebody");
        switch (roll(0, 19)) {
            case 0:
                return turn(palette);
            case 1:
                if (roll(0, 3) == 0) return remove(palette);
                return;
            case 2:
                if (roll(0, 9) == 0) return depart();
                return;
            case 3:
            case 4:
            case 5:
                return rate(palette, who);
            case 6:
            case 7:
            case 8:
                return look(palette, who);
            case 9:
            case 10:
            case 11:
            case 12:
                return unlike(palette, who);
            default:
                return like(palette, who);
        }
    }
    [[nodiscard]] bool is_seen(std::uint64_t palette) const {
        return model_.palettes.contains(palette) && !model_.hidden.contains(palette);
    }
    void like(std::uint64_t palette, service::Caller who) {
        if (!is_here(who)) return;
        const auto liked = stores_.like(who, ref(palette));
        REQUIRE(liked.has_value() == is_seen(palette));
        if (!liked) return;
        const bool changed =
            model_.likes.try_emplace({palette, who.id.value()}, Model::Thing{now()}).second;
        REQUIRE(liked->changed == changed);
        REQUIRE(liked->likes.number() == model_.figures(palette, 0).likes);
    }
    void unlike(std::uint64_t palette, service::Caller who) {
        if (!is_here(who)) return;
        const auto undone = stores_.unlike(who, ref(palette));
        REQUIRE(undone.has_value() == is_seen(palette));
        if (!undone) return;
        REQUIRE(undone->changed == (model_.likes.erase({palette, who.id.value()}) == 1));
        REQUIRE(undone->likes.number() == model_.figures(palette, 0).likes);
    }
    void rate(std::uint64_t palette, service::Caller who) {
        if (!is_here(who)) return;
        const auto stars = static_cast<std::uint8_t>(roll(0, 5));
        const auto given = stars == 0 ? std::nullopt : api::Stars::from(stars);
        const auto rated = stores_.rate(who, ref(palette), given);
        REQUIRE(rated.has_value() == is_seen(palette));
        if (!rated) return;
        const Model::Who key{palette, who.id.value()};
        const auto before = model_.ratings.contains(key) ? model_.ratings[key].stars : 0;
        REQUIRE(rated->changed == (before != stars));
        if (before != stars) model_.ratings.insert_or_assign(key, Model::Thing{now(), stars});
        if (stars == 0) model_.ratings.erase(key);
        REQUIRE(rated->ratings.number() == model_.figures(palette, 0).ratings);
        REQUIRE(rated->stars.number() == model_.figures(palette, 0).stars);
    }
    void look(std::uint64_t palette, service::Caller who) {
        if (!is_here(who)) return;
        const auto viewed = stores_.view(who, ref(palette));
        REQUIRE(viewed.has_value() == is_seen(palette));
        if (!viewed) return;
        const Model::Who key{palette, who.id.value()};
        REQUIRE(viewed->counted == !model_.viewed_today(key, now()));
        if (viewed->counted) model_.views.emplace(key, now());
        REQUIRE(viewed->views.number() == model_.figures(palette, 0).views);
    }
    void publish() {
        model_.palettes.insert(next_palette_);
        stores_.learn(palette_numbered(next_palette_++));
    }
    // A newer revision, private if it was public and the other way round.
    void turn(std::uint64_t palette) {
        if (!model_.palettes.contains(palette)) return;
        const bool hides = model_.hidden.insert(palette).second;
        if (!hides) model_.hidden.erase(palette);
        stores_.learn(palette_numbered(
            palette, hides ? api::Visibility::private_ : api::Visibility::public_, ++revision_));
    }
    void remove(std::uint64_t palette) {
        stores_.append(popularity::PaletteGone{.palette = palette, .revision = ++revision_});
        model_.forget(palette);
        publish();
    }
    // The one who has been here longest goes, and another comes.
    void depart() {
        const std::uint64_t user = 2 + departed_++;
        stores_.append(popularity::UserGone{.user = user});
        model_.dismiss(user);
        stores_.fold();
    }
    [[nodiscard]] bool is_here(const service::Caller& who) const {
        return who.id.value() >= 2 + departed_;
    }

    std::vector<Listed> listed(api::Measure by, api::Window window) {
        std::vector<Listed> all;
        api::ListPopular wanted{.by = by, .window = window, .limit = 7};
        do {
            const auto page = stores_.popular(wanted);
            for (const auto& item : page.items) {
                all.push_back({item.palette.id.value(), item.likes.number(), item.views.number(),
                               item.stars.number(), item.ratings.number()});
            }
            wanted.after = page.next;
        } while (wanted.after);
        return all;
    }
    [[nodiscard]] Hour since(api::Window window) const {
        switch (window) {
            case api::Window::day:
                return now() - 24;
            case api::Window::week:
                return now() - 168;
            case api::Window::month:
                return now() - 720;
            case api::Window::all:
                return 0;
        }
        return 0;
    }
    [[nodiscard]] std::vector<Listed> recount(api::Measure by, api::Window window) const {
        std::vector<std::pair<double, Listed>> all;
        for (const std::uint64_t id : model_.palettes) {
            const Figures counted = model_.figures(id, since(window));
            const double value = worth(by, counted);
            if (value == 0 || model_.hidden.contains(id)) continue;
            all.push_back(
                {-value, {id, counted.likes, counted.views, counted.stars, counted.ratings}});
        }
        std::ranges::stable_sort(all, {}, &std::pair<double, Listed>::first);
        std::vector<Listed> order;
        for (const auto& [value, item] : all)
            order.push_back(item);
        return order;
    }
    void check_trends() {
        const auto page = stores_.trending({.limit = 200, .explain = true});
        std::map<std::uint64_t, double> scores;
        double last = HUGE_VAL;
        for (const auto& item : page.items) {
            const double score = std::stod(item.score.text());
            CHECK(score <= last);
            last = score;
            scores[item.palette.id.value()] = score;
            std::int64_t likes = 0;
            REQUIRE(item.terms.has_value());
            for (const api::TrendTerm& term : *item.terms)
                likes += term.likes.number();
            CHECK(likes == item.likes.number());
        }
        std::size_t expected = 0;
        for (const std::uint64_t id : model_.palettes) {
            const double trend = model_.trend(id, now());
            if (trend == 0 || model_.hidden.contains(id)) continue;
            ++expected;
            REQUIRE(scores.contains(id));
            CHECK(std::abs(scores[id] - trend) < 0.001);
        }
        CHECK(scores.size() == expected);
    }

    std::mt19937_64 dice_;
    BothStores stores_;
    Model model_;
    std::uint64_t next_palette_ = 1;
    std::uint64_t revision_ = 1;
    std::uint64_t departed_ = 0;
};

}  // namespace

TEST_CASE("at every hour's turn each list is a recount, and a replay gives the same tables") {
    const unsigned seed = std::random_device{}();
    INFO("seed " << seed);
    Trial trial(seed);
    for (int hour = 0; hour < 400; ++hour) {
        trial.live_an_hour();
        trial.check();
    }
    trial.check_replay();
}
