#include "broker/service.hpp"

#include "base/hex.hpp"
#include "broker/core/messages.hpp"
#include "broker/migrations.hpp"

#include <array>
#include <span>

namespace palette::broker {

namespace {

// Each run of the broker writes under another incarnation: see core/history.hpp.
api::Incarnation new_incarnation(Random& random) {
    std::array<std::uint8_t, 16> bytes{};
    random.fill(std::as_writable_bytes(std::span(bytes)));
    return *api::Incarnation::from(in_hex(bytes));
}

Retention retention_of(const api::DaemonSettings& settings) {
    const auto& own = std::get<api::BrokerSettings>(settings.own);
    constexpr std::uint64_t mib = std::uint64_t{1} << 20;
    return {.age = std::chrono::hours(24) * own.log_kept_days.number(),
            .bytes = own.log_kept_mib.value() * mib,
            .held_bytes = own.log_held_mib.value() * mib};
}

}  // namespace

std::vector<store::Migration> Service::migrations() {
    return {index_log};
}

void Service::renew(store::WriteTxn& txn, const Clock& /*clock*/, Random& /*random*/) {
    pass_over_messages(txn);
}

Service::Service(service::Host& host)
    : keys(service::surroundings(host), host.authority()),
      answers(new_incarnation(host.parts().random), peers),
      publisher(host.parts().context, host.parts().sockets, host.store()),
      // The hook is called by the writer; the publisher's socket belongs to the server's thread.
      publish_on_commit(host.store().after_commit(
          [this, &server = host.parts().server] { server.post([this] { publisher.publish(); }); })),
      upkeep(service::surroundings(host), retention_of(host.parts().settings), peers) {}

}  // namespace palette::broker
