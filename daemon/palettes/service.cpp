#include "palettes/service.hpp"

namespace palette::palettes {

namespace {

auth::PasswordHasher hasher(const api::DaemonSettings& settings) {
    constexpr std::size_t mib = std::size_t{1} << 20;
    const auto& own = std::get<api::PalettesSettings>(settings.own);
    return auth::PasswordHasher({.memory_bytes = own.password_memory_mib.value() * mib});
}

}  // namespace

Service::Service(service::Host& host)
    : keys(load_keys(host.store(), host.parts().clock, host.parts().random)),
      answers(host.store(), host.parts().random, hasher(host.parts().settings), keys.signing,
              keys.verifying),
      relay(service::surroundings(host), *api::Source::from(daemon.source)),
      consumer(service::surroundings(host), std::string(daemon.name),
               {.source = api::popularity_daemon, .topics = {api::users_topic}}, standings),
      sweeper(service::surroundings(host)) {
    auto verifying = auth::KeySet::of(keys.verifying);
    CHECK_INVARIANT(verifying.has_value());
    host.authority().use_keys(*std::move(verifying));
}

}  // namespace palette::palettes
