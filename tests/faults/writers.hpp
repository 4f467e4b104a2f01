// Eight people who publish palettes, like them and take likes back, as fast as they are answered.
//
// Each has a thread, a client and a ledger of their own. What is refused because a daemon is away
// is tried anew as the next thing; any other refusal is kept as a complaint.
#pragma once

#include "family.hpp"
#include "ledger.hpp"
#include "person.hpp"

#include <atomic>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace palette::test {

class Writers {
  public:
    static constexpr std::size_t people = 8;

    // Signs them up and lets them begin. The family outlives them; paletted runs.
    explicit Writers(BareFamily& family);
    ~Writers();
    Writers(const Writers&) = delete;
    Writers& operator=(const Writers&) = delete;

    // Until so many more writes have been acknowledged. Throws std::runtime_error when they are
    // not.
    void let_write(std::size_t more) const;
    // Ends the threads; what was acknowledged to all of them.
    [[nodiscard]] Ledger stop();

    [[nodiscard]] const Person& first() const { return writers_.front()->person; }
    // What was refused although its daemon ran. After stop().
    [[nodiscard]] std::vector<std::string> complaints() const;

  private:
    struct Writer {
        Person person;
        Ledger ledger{};
        std::deque<api::PaletteRef> liked{};  // to be taken back, oldest first
        std::size_t rounds = 0;
        std::vector<std::string> complaints{};
        std::thread thread{};
    };
    void run(Writer& writer);
    void publish(Writer& writer, rpc::Client& client);
    void like_any(Writer& writer, rpc::Client& client);
    void take_back(Writer& writer, rpc::Client& client);
    template <class M>
    void give_opinion(Writer& writer, rpc::Client& client, const M& asked);
    void hear(Writer& writer, const Error& refusal) const;
    [[nodiscard]] std::optional<api::PaletteRef> any_palette(const Writer& writer);

    BareFamily& family_;
    std::atomic<bool> stopping_{false};
    std::atomic<std::size_t> acknowledged_{0};
    std::mutex mutex_;
    std::vector<api::PaletteRef> palettes_;  // guarded by mutex_; by their numbers
    std::vector<std::unique_ptr<Writer>> writers_;
};

}  // namespace palette::test
