// A family with palettes and people in it, and the frames that ask it for things.
#pragma once

#include "family.hpp"
#include "person.hpp"

#include <cstddef>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace palette::bench {

class Workload {
  public:
    static constexpr std::size_t palettes = 10'000;
    static constexpr std::size_t people = 256;

    // Starts the family on the server's core and fills it. Throws std::runtime_error.
    Workload();

    [[nodiscard]] test::BareFamily& family() { return family_; }
    [[nodiscard]] std::string address(const api::Daemon& daemon) const;

    // Requests for palettes at random; each frame's id is its index.
    [[nodiscard]] std::vector<std::string> gets(std::size_t count);
    // Likes that nobody has given yet, in random order.
    [[nodiscard]] std::vector<std::string> likes(std::size_t count);
    // Events that the broker's log does not have yet.
    [[nodiscard]] std::size_t backlog();
    // Waits until there are none.
    void wait_for_relay();

  private:
    void sign_people_up(rpc::Client& client);
    void publish_palettes(rpc::Client& client);
    void shuffle_likes();

    test::BareFamily family_;
    std::vector<test::Person> people_;
    std::vector<api::PaletteRef> refs_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> likes_left_;  // person, palette
    std::size_t events_ = 0;
    std::mt19937_64 random_{20'260'131};
};

}  // namespace palette::bench
