#include "popularity/service.hpp"

#include "outbox/outbox.hpp"
#include "popularity/tables.hpp"

namespace palette::popularity {

std::vector<std::string_view> Service::tables() {
    return {palettes.name,     known_palettes.name,   palette_ids.name, snapshots.name,
            likes.name,        counts.name,           ranks.name,       public_keys.name,
            outbox::rows.name, outbox::consumer_table};
}

Service::Service(service::Host& host)
    : paletted(service::surroundings(host)),
      answers(paletted),
      consumer(service::surroundings(host), std::string(daemon.name), api::palettes_daemon, sink),
      relay(service::surroundings(host), *api::Source::from(daemon.source)) {
    host.authority().use_keys(paletted.kept_keys());
    host.authority().fetch_unknown_keys_with([this] { return paletted.fetch_keys(); });
}

}  // namespace palette::popularity
