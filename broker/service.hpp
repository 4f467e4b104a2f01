// palette-brokerd put together: its tables, its handlers, the publisher beside them, and the upkeep
// of its log.
#pragma once

#include "broker/methods.hpp"
#include "broker/publisher.hpp"
#include "broker/tables.hpp"
#include "broker/upkeep.hpp"
#include "service/family_keys.hpp"
#include "service/host.hpp"
#include "store/migration.hpp"

#include <string_view>
#include <vector>

namespace palette::broker {

struct Service {
    static constexpr const api::Daemon& daemon = api::broker_daemon;
    [[nodiscard]] static std::vector<std::string_view> tables() {
        return {all_tables.begin(), all_tables.end()};
    }
    [[nodiscard]] static std::vector<store::Migration> migrations();
    static void renew(store::WriteTxn& txn, const Clock& clock, Random& random);

    explicit Service(service::Host& host);
    [[nodiscard]] service::Served served() const { return service::served(answers, bindings); }

    service::FamilyKeys keys;
    Peers peers;
    Answers answers;
    Publisher publisher;
    store::Hook publish_on_commit;
    Upkeep upkeep;
};

}  // namespace palette::broker
