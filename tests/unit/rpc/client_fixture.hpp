// A folder of sockets and a client whose patience is short.
#pragma once

#include "catch.hpp"
#include "rpc/client.hpp"
#include "rpc/socket.hpp"
#include "scripted_daemon.hpp"
#include "temporary_folder.hpp"

#include <mutex>
#include <string>
#include <vector>

namespace palette::test {

inline constexpr std::chrono::milliseconds soon{20};
// Longer than any test takes: what waits for it has failed.
inline constexpr std::chrono::milliseconds never{60'000};

struct ClientFixture {
    TemporaryFolder temporary;
    rpc::Context context;
    rpc::SocketFolder folder{temporary.path()};
    SystemRandom random;

    [[nodiscard]] std::string socket() const { return api::palettes_daemon.client_socket(); }
    [[nodiscard]] rpc::Client patient() {
        return {context, folder, random, {.resend_after = never}};
    }
    [[nodiscard]] rpc::Client hasty() {
        return {context, folder, random, {.resend_after = soon, .look_again = soon}};
    }
};

// What a daemon heard, for the test's thread to read.
class Notes {
  public:
    // How many there are now.
    std::size_t add(const Heard& heard) {
        const std::lock_guard guard(mutex_);
        all_.push_back(heard);
        return all_.size();
    }
    [[nodiscard]] std::vector<Heard> all() const {
        const std::lock_guard guard(mutex_);
        return all_;
    }

  private:
    mutable std::mutex mutex_;
    std::vector<Heard> all_;
};

inline rpc::Asked a_read(std::chrono::milliseconds timeout) {
    auto asked = rpc::Client::asked_of(api::WhoAmI{}, {.timeout = timeout});
    return asked;
}

// paletted does not take this twice without a key.
inline rpc::Asked a_write(std::chrono::milliseconds timeout, std::optional<Uuid> key = {}) {
    return {.daemon = &api::palettes_daemon,
            .method = &api::row_of<api::CreatePalette>,
            .params = R"({"title":"Sea Glass","colors":[{"hex":"#0b3954"}]})",
            .options = {.timeout = timeout, .key = key}};
}

}  // namespace palette::test
