// Requests that are not answered at once, and the memory that their frames hold.
//
// enter() is the server's thread's; a presence may end on any thread, also after the counter: the
// numbers are shared.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <optional>
#include <utility>

namespace palette::service {

class UnderWay {
    struct Numbers {
        std::atomic<std::size_t> requests = 0;
        std::atomic<std::size_t> bytes = 0;
    };

  public:
    // Of all their frames. More is refused: memory would be the only limit.
    static constexpr std::size_t most_bytes = std::size_t{64} << 20;

    // One request's: the host serves as long as there is one.
    class Presence {
      public:
        Presence(std::shared_ptr<Numbers> numbers, std::size_t bytes)
            : numbers_(std::move(numbers)), bytes_(bytes) {
            ++numbers_->requests;
            numbers_->bytes += bytes_;
        }
        ~Presence() {
            numbers_->bytes -= bytes_;
            --numbers_->requests;
        }
        Presence(const Presence&) = delete;
        Presence& operator=(const Presence&) = delete;

      private:
        std::shared_ptr<Numbers> numbers_;
        std::size_t bytes_;
    };

    // Null when there is no room for so many bytes more.
    [[nodiscard]] std::shared_ptr<Presence> enter(std::size_t frame_bytes) const {
        if (numbers_->bytes + frame_bytes > most_bytes) return nullptr;
        return std::make_shared<Presence>(numbers_, frame_bytes);
    }
    [[nodiscard]] bool none() const { return numbers_->requests == 0; }

  private:
    std::shared_ptr<Numbers> numbers_ = std::make_shared<Numbers>();
};

}  // namespace palette::service
