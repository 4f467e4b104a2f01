// A daemon whose every answer is in the test's hands: a ROUTER in a thread of its own, really
// bound.
#pragma once

#include "api/envelope.hpp"
#include "base/fd.hpp"
#include "rpc/address.hpp"
#include "rpc/socket.hpp"

#include <unistd.h>

#include <array>
#include <atomic>
#include <functional>
#include <future>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace palette::test {

struct Heard {
    std::string peer;
    std::string id;
    std::string method;
    std::string params;
    std::optional<Uuid> key;
    std::optional<std::string> auth;
};

struct Said {
    std::string peer;
    std::string frame;
};

[[nodiscard]] inline Said answer_to(const Heard& heard, const std::string& result) {
    return {heard.peer, R"({"jsonrpc":"2.0","id":)" + heard.id + R"(,"result":)" + result + "}"};
}

// Listens when it is made, and no more when it is gone.
class ScriptedDaemon {
  public:
    // Called on the daemon's thread for each request. No value: it dies without another word.
    using Script = std::function<std::optional<std::vector<Said>>(const Heard&)>;

    ScriptedDaemon(const rpc::SocketFolder& folder, const std::string& name, Script script)
        : script_(std::move(script)), stop_(make_pipe()) {
        std::promise<void> bound;
        thread_ = std::thread([&, name] { run(folder, name, bound); });
        bound.get_future().get();
    }
    ~ScriptedDaemon() {
        stop_.write.reset();
        thread_.join();
    }
    ScriptedDaemon(const ScriptedDaemon&) = delete;
    ScriptedDaemon& operator=(const ScriptedDaemon&) = delete;

    [[nodiscard]] bool dead() const { return dead_.load(); }

  private:
    void run(const rpc::SocketFolder& folder, const std::string& name, std::promise<void>& bound) {
        {
            rpc::Context context;
            rpc::Socket router(context, rpc::SocketKind::router, 16'384);
            router.bind(folder.address(name));
            bound.set_value();
            std::array waited{rpc::Waited{.socket = &router}, rpc::Waited{.fd = stop_.read.get()}};
            bool alive = true;
            while (alive && !waited[1].ready) {
                rpc::wait_readable(waited, std::chrono::seconds(10));
                alive = answer(router);
            }
        }
        dead_ = true;
    }

    bool answer(rpc::Socket& router) {
        rpc::Message message;
        while (router.receive(message)) {
            if (message.frames.size() != 3) continue;
            const auto said = script_(read(message));
            if (!said) return false;
            for (const Said& one : *said) {
                // A peer that has gone needs no answer.
                std::ignore = router.send(std::array<std::string_view, 3>{one.peer, "", one.frame});
            }
        }
        return true;
    }

    static Heard read(const rpc::Message& message) {
        api::Document document;
        Heard heard;
        heard.peer = message.frames[0];
        if (!document.parse(message.frames[2])) return heard;
        const auto request = document.read<api::Request>(api::Unknown::refused);
        if (!request) return heard;
        heard.id = request->id.text();
        heard.method = request->method.text();
        heard.params = document.text_at(api::params_member);
        heard.key = request->key;
        if (request->auth) heard.auth = request->auth->text();
        return heard;
    }

    Script script_;
    Pipe stop_;
    std::atomic<bool> dead_{false};
    std::thread thread_;
};

}  // namespace palette::test
