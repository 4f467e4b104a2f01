#include "palettes/sweeper.hpp"

#include "palettes/core/deletion.hpp"

namespace palette::palettes {

namespace {

// Whatever there is to sweep was committed, and a commit wakes it: nothing waits for this.
constexpr std::chrono::milliseconds idle{60'000};

}  // namespace

Sweeper::Sweeper(outbox::Surroundings around)
    : around_(std::move(around)),
      outage_(around_.notice, "sweeper"),
      worker_([this] { return round(); }, [this](std::string_view why) { outage_.begins(why); }),
      wake_on_commit_(around_.store.after_commit([this] { worker_.wake(); })) {}

std::chrono::milliseconds Sweeper::round() {
    if (!wants_sweeping(around_.store.read())) return idle;
    const auto swept = around_.store.write(
        [this](store::WriteTxn& txn) { sweep_deleted(txn, around_.clock.now()); });
    if (!swept) {
        outage_.begins(swept.error().message);
        return outbox::Worker::retry_after;
    }
    outage_.ends();
    return std::chrono::milliseconds(0);
}

}  // namespace palette::palettes
