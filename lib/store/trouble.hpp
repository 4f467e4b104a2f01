// Why the last write failed for want of the engine, until one is kept again. Private to the store.
//
// The writer notes and clears it; any thread asks.
#pragma once

#include <mutex>
#include <optional>
#include <string>

namespace palette::store {

class Trouble {
  public:
    void note(const std::string& why) {
        const std::lock_guard guard(mutex_);
        why_ = why;
    }
    void clear() {
        const std::lock_guard guard(mutex_);
        why_.reset();
    }
    [[nodiscard]] std::optional<std::string> why() const {
        const std::lock_guard guard(mutex_);
        return why_;
    }

  private:
    mutable std::mutex mutex_;
    std::optional<std::string> why_;  // under mutex_
};

}  // namespace palette::store
