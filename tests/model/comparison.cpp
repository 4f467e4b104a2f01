#include "comparison.hpp"

#include "described.hpp"
#include "eventually.hpp"
#include "log_audit.hpp"

#include <limits>
#include <set>

namespace palette::test {

namespace {

class Comparison {
  public:
    Comparison(rpc::Client& client, const World& world,
               const std::map<std::uint64_t, Person>& accounts)
        : client_(client), world_(world), accounts_(accounts) {}

    void of_users() {
        for (const auto& [id, user] : world_.users) {
            const auto told = client_.call(api::GetUser{.name = *api::Username::from(user.name)});
            note(told && told->id.value() == id && told->display_name.text() == user.display_name &&
                     told->bio.text() == user.bio,
                 "user " + user.name);
        }
    }

    void of_palettes() {
        for (const auto& [id, palette] : world_.palettes) {
            const auto told = get(id, palette.owner);
            const bool same = told && model_of(*told, palette.owner).says_the_same_as(palette) &&
                              told->revision.value() == palette.revision;
            note(same, "palette " + std::to_string(id));
            if (!same) continue;
            note(told->forked_from == origin_of(palette), "origin of " + told->ref.text());
            note(forks(id, palette.owner) == forks_in_world(id, palette.owner),
                 "forks of " + told->ref.text());
        }
        for (const std::uint64_t id : world_.gone_palettes) {
            const auto told = client_.call(api::GetPalette{.ref = by_number(id)});
            note(!told && told.error().kind == ErrorKind::not_found,
                 "deleted palette " + std::to_string(id));
        }
    }

    // Each person's own list, and what everybody sees of them.
    void of_lists() {
        for (const auto& [id, user] : world_.users) {
            std::set<std::uint64_t> all = world_.palettes_of(id);
            note(listed(user.name, id) == all, "own list of " + user.name);
            std::erase_if(all,
                          [this](std::uint64_t one) { return world_.palettes.at(one).is_private; });
            note(listed(user.name, std::nullopt) == all, "public list of " + user.name);
        }
    }

    void of_likers() {
        for (const auto& [id, palette] : world_.palettes) {
            std::set<std::string> expected;
            for (const auto& [liked, user] : world_.likes) {
                if (liked == id) expected.insert(world_.users.at(user).name);
            }
            note(likers(id, palette.owner) == expected, "who likes palette " + std::to_string(id));
        }
    }

    void of_standings() {
        for (const auto& [id, user] : world_.users) {
            const auto [stars, ratings] = world_.standing_of(id);
            const auto mean = api::MeanStars::mean(stars, ratings);
            const bool same = eventually([&, count = ratings] {
                const auto told = client_.call(api::GetUser{*api::Username::from(user.name)});
                return told && told->ratings.value() == count && told->rating == mean;
            });
            note(same, "standing of " + user.name);
        }
    }

    // What is public of the log says nothing of what is gone.
    void of_forgetting() {
        for (const api::Event& event : read_log(client_)) {
            const std::string& data = event.data.text();
            for (const auto& [id, name] : world_.gone_users) {
                const bool named = data.find('"' + name + '"') != std::string::npos ||
                                   data.find('"' + name + '/') != std::string::npos;
                note(!named, name + " is in the log: " + data);
            }
            const bool describes = event.type.text() == api::PaletteCreated::event.name ||
                                   event.type.text() == api::PaletteCreated::changed.name;
            const std::string& subject = event.subject.text();
            const std::uint64_t id =
                describes ? std::stoull(subject.substr(subject.find('/') + 1)) : 0;
            note(!world_.gone_palettes.contains(id) || event.data == api::Json(),
                 subject + " is in the log: " + data);
        }
    }

    void of_popularity() {
        const auto expected = world_.popular();
        std::vector<std::pair<std::uint64_t, std::uint64_t>> told;
        const bool same = eventually([&] { return (told = popular()) == expected; });
        if (same) return;
        for (std::size_t i = 0; i < std::max(told.size(), expected.size()); ++i) {
            const std::pair<std::uint64_t, std::uint64_t> none;
            const auto& got = i < told.size() ? told[i] : none;
            const auto& wanted = i < expected.size() ? expected[i] : none;
            note(got == wanted,
                 "rank " + std::to_string(i + 1) + ": palette " + std::to_string(got.first) +
                     " with " + std::to_string(got.second) + " likes for palette " +
                     std::to_string(wanted.first) + " with " + std::to_string(wanted.second));
        }
    }

