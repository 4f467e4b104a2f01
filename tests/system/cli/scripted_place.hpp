// A home where alice is signed in and paletted is the test's own: it answers what it is told to.
#pragma once

#include "api/directory.hpp"
#include "api/example.hpp"
#include "api/writer.hpp"
#include "base/files.hpp"
#include "family.hpp"
#include "scripted_daemon.hpp"

#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace palette::test {

class ScriptedPlace : public Place {
  public:
    // `answer` is called on the daemon's thread: the frame to answer with; none to be silent.
    using Answer = std::function<std::optional<std::string>(const Heard&)>;

    explicit ScriptedPlace(Answer answer) : answer_(std::move(answer)) {
        home().create();
        make_private_folder(home().state / "sessions");
        replace_file(home().state / "sessions/alice.json",
                     R"({"username":"alice","access_token":"a","refresh_token":"r",)"
                     R"("expires_at":"2100-01-01T00:00:00.000Z"})");
        replace_file(home().state / "sessions/last", "alice\n");
        sockets_.emplace(home().run);
        paletted_.emplace(*sockets_, api::palettes_daemon.client_socket(),
                          [this](const Heard& one) { return hear(one); });
    }

    [[nodiscard]] std::vector<Heard> heard() const {
        const std::lock_guard guard(mutex_);
        return heard_;
    }

    // A frame with a result that is as the method says.
    template <class M>
    [[nodiscard]] static std::string result_of(const Heard& heard) {
        return answer_to(heard, api::example_of(api::shape_of<typename M::Result>)).frame;
    }

  private:
    std::optional<std::vector<Said>> hear(const Heard& one) {
        {
            const std::lock_guard guard(mutex_);
            heard_.push_back(one);
        }
        const auto frame = answer_(one);
        if (!frame) return std::vector<Said>{};
        return std::vector{Said{one.peer, *frame}};
    }

    Answer answer_;
    mutable std::mutex mutex_;
    std::vector<Heard> heard_;
    std::optional<rpc::SocketFolder> sockets_;
    std::optional<ScriptedDaemon> paletted_;
};

}  // namespace palette::test
