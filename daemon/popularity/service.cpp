#include "popularity/service.hpp"

namespace palette::popularity {

Service::Service(service::Host& host)
    : paletted(service::surroundings(host)),
      answers(paletted),
      consumer(service::surroundings(host), std::string(daemon.name), api::palettes_daemon, sink),
      relay(service::surroundings(host), *api::Source::from(daemon.source)) {
    host.authority().use_keys(paletted.kept_keys());
    host.authority().fetch_unknown_keys_with([this] { return paletted.fetch_keys(); });
}

}  // namespace palette::popularity
