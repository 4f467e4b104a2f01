#include "popularity/service.hpp"

namespace palette::popularity {

Service::Service(service::Host& host)
    : paletted(service::surroundings(host)),
      keys(service::surroundings(host)),
      answers(paletted),
      consumer(service::surroundings(host), std::string(daemon.name), api::palettes_daemon, sink),
      relay(service::surroundings(host), *api::Source::from(daemon.source)) {
    host.authority().use_keys(keys.kept());
    host.authority().fetch_unknown_keys_with([this] { return keys.fetch(); });
}

}  // namespace palette::popularity
