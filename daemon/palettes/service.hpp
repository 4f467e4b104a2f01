// paletted put together: its tables, its keys, its handlers, and the relay of its events.
#pragma once

#include "outbox/relay.hpp"
#include "palettes/methods.hpp"
#include "palettes/signing_key.hpp"
#include "palettes/sweeper.hpp"
#include "palettes/tables.hpp"
#include "service/host.hpp"

#include <string_view>
#include <vector>

namespace palette::palettes {

struct Service {
    static constexpr const api::Daemon& daemon = api::palettes_daemon;
    [[nodiscard]] static std::vector<std::string_view> tables() {
        return {all_tables.begin(), all_tables.end()};
    }
    [[nodiscard]] static std::vector<store::Migration> migrations() { return {}; }

    explicit Service(service::Host& host);
    [[nodiscard]] service::Served served() const { return service::served(answers, bindings); }

    Keys keys;
    Answers answers;
    outbox::Relay relay;
    Sweeper sweeper;
};

}  // namespace palette::palettes
