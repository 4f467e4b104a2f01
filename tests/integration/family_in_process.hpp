// The three daemons in one process, and alice, who is signed in.
#pragma once

#include "broker/service.hpp"
#include "daemon.hpp"
#include "palettes/service.hpp"
#include "popularity/service.hpp"
#include "raw_client.hpp"
#include "rpc/client.hpp"

#include <string>

namespace palette::test {

struct FamilyInProcess {
    TestHome home;
    rpc::Context context;
    rpc::SocketFolder sockets{home->run};
    SystemRandom random;
    Daemon<broker::Service> broker{*home};
    Daemon<palettes::Service> paletted{*home};
    Daemon<popularity::Service> popularity{*home};
    rpc::Client client{context, sockets, random};
    api::Session alice = sign_up("alice");

    api::Session sign_up(std::string_view name) {
        const auto session = client.call(
            api::RegisterUser{*api::Username::from(name), api::SecretText("a quiet harbor")});
        REQUIRE(session);
        return *session;
    }
    [[nodiscard]] rpc::CallOptions as_alice() const { return {.auth = alice.access_token}; }
    [[nodiscard]] RawClient connect(const api::Daemon& daemon, api::Socket which) {
        return {context, sockets,
                which == api::Socket::client ? daemon.client_socket() : daemon.sibling_socket()};
    }
    [[nodiscard]] api::Health health(const api::Daemon& daemon) {
        RawClient raw = connect(daemon, api::Socket::client);
        const auto answer = raw.ask(request("service.health", "{}"));
        const auto health = api::read_json<api::Health>(answer.result);
        REQUIRE(health);
        return *health;
    }
};

[[nodiscard]] inline api::CreatePalette sea_glass() {
    return {.title = api::Title("Sea Glass"), .colors = {api::Swatch{.hex = color::Color{}}}};
}

}  // namespace palette::test
