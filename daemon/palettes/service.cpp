#include "palettes/service.hpp"

#include "palettes/core/renewal.hpp"
#include "palettes/core/signing_key.hpp"

#include <stdexcept>

namespace palette::palettes {

namespace {

auth::PasswordHasher hasher(const api::DaemonSettings& settings) {
    constexpr std::size_t mib = std::size_t{1} << 20;
    const auto& own = std::get<api::PalettesSettings>(settings.own);
    return auth::PasswordHasher({.memory_bytes = own.password_memory_mib.value() * mib});
}

void make_first_key(const service::Host& host) {
    const auto& parts = host.parts();
    if (host.store().read().first(signing_keys)) return;
    const auto made = host.store().write(
        [&](store::WriteTxn& txn) { replace_signing_key(txn, parts.random, parts.clock.now()); });
    if (!made) throw std::runtime_error("the signing key was not kept: " + made.error().message);
}

auth::KeySet verifying_keys(const store::Store& store) {
    auto keys = auth::KeySet::of(public_keys(store.read()));
    CHECK_INVARIANT(keys.has_value());
    return *std::move(keys);
}

}  // namespace

void Service::renew(store::WriteTxn& txn, const Clock& clock, Random& random) {
    begin_anew(txn, random, clock.now());
}

Service::Service(service::Host& host)
    : answers(host.store(), host.parts().random, hasher(host.parts().settings)),
      relay(service::surroundings(host), *api::Source::from(daemon.source)),
      consumer(service::surroundings(host), std::string(daemon.name),
               {.source = api::popularity_daemon, .topics = {api::users_topic}}, standings),
      sweeper(service::surroundings(host)) {
    make_first_key(host);
    host.authority().use_keys(verifying_keys(host.store()));
    // Replaced while it runs when the store turns out to be a copy.
    host.authority().fetch_unknown_keys_with(
        [&store = host.store()] { return verifying_keys(store); });
}

}  // namespace palette::palettes
