#include "person.hpp"

#include "api/directory.hpp"

#include <stdexcept>

namespace palette::test {

namespace {

constexpr color::Color sea{0x2F, 0x6F, 0x7E};
constexpr color::Color sand{0xE8, 0xD8, 0xB0};

}  // namespace

Person sign_up(rpc::Client& client, std::string_view name) {
    const auto session =
        client.call(api::RegisterUser{.username = *api::Username::from(name),
                                      .password = api::SecretText("a quiet harbor at dawn")});
    if (!session) throw std::runtime_error("sign up: " + session.error().message);
    return {session->user.username, session->user.id.value(), session->access_token};
}

api::CreatePalette palette_titled(std::string_view title) {
    return {.title = *api::Title::from(title),
            .colors = {{.hex = sea, .name = api::Title("Sea")}, {.hex = sand}}};
}

}  // namespace palette::test
