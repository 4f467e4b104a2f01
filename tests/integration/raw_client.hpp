// A peer that sends whatever it likes, and reads the replies.
#pragma once

#include "api/envelope.hpp"
#include "api/reader.hpp"
#include "api/writer.hpp"
#include "catch.hpp"
#include "rpc/address.hpp"
#include "rpc/socket.hpp"

#include <array>
#include <optional>
#include <string>

namespace palette::test {

// A frame's reply, or its error's kind.
struct Answer {
    std::string id;
    std::string result;
    std::optional<api::ErrorReply> error;

    [[nodiscard]] std::optional<ErrorKind> kind() const {
        if (!error) return std::nullopt;
        return api::to_error(*error).kind;
    }
    [[nodiscard]] std::string message() const { return error ? error->message.text() : ""; }
};

class RawClient {
  public:
    RawClient(rpc::Context& context, const rpc::SocketFolder& sockets, std::string_view name)
        : socket_(context, rpc::SocketKind::dealer, 100'000) {
        socket_.connect(sockets.address(name));
    }

    void send(std::string_view frame) {
        REQUIRE(socket_.send(std::array<std::string_view, 2>{"", frame}));
    }
    void send_frames(std::span<const std::string_view> frames) { REQUIRE(socket_.send(frames)); }

    // Fails the test when nothing comes.
    Answer receive() {
        rpc::Message message;
        std::array waited{rpc::Waited{.socket = &socket_}};
        rpc::wait_readable(waited, std::chrono::seconds(20));
        REQUIRE(socket_.receive(message));
        INFO(message.frames.back());
        api::Document document(2 * api::most_document_bytes);
        REQUIRE(document.parse(message.frames.back()));
        const auto reply = document.read<api::Reply>(api::Unknown::ignored);
        REQUIRE(reply);
        return {reply->id.text(), document.text_at("result"), reply->error};
    }
    // Whether there is something to receive already.
    bool has_come() {
        std::array waited{rpc::Waited{.socket = &socket_}};
        rpc::wait_readable(waited, {});
        return waited[0].ready;
    }
    Answer ask(std::string_view frame) {
        send(frame);
        return receive();
    }

  private:
    rpc::Socket socket_;
};

// A request's frame. `params` and what is in `more` are JSON.
inline std::string request(std::string_view method, std::string_view params,
                           const std::optional<std::string>& token = {}, std::string_view more = "",
                           int id = 1) {
    std::string frame = R"({"jsonrpc":"2.0","id":)" + std::to_string(id) + R"(,"method":")" +
                        std::string(method) + R"(","params":)" + std::string(params);
    if (token) frame += R"(,"auth":")" + *token + "\"";
    return frame + std::string(more) + "}";
}

}  // namespace palette::test
