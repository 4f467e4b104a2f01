// palette-brokerd put together: its tables, its handlers, and the publisher beside them.
#pragma once

#include "broker/methods.hpp"
#include "broker/publisher.hpp"
#include "broker/tables.hpp"
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
    [[nodiscard]] static std::vector<store::Migration> migrations() { return {}; }

    explicit Service(service::Host& host);
    [[nodiscard]] service::Served served() const { return service::served(answers, bindings); }

    Answers answers;
    Publisher publisher;
    store::Hook publish_on_commit;
};

}  // namespace palette::broker
