// A daemon of the family in a thread of this process: its real service, store and sockets.
#pragma once

#include "base/home.hpp"
#include "outbox/parking.hpp"
#include "service/daemon.hpp"
#include "service/host.hpp"
#include "service/kept_answers.hpp"
#include "temporary_folder.hpp"

#include <future>
#include <memory>
#include <thread>

namespace palette::test {

// The folders of a family of the test's own.
class TestHome {
  public:
    TestHome() { home_.create(); }
    [[nodiscard]] const Home& operator*() const { return home_; }
    [[nodiscard]] const Home* operator->() const { return &home_; }

  private:
    TemporaryFolder folder_;
    Home home_{.config = folder_.path() / "config",
               .state = folder_.path() / "state",
               .data = folder_.path() / "data",
               .run = folder_.path() / "run",
               .logs = folder_.path() / "logs"};
};

// Serves from when it is made until it is gone; then its store is closed as after SIGTERM.
template <class Service>
class Daemon {
  public:
    // The home outlives it. Hashing passwords is made cheap.
    explicit Daemon(const Home& home, api::LogLevel least = api::LogLevel::error)
        : home_(home), log_(Service::daemon.name, least) {
        thread_ = std::thread([this] { host_.serve(service_.served(), {}); });
    }
    ~Daemon() {
        host_.stop();
        thread_.join();
    }
    Daemon(const Daemon&) = delete;
    Daemon& operator=(const Daemon&) = delete;

    // Returns when no request is taken anymore; those under way are still answered.
    void stop() {
        std::promise<void> stopped;
        host_.stop();
        server_.post([&] { stopped.set_value(); });
        stopped.get_future().wait();
    }

    [[nodiscard]] store::Store& store() { return store_; }
    [[nodiscard]] Service& service() { return service_; }

  private:
    static api::DaemonSettings cheap_settings() {
        api::DaemonSettings settings{.own = Service::daemon.own_settings};
        if (auto* palettes = std::get_if<api::PalettesSettings>(&settings.own))
            palettes->password_memory_mib = 8;
        return settings;
    }
    [[nodiscard]] store::Options options() {
        store::Options options{.folder = home_.store(Service::daemon.name),
                               .tables = Service::tables()};
        options.tables.push_back(service::kept_answers.name);
        options.tables.push_back(outbox::parked.name);
        options.map_bytes = std::size_t{1} << 30;
        options.reserve_bytes = 0;
        options.renewal = service::renewal_of<Service>(clock_, random_);
        return options;
    }

    const Home& home_;
    api::DaemonSettings settings_ = cheap_settings();
    service::Log log_;
    SystemClock clock_;
    SystemRandom random_;
    store::Store store_{options(), clock_, random_};
    rpc::Context context_;
    rpc::SocketFolder sockets_{home_.run};
    rpc::Server server_{context_, sockets_, home_.daemon_lock(Service::daemon.name),
                        Service::daemon.client_socket(), Service::daemon.sibling_socket()};
    service::Host host_{{Service::daemon, home_, settings_, log_, store_, context_, sockets_,
                         server_, clock_, random_}};
    Service service_{host_};
    std::thread thread_;
};

}  // namespace palette::test
