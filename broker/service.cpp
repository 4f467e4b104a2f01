#include "broker/service.hpp"

namespace palette::broker {

Service::Service(service::Host& host)
    : answers{*api::Incarnation::from(host.store().incarnation())},
      publisher(host.parts().context, host.parts().sockets, host.store()),
      // The hook is called by the writer; the publisher's socket belongs to the server's thread.
      publish_on_commit(host.store().after_commit([this, &server = host.parts().server] {
          server.post([this] { publisher.publish(); });
      })) {}

}  // namespace palette::broker
