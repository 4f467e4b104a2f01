#include "world.hpp"

#include <algorithm>

namespace palette::test {

bool ModelPalette::says_the_same_as(const ModelPalette& other) const {
    return slug == other.slug && title == other.title && description == other.description &&
           tags == other.tags && colors == other.colors && is_private == other.is_private;
}

std::optional<std::uint64_t> World::palette_named(std::uint64_t owner,
                                                  const std::string& slug) const {
    for (const auto& [id, palette] : palettes) {
        if (palette.owner == owner && palette.slug == slug) return id;
    }
    return std::nullopt;
}

std::set<std::uint64_t> World::palettes_of(std::uint64_t owner) const {
    std::set<std::uint64_t> ids;
    for (const auto& [id, palette] : palettes) {
        if (palette.owner == owner) ids.insert(id);
    }
    return ids;
}

bool World::may_see(std::uint64_t palette, std::uint64_t user) const {
    const auto found = palettes.find(palette);
    if (found == palettes.end()) return false;
    return !found->second.is_private || found->second.owner == user;
}

std::uint64_t World::likes_of(std::uint64_t palette) const {
    return static_cast<std::uint64_t>(std::ranges::count_if(
        likes, [palette](const Liking& liking) { return liking.first == palette; }));
}

World::Stars World::stars_of(std::uint64_t palette) const {
    Stars all;
    for (const auto& [given, count] : stars) {
        if (given.first != palette) continue;
        all.first += static_cast<std::uint64_t>(count);
        ++all.second;
    }
    return all;
}

World::Stars World::standing_of(std::uint64_t owner) const {
    Stars all;
    for (const std::uint64_t palette : palettes_of(owner)) {
        if (palettes.at(palette).is_private) continue;
        const auto [sum, count] = stars_of(palette);
        all.first += sum;
        all.second += count;
    }
    return all;
}

std::vector<std::pair<std::uint64_t, std::uint64_t>> World::popular() const {
    std::vector<std::pair<std::uint64_t, std::uint64_t>> ranked;
    for (const auto& [id, palette] : palettes) {
        const std::uint64_t count = likes_of(id);
        if (!palette.is_private && count > 0) ranked.emplace_back(id, count);
    }
    std::ranges::stable_sort(ranked, [](const auto& a, const auto& b) {
        return a.second > b.second;  // in the order of their numbers already
    });
    return ranked;
}

void World::delete_palette(std::uint64_t palette) {
    palettes.erase(palette);
    gone_palettes.insert(palette);
    std::erase_if(likes, [palette](const Liking& liking) { return liking.first == palette; });
    std::erase_if(stars, [palette](const auto& given) { return given.first.first == palette; });
}

void World::delete_user(std::uint64_t user) {
    for (const std::uint64_t palette : palettes_of(user))
        delete_palette(palette);
    gone_users[user] = users.at(user).name;
    users.erase(user);
    std::erase_if(likes, [user](const Liking& liking) { return liking.second == user; });
    std::erase_if(stars, [user](const auto& given) { return given.first.second == user; });
}

void World::add(const World& other) {
    users.insert(other.users.begin(), other.users.end());
    palettes.insert(other.palettes.begin(), other.palettes.end());
    likes.insert(other.likes.begin(), other.likes.end());
    stars.insert(other.stars.begin(), other.stars.end());
    gone_users.insert(other.gone_users.begin(), other.gone_users.end());
    gone_palettes.insert(other.gone_palettes.begin(), other.gone_palettes.end());
}

}  // namespace palette::test