    [[nodiscard]] const std::vector<std::string>& found() const { return found_; }

  private:
    void note(bool same, const std::string& what) {
        if (!same && found_.size() < most_differences) found_.push_back(what);
    }

    [[nodiscard]] rpc::CallOptions as(std::uint64_t user) const {
        return accounts_.at(user).options(std::chrono::seconds(20));
    }

    [[nodiscard]] Result<api::Palette> get(std::uint64_t id, std::uint64_t user) {
        return client_.call(api::GetPalette{.ref = by_number(id)}, as(user));
    }

    // As the owner of the copy sees it: nothing where the origin is gone or not theirs to see.
    [[nodiscard]] std::optional<api::PaletteRef> origin_of(const ModelPalette& copy) const {
        if (!copy.forked_from || !world_.may_see(*copy.forked_from, copy.owner))
            return std::nullopt;
        const ModelPalette& origin = world_.palettes.at(*copy.forked_from);
        return api::PaletteRef::from(world_.users.at(origin.owner).name + "/" + origin.slug);
    }

    [[nodiscard]] std::set<std::uint64_t> forks(std::uint64_t origin, std::uint64_t viewer) {
        std::set<std::uint64_t> ids;
        api::GetLineage wanted{.ref = by_number(origin), .limit = 3};
        do {
            const auto page = client_.call(wanted, as(viewer));
            if (!page) return {};
            for (const api::Relative& one : page->items)
                ids.insert(one.id.value());
            wanted.after = page->next;
        } while (wanted.after);
        return ids;
    }

    [[nodiscard]] std::set<std::uint64_t> forks_in_world(std::uint64_t origin,
                                                         std::uint64_t viewer) const {
        std::set<std::uint64_t> ids;
        for (const auto& [id, palette] : world_.palettes) {
            if (palette.forked_from == origin && world_.may_see(id, viewer)) ids.insert(id);
        }
        return ids;
    }

    [[nodiscard]] std::set<std::uint64_t> listed(const std::string& name,
                                                 std::optional<std::uint64_t> viewer) {
        std::set<std::uint64_t> ids;
        api::ListPalettes wanted{.user = api::Username::from(name), .limit = 7};
        do {
            const auto page = client_.call(wanted, viewer ? as(*viewer) : rpc::CallOptions{});
            if (!page) return {};
            for (const api::Palette& one : page->items) {
                if (!ids.insert(one.id.value()).second) note(false, name + "'s list has doubles");
            }
            wanted.after = page->next;
        } while (wanted.after);
        return ids;
    }

    [[nodiscard]] std::set<std::string> likers(std::uint64_t id, std::uint64_t viewer) {
        std::set<std::string> names;
        api::ListLikes wanted{.ref = by_number(id), .limit = 5};
        do {
            const auto page = client_.call(wanted, as(viewer));
            if (!page) return {page.error().message};
            for (const api::Like& like : page->items) {
                if (!names.insert(like.user.text()).second) note(false, "a liker is listed twice");
            }
            wanted.after = page->next;
        } while (wanted.after);
        return names;
    }

    [[nodiscard]] std::vector<std::pair<std::uint64_t, std::uint64_t>> popular() {
        std::vector<std::pair<std::uint64_t, std::uint64_t>> ranked;
        api::ListPopular wanted{.limit = 50};
        do {
            const auto page = client_.call(wanted);
            if (!page) return {};
            for (const api::PopularItemOf<api::Palette>& item : page->items)
                ranked.emplace_back(item.palette.id.value(), item.likes.value());
            wanted.after = page->next;
        } while (wanted.after);
        return ranked;
    }

    rpc::Client& client_;
    const World& world_;
    const std::map<std::uint64_t, Person>& accounts_;
    std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> differences(rpc::Client& client, const World& world,
                                     const std::map<std::uint64_t, Person>& accounts) {
    Comparison comparison(client, world, accounts);
    comparison.of_users();
    comparison.of_palettes();
    comparison.of_lists();
    comparison.of_popularity();
    comparison.of_likers();
    comparison.of_standings();
    comparison.of_forgetting();
    return comparison.found();
}

}  // namespace palette::test
