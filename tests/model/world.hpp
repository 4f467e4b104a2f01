// What there should be: people, palettes and likes in plain memory, by the plainest rules that say
// what the family promises. No store, no events, no revisions of the past.
//
// A world is one thread's. Worlds of people who change nothing of each other's can be put together.
#pragma once

#include "color/color.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace palette::test {

struct ModelUser {
    std::string name;
    std::string display_name;
    std::string bio;
};

struct ModelPalette {
    std::uint64_t owner = 0;
    std::string slug;
    std::string title;
    std::string description;
    std::vector<std::string> tags{};
    std::vector<color::Color> colors{};
    bool is_private = false;
    std::uint64_t revision = 1;
    std::optional<std::uint64_t> forked_from{};

    // The revision aside: what an edit may change.
    [[nodiscard]] bool says_the_same_as(const ModelPalette& other) const;
};

class World {
  public:
    using Liking = std::pair<std::uint64_t, std::uint64_t>;  // palette, user

    std::map<std::uint64_t, ModelUser> users;
    std::map<std::uint64_t, ModelPalette> palettes;
    std::set<Liking> likes;
    std::map<Liking, std::int64_t> stars;
    std::map<std::uint64_t, std::string> gone_users;  // their names
    std::set<std::uint64_t> gone_palettes;

    [[nodiscard]] std::optional<std::uint64_t> palette_named(std::uint64_t owner,
                                                             const std::string& slug) const;
    [[nodiscard]] std::set<std::uint64_t> palettes_of(std::uint64_t owner) const;
    [[nodiscard]] bool may_see(std::uint64_t palette, std::uint64_t user) const;
    [[nodiscard]] std::uint64_t likes_of(std::uint64_t palette) const;
    // All stars given to a palette, and how many ratings that were.
    using Stars = std::pair<std::uint64_t, std::uint64_t>;
    [[nodiscard]] Stars stars_of(std::uint64_t palette) const;
    // To all public palettes of a person.
    [[nodiscard]] Stars standing_of(std::uint64_t owner) const;
    // Public palettes that somebody likes, most liked first, among equals the older one.
    [[nodiscard]] std::vector<std::pair<std::uint64_t, std::uint64_t>> popular() const;

    void delete_palette(std::uint64_t palette);
    void delete_user(std::uint64_t user);

    void add(const World& other);
};

}  // namespace palette::test
