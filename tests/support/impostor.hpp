// Events that no paletted of this version writes, in the broker's log.
#pragma once

#include "api/directory.hpp"
#include "base/clock.hpp"
#include "rpc/client.hpp"

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace palette::test {

// Writes into the log in the name of paletted, which is away: as a newer one might have written,
// before it was replaced by the older one again. Failures are std::runtime_error.
class Impostor {
  public:
    explicit Impostor(rpc::Client& client) : client_(client) {
        const auto status = client_.call(api::AskLogStatus{});
        if (!status) throw std::runtime_error(status.error().message);
        for (const api::SourceStatus& one : status->sources) {
            if (one.source.text() != api::palettes_daemon.source) continue;
            incarnation_ = one.incarnation;
            sequence_ = one.sequence.value();
        }
    }
    void tell(std::string_view subject, std::string_view data) {
        const api::NewEvent event{.type = *api::Word::from(api::PaletteCreated::event.name),
                                  .subject = *api::Word::from(subject),
                                  .time = SystemClock().now(),
                                  .topic = *api::Topic::from(api::PaletteCreated::event.topic),
                                  .audience = api::Audience::daemons,
                                  .revision = 7,
                                  .data = api::Json(std::string(data))};
        const auto taken = client_.call(
            api::AppendEvents{.source = *api::Source::from(api::palettes_daemon.source),
                              .incarnation = *incarnation_,
                              .first = api::Sequence::clamped(++sequence_),
                              .items = decltype(api::AppendEvents::items)({event})});
        if (!taken) throw std::runtime_error(taken.error().message);
    }

  private:
    rpc::Client& client_;
    std::optional<api::Incarnation> incarnation_;
    std::uint64_t sequence_ = 0;
};

}  // namespace palette::test
