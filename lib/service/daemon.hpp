// The skeleton of every daemon's main:
//
//     int main(int argc, char** argv) {
//         return palette::service::run_daemon<palette::palettes::Service>(argc, argv);
//     }
//
// A Service names its daemon, its tables and its migrations, and is built on a host whose store is
// open and whose sockets are bound; its constructor starts what runs beside the requests:
//
//     struct Service {
//         static constexpr const api::Daemon& daemon = api::palettes_daemon;
//         static std::vector<std::string_view> tables();
//         static std::vector<store::Migration> migrations();
//         explicit Service(Host& host);
//         Served served() const;
//         void take(const api::DaemonSettings& settings);  // if it has some that change at run
//         time
//         // Where it has more stores than the host's: their folders, for --verify.
//         static std::vector<std::string_view> more_stores();
//         // Where numbers or secrets must not be used again: see store/renewal.hpp.
//         static void renew(store::WriteTxn& txn, const Clock& clock, Random& random);
//     };
#pragma once

#include "service/host.hpp"
#include "store/migration.hpp"
#include "store/renewal.hpp"

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace palette::service {

// A service that runs, its type forgotten.
class Running {
  public:
    virtual ~Running() = default;
    [[nodiscard]] virtual Served served() const = 0;
    // Settings that are new in force, on the server's thread.
    virtual void take(const api::DaemonSettings& settings) = 0;
};

struct DaemonSpec {
    const api::Daemon& daemon;
    std::vector<std::string_view> tables;
    std::vector<store::Migration> migrations;
    std::function<std::unique_ptr<Running>(Host&)> start;
    std::vector<std::string_view> more_stores{};
    std::function<store::Renewal(const Clock&, Random&)> renewal{};
};

template <class Service>
[[nodiscard]] std::vector<std::string_view> more_stores_of() {
    if constexpr (requires { Service::more_stores(); }) return Service::more_stores();
    return {};
}

// Of the host's store. Clock and randomness outlive it.
template <class Service>
[[nodiscard]] store::Renewal renewal_of(const Clock& clock, Random& random) {
    if constexpr (requires(store::WriteTxn& txn) { Service::renew(txn, clock, random); }) {
        return [&clock, &random](store::WriteTxn& txn) { Service::renew(txn, clock, random); };
    }
    return {};
}

// Runs until SIGTERM, SIGINT, or the supervisor's end; then answers what is under way and closes.
// SIGHUP has it read its settings again. The exit code: 0 after a clean stop, 1 when it could not
// start, 2 for wrong arguments. Also answers --help, --version, --verify (reads every row of the
// store and checks it), --check-config and --show-config.
[[nodiscard]] int run(const DaemonSpec& spec, int argc, char** argv);

template <class Service>
[[nodiscard]] int run_daemon(int argc, char** argv) {
    struct RunningService final : Running {
        explicit RunningService(Host& host) : service(host) {}
        [[nodiscard]] Served served() const override { return service.served(); }
        void take(const api::DaemonSettings& settings) override {
            if constexpr (requires { service.take(settings); }) service.take(settings);
        }
        Service service;
    };
    return run({.daemon = Service::daemon,
                .tables = Service::tables(),
                .migrations = Service::migrations(),
                .start = [](Host& host) { return std::make_unique<RunningService>(host); },
                .more_stores = more_stores_of<Service>(),
                .renewal = renewal_of<Service>},
               argc, argv);
}

}  // namespace palette::service
