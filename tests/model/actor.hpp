// Somebody with a few accounts who does one random thing after the other, knows from a World what
// each must be answered, and writes down what was answered otherwise.
//
// What an actor changes is its own, but for likes and stars on palettes that are shared and that
// nobody changes; so several can act at once and each still knows exactly what to expect. A thing
// that gets no answer, because a daemon was killed, is asked again under its key until it does.
// Of one thread; the same seed does the same.
#pragma once

#include "person.hpp"
#include "world.hpp"

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace palette::test {

class Actor {
  public:
    // Opens its accounts, named after `name`. The client outlives it. `shared`: palettes by number.
    Actor(rpc::Client& client, std::string name, unsigned seed, std::vector<std::uint64_t> shared);

    void act();

    [[nodiscard]] const World& world() const { return world_; }
    // By the number of the account.
    [[nodiscard]] const std::map<std::uint64_t, Person>& accounts() const { return accounts_; }
    [[nodiscard]] const std::vector<std::string>& complaints() const { return complaints_; }

  private:
    static constexpr std::size_t most_accounts = 3;
    static constexpr std::size_t most_palettes = 40;
    static constexpr std::size_t most_complaints = 10;

    void open_account();
    void publish();
    void import();
    void update();
    void fork();
    void erase();
    void like();
    void unlike();
    void rate();
    void show();
    void edit_profile();
    void close_account();

    template <class M>
    [[nodiscard]] Result<typename M::Result> ask(const M& asked, const Person* who);
    // Complains, and returns false, unless it was answered so; none: with a result.
    template <class R>
    [[nodiscard]] bool is_as_expected(std::string_view what, const Result<R>& told,
                                      std::optional<ErrorKind> refusal);
    void expect(bool holds, std::string_view what, const std::string& got);
    void expect_same(std::string_view what, std::uint64_t id, const api::Palette& told);
    void remember(const api::Palette& made, std::uint64_t owner);

    [[nodiscard]] std::uint64_t roll(std::uint64_t below);
    [[nodiscard]] bool chance(unsigned in_a_hundred) { return roll(100) < in_a_hundred; }
    template <class Container>
    [[nodiscard]] auto any_of(const Container& container) -> decltype(*container.begin());
    [[nodiscard]] const Person& anybody() { return any_of(accounts_).second; }
    [[nodiscard]] std::optional<std::uint64_t> any_own();
    [[nodiscard]] std::optional<std::uint64_t> any_to_judge();
    [[nodiscard]] bool is_shared(std::uint64_t palette) const;
    // Whether nobody else has a say in the palette's counts.
    [[nodiscard]] bool knows_counts(std::uint64_t palette) const;
    [[nodiscard]] std::string any_title();
    [[nodiscard]] std::vector<color::Color> any_colors();
    [[nodiscard]] std::vector<std::string> any_tags();

    rpc::Client& client_;
    SystemRandom keys_;
    std::string name_;
    std::mt19937 dice_;
    std::vector<std::uint64_t> shared_;
    std::map<std::uint64_t, Person> accounts_;
    std::size_t opened_ = 0;
    World world_;
    // Palettes that were private, or are: whether palette-popularityd has heard of that yet, nobody
    // can tell, so they are not judged any more. Likes they have must stay.
    std::set<std::uint64_t> hidden_once_;
    // Palettes judged by somebody who left: when their say is taken back, nobody can tell either.
    std::set<std::uint64_t> left_behind_;
    std::vector<std::string> complaints_;
};

}  // namespace palette::test
