// paletted put together: its tables, its keys, its handlers, the relay of its events, the
// consumer that tells it what people think of them, and what sweeps up.
#pragma once

#include "outbox/consumer.hpp"
#include "outbox/relay.hpp"
#include "palettes/core/standing.hpp"
#include "palettes/methods.hpp"
#include "palettes/migrations.hpp"
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
    [[nodiscard]] static std::vector<store::Migration> migrations() {
        return {outbox::index_subjects, index_forks};
    }
    static void renew(store::WriteTxn& txn, const Clock& clock, Random& random);

    explicit Service(service::Host& host);
    [[nodiscard]] service::Served served() const { return service::served(answers, bindings); }

    Answers answers;
    outbox::Relay relay;
    StandingSink standings;
    outbox::Consumer consumer;
    Sweeper sweeper;
};

}  // namespace palette::palettes
