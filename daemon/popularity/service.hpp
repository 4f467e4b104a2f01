// palette-popularityd put together: its tables, its handlers, the consumer that tells it of
// palettes, and the relay of its own events.
#pragma once

#include "outbox/consumer.hpp"
#include "outbox/relay.hpp"
#include "popularity/core/catalogue.hpp"
#include "popularity/methods.hpp"
#include "popularity/paletted.hpp"
#include "popularity/tables.hpp"
#include "service/family_keys.hpp"
#include "service/host.hpp"

#include <string_view>
#include <vector>

namespace palette::popularity {

struct Service {
    static constexpr const api::Daemon& daemon = api::popularity_daemon;
    [[nodiscard]] static std::vector<std::string_view> tables() {
        return {all_tables.begin(), all_tables.end()};
    }
    [[nodiscard]] static std::vector<store::Migration> migrations() { return {}; }

    explicit Service(service::Host& host);
    [[nodiscard]] service::Served served() const { return service::served(answers, bindings); }

    Paletted paletted;
    service::FamilyKeys keys;
    Answers answers;
    CatalogueSink sink;
    outbox::Consumer consumer;
    outbox::Relay relay;
};

}  // namespace palette::popularity
