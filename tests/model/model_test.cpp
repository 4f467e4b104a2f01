#include "actor.hpp"
#include "catch.hpp"
#include "comparison.hpp"
#include "described.hpp"
#include "family.hpp"
#include "length.hpp"

#include <atomic>
#include <memory>
#include <random>
#include <thread>

namespace palette::test {

namespace {

constexpr std::size_t shared_palettes = 12;
constexpr std::size_t writers = 8;

// A family, somebody whose palettes all may like, and a world that has both.
struct Stage {
    BareFamily family;
    World world;
    std::map<std::uint64_t, Person> accounts;
    std::vector<std::uint64_t> shared;

    Stage() {
        family.start_all();
        auto client = family.connect();
        const Person curator = sign_up(client, "curator");
        accounts.emplace(curator.id, curator);
        world.users[curator.id] = {.name = "curator", .display_name = "", .bio = ""};
        for (std::size_t i = 0; i < shared_palettes; ++i) {
            const auto made =
                client.call(palette_titled("Shared " + std::to_string(i)), curator.options());
            if (!made) throw std::runtime_error(made.error().message);
            shared.push_back(made->id.value());
            world.palettes[made->id.value()] = model_of(*made, curator.id);
        }
    }

    void add(const Actor& actor) {
        CHECK(actor.complaints() == std::vector<std::string>{});
        world.add(actor.world());
        accounts.insert(actor.accounts().begin(), actor.accounts().end());
    }

    void compare() {
        auto client = family.connect();
        CHECK(differences(client, world, accounts) == std::vector<std::string>{});
    }
};

unsigned any_seed() {
    return std::random_device{}();
}

TEST_CASE("thousands of random operations are answered as the model says", "[model]") {
    const unsigned seed = any_seed();
    INFO("seed " << seed);
    Stage stage;
    auto client = stage.family.connect();
    Actor actor(client, "actor", seed, stage.shared);
    const int operations = 300 * cycles(5);
    for (int i = 0; i < operations && actor.complaints().empty(); ++i)
        actor.act();
    stage.add(actor);
    stage.compare();
}

// Each in a thread, with a client of its own.
class Crowd {
  public:
    Crowd(Stage& stage, unsigned seed) : stage_(stage), actors_(writers) {
        for (std::size_t i = 0; i < writers; ++i) {
            threads_.emplace_back([this, i, seed] {
                auto client = stage_.family.connect();
                actors_[i] =
                    std::make_unique<Actor>(client, "writer" + std::to_string(i),
                                            seed + static_cast<unsigned>(i), stage_.shared);
                while (!stopping_) {
                    actors_[i]->act();
                    ++acts_;
                }
            });
        }
    }
    ~Crowd() { stop(); }
    Crowd(const Crowd&) = delete;
    Crowd& operator=(const Crowd&) = delete;

    void let_act(std::size_t more) const {
        const std::size_t wanted = acts_ + more;
        REQUIRE(eventually([&] { return acts_ >= wanted; }, std::chrono::seconds(120)));
    }

    void stop() {
        stopping_ = true;
        for (std::thread& thread : threads_) {
            if (thread.joinable()) thread.join();
        }
    }

    void add_to_stage() {
        for (const auto& actor : actors_)
            stage_.add(*actor);
    }

  private:
    Stage& stage_;
    std::vector<std::unique_ptr<Actor>> actors_;
    std::atomic<bool> stopping_{false};
    std::atomic<std::size_t> acts_{0};
    std::vector<std::thread> threads_;
};

TEST_CASE("eight writers, and every daemon killed at random moments: the state is the model's",
          "[model]") {
    const unsigned seed = any_seed();
    INFO("seed " << seed);
    std::mt19937 dice(seed);
    Stage stage;
    Crowd crowd(stage, seed);
    for (int i = 0; i < cycles(3); ++i) {
        for (const api::Daemon* daemon : api::family) {
            crowd.let_act(std::uniform_int_distribution<std::size_t>(20, 200)(dice));
            stage.family.kill(*daemon);
            stage.family.start(*daemon);
        }
    }
    crowd.let_act(100);
    crowd.stop();
    crowd.add_to_stage();
    stage.compare();
}

}  // namespace

}  // namespace palette::test
