// palette-popularityd put together: its two stores, its handlers, the fold, the consumer that tells
// it of palettes, and the relay of its own events.
#pragma once

#include "outbox/consumer.hpp"
#include "outbox/relay.hpp"
#include "popularity/core/ledger.hpp"
#include "popularity/folder.hpp"
#include "popularity/log_events.hpp"
#include "popularity/methods.hpp"
#include "popularity/paletted.hpp"
#include "popularity/sink.hpp"
#include "popularity/tables.hpp"
#include "service/family_keys.hpp"
#include "service/host.hpp"

#include <string_view>
#include <vector>

namespace palette::popularity {

struct Service {
    static constexpr const api::Daemon& daemon = api::popularity_daemon;
    [[nodiscard]] static std::vector<std::string_view> tables() {
        return {log_store_tables.begin(), log_store_tables.end()};
    }
    [[nodiscard]] static std::vector<store::Migration> migrations() { return {}; }
    // The folder beside the host's store.
    static constexpr std::string_view tables_folder = "palette-popularityd.tables";
    [[nodiscard]] static std::vector<std::string_view> more_stores() { return {tables_folder}; }

    // Throws what opening a store throws.
    explicit Service(service::Host& host);
    [[nodiscard]] service::Served served() const;
    // The tables' store keeps the same reserve as the host's.
    void take(const api::DaemonSettings& settings);

    store::Store tables_store;
    Ledger ledger;
    Paletted paletted;
    service::FamilyKeys keys;
    Answers answers;
    CatalogueSink sink;
    LogEvents events;
    Folder folder;
    outbox::Consumer consumer;
    outbox::Relay relay;
};

}  // namespace palette::popularity
