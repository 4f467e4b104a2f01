#include "workload.hpp"

#include "api/envelope.hpp"
#include "cores.hpp"

#include <algorithm>
#include <stdexcept>

namespace palette::bench {

namespace {

constexpr std::chrono::seconds longest_relay{60};
constexpr std::chrono::seconds patience{30};

template <class M>
std::string frame(std::size_t id, const M& asked, std::optional<api::Token> token) {
    const std::string params = api::to_json(asked);
    return api::encode_request({.jsonrpc = api::JsonRpc("2.0"),
                                .method = *api::MethodName::from(M::method.name),
                                .id = api::Json(std::to_string(id)),
                                .params = api::Later(params),
                                .auth = std::move(token),
                                .deadline_ms = api::Deadline(5'000)});
}

}  // namespace

Workload::Workload() {
    run_on(server_core);
    family_.start_all();
    run_on(client_core);
    auto client = family_.connect();
    sign_people_up(client);
    publish_palettes(client);
    shuffle_likes();
    wait_for_relay();
}

std::string Workload::address(const api::Daemon& daemon) const {
    return "ipc://" + (family_.home().run / daemon.client_socket()).string();
}

void Workload::sign_people_up(rpc::Client& client) {
    for (std::size_t i = 0; i < people; ++i)
        people_.push_back(test::sign_up(client, "person-" + std::to_string(i)));
    events_ += people;
}

void Workload::publish_palettes(rpc::Client& client) {
    for (std::size_t i = 0; i < palettes; ++i) {
        const test::Person& owner = people_[i % people];
        const auto wanted = test::palette_titled("Palette " + std::to_string(i));
        client.send(rpc::Client::asked_of(wanted, owner.options(patience)),
                    [this](const Result<std::string>& json) {
                        if (!json) throw std::runtime_error(json.error().message);
                        refs_.push_back(api::read_json<api::Palette>(*json)->ref);
                    });
    }
    client.finish();
    events_ += palettes;
}

void Workload::shuffle_likes() {
    for (std::uint32_t person = 0; person < people; ++person) {
        for (std::uint32_t palette = 0; palette < palettes; ++palette)
            likes_left_.emplace_back(person, palette);
    }
    std::shuffle(likes_left_.begin(), likes_left_.end(), random_);
}

std::vector<std::string> Workload::gets(std::size_t count) {
    std::uniform_int_distribution<std::size_t> any(0, refs_.size() - 1);
    std::vector<std::string> frames;
    frames.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        frames.push_back(frame(i, api::GetPalette{.ref = refs_[any(random_)]}, std::nullopt));
    return frames;
}

std::vector<std::string> Workload::likes(std::size_t count) {
    if (count > likes_left_.size()) throw std::runtime_error("everybody likes everything");
    std::vector<std::string> frames;
    frames.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto [person, palette] = likes_left_.back();
        likes_left_.pop_back();
        frames.push_back(frame(i, api::LikePalette{.ref = refs_[palette]}, people_[person].token));
    }
    events_ += count;
    return frames;
}

std::size_t Workload::backlog() {
    auto client = family_.connect();
    const auto position = client.call(api::LocateEvents{});
    if (!position) throw std::runtime_error(position.error().message);
    return events_ - position->head.value();
}

void Workload::wait_for_relay() {
    if (!test::eventually([&] { return backlog() == 0; }, longest_relay)) {
        throw std::runtime_error("the broker did not hear of everything");
    }
}

}  // namespace palette::bench
