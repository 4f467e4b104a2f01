// Daemons that come and go in one process, whose stores are copied and put back, and alice, who
// publishes.
#pragma once

#include "eventually.hpp"
#include "family_in_process.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palette::test {

struct Scene {
    TestHome home;
    rpc::Context context;
    rpc::SocketFolder sockets{home->run};
    SystemRandom random;
    std::optional<Daemon<broker::Service>> broker;
    std::optional<Daemon<palettes::Service>> paletted;
    rpc::Client client{context, sockets, random};
    std::optional<api::Token> token;
    int created = 0;

    void start_paletted() {
        paletted.emplace(*home);
        if (!token) token = sign_up("alice").access_token;
    }
    api::Session sign_up(std::string_view name) {
        const auto session = client.call(
            api::RegisterUser{*api::Username::from(name), api::SecretText("a quiet harbor")});
        REQUIRE(session);
        return *session;
    }
    api::Session log_in(std::string_view name) {
        const auto session =
            client.call(api::LogIn{*api::Username::from(name), api::SecretText("a quiet harbor")});
        REQUIRE(session);
        return *session;
    }
    // After paletted was put back.
    void log_in() { token = log_in("alice").access_token; }
    [[nodiscard]] rpc::CallOptions as_alice() const { return {.auth = token}; }
    void create(int count) {
        for (int i = 0; i < count; ++i) {
            const auto title = api::Title::from("p" + std::to_string(++created));
            auto wanted = sea_glass();
            wanted.title = *title;
            if (created % 3 == 0) wanted.visibility = api::Visibility::private_;
            REQUIRE(client.call(wanted, {.auth = token}));
        }
    }
    // All that sources handed to the log, as siblings read it.
    std::vector<std::string> ids() {
        std::vector<std::string> all;
        std::uint64_t after = 0;
        while (true) {
            const auto page = client.call(api::ReadEvents{.consumer = api::Word("test"),
                                                          .after = api::Offset::clamped(after)});
            REQUIRE(page);
            for (const api::Event& event : page->items)
                if (event.source.text() != api::broker_daemon.source)
                    all.push_back(event.id.text());
            if (page->through.value() == after) return all;
            after = page->through.value();
        }
    }
    // One registration and what was created, in order and each once.
    void check_log() { expect(events_of_this_store(1, static_cast<std::uint64_t>(created) + 1)); }
    void expect(const std::vector<std::string>& expected) {
        CHECK(eventually([&] { return ids().size() >= expected.size(); }));
        CHECK(ids() == expected);
    }
    [[nodiscard]] std::vector<std::string> events_of_this_store(std::uint64_t first,
                                                                std::uint64_t last) {
        std::vector<std::string> all;
        for (std::uint64_t i = first; i <= last; ++i)
            all.push_back(paletted->store().incarnation() + "-" + std::to_string(i));
        return all;
    }
    [[nodiscard]] std::filesystem::path copy_of(std::string_view store) const {
        return home->store(store).string() + ".copy";
    }
    // Of a daemon that does not run.
    void back_up(const api::Daemon& daemon) { back_up(daemon.name); }
    void back_up(std::string_view store) {
        std::filesystem::copy(home->store(store), copy_of(store),
                              std::filesystem::copy_options::recursive);
    }
    void put_back(const api::Daemon& daemon) { put_back(daemon.name); }
    void put_back(std::string_view store) {
        std::filesystem::remove_all(home->store(store));
        std::filesystem::rename(copy_of(store), home->store(store));
    }
    // Into the very file that is there, as a disk does that is put back as a whole: then nothing
    // tells the copy from the store but what others have seen of it.
    void pour_back(const api::Daemon& daemon) {
        std::filesystem::copy_file(copy_of(daemon.name) / "data.mdb",
                                   home->store(daemon.name) / "data.mdb",
                                   std::filesystem::copy_options::overwrite_existing);
    }
};

}  // namespace palette::test
