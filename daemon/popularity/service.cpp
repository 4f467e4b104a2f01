#include "popularity/service.hpp"

#include "popularity/migrations.hpp"

namespace palette::popularity {

namespace {

constexpr std::size_t mib = std::size_t{1} << 20;
constexpr std::size_t gib = std::size_t{1} << 30;

store::Options tables_options(const service::Host& host) {
    const api::Settings& settings = host.parts().settings.common;
    store::Options options{.folder = host.parts().home.store(Service::tables_folder),
                           .tables = {tables_store_tables.begin(), tables_store_tables.end()}};
    options.migrations = {take_private_from_standings};
    options.map_bytes = settings.store_max_gib.value() * gib;
    options.reserve_bytes = settings.store_reserve_mib.value() * mib;
    return options;
}

}  // namespace

Service::Service(service::Host& host)
    : tables_store(tables_options(host), host.parts().clock, host.parts().random),
      ledger(host.store().read(), tables_store),
      paletted(service::surroundings(host)),
      keys(service::surroundings(host), host.authority()),
      answers({paletted, ledger, host.store()}),
      sink(ledger, host.parts().clock),
      events(tables_store),
      folder(service::surroundings(host), tables_store, ledger),
      consumer(service::surroundings(host), std::string(daemon.name),
               {.source = api::palettes_daemon, .topics = {api::palettes_topic, api::users_topic}},
               sink),
      relay(service::surroundings(host), *api::Source::from(daemon.source), events) {}

service::Served Service::served() const {
    service::Served all = service::served(answers, bindings);
    all.more_stores = {&tables_store};
    return all;
}

void Service::take(const api::DaemonSettings& settings) {
    tables_store.set_reserve(settings.common.store_reserve_mib.value() * mib);
}

}  // namespace palette::popularity
