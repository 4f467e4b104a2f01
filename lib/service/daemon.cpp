#include "service/daemon.hpp"

#include "base/fd.hpp"
#include "outbox/parking.hpp"
#include "service/kept_answers.hpp"
#include "service/live_settings.hpp"
#include "service/process.hpp"
#include "service/settings.hpp"
#include "service/version.hpp"
#include "store/verify.hpp"

#include <fmt/core.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <string>

namespace palette::service {

namespace {

constexpr std::size_t mib = std::size_t{1} << 20;
constexpr std::size_t gib = std::size_t{1} << 30;

enum class Mode : std::uint8_t { serve, help, version, verify, check_config, show_config, wrong };

Mode mode_of(int argc, char** argv) {
    if (argc < 2) return Mode::serve;
    const std::string_view word = argv[1];
    if (argc <= 3 && word == "--check-config") return Mode::check_config;
    if (argc <= 3 && word == "--show-config") return Mode::show_config;
    if (argc > 2) return Mode::wrong;
    if (word == "--help") return Mode::help;
    if (word == "--version") return Mode::version;
    if (word == "--verify") return Mode::verify;
    return Mode::wrong;
}

constexpr std::string_view help_text =
    R"({name}: {summary}, for palettectl.

usage: {name}             serve until SIGTERM (palettectl up starts it so)
       {name} --verify    read every row of the store and check it
       {name} --check-config [FILE]    say what is wrong with its settings; 0 when nothing is
       {name} --show-config [FILE]     every setting, its value and where that comes from
       {name} --version

Settings: <config>/{name}.yaml. With PALETTECTL_HOME=DIR everything lies below DIR.
)";

store::Options store_options(const DaemonSpec& spec, const Home& home,
                             const api::DaemonSettings& settings) {
    store::Options options{.folder = home.store(spec.daemon.name),
                           .tables = spec.tables,
                           .migrations = spec.migrations};
    options.tables.push_back(kept_answers.name);
    options.tables.push_back(outbox::parked.name);
    options.map_bytes = settings.common.store_max_gib.value() * gib;
    options.reserve_bytes = settings.common.store_reserve_mib.value() * mib;
    return options;
}

std::vector<rpc::Server::Watched> watched(const Process& process, Host& host,
                                          const std::function<void()>& read_settings_again) {
    std::vector<rpc::Server::Watched> all;
    all.push_back({process.signals(), [&process, &host, read_settings_again] {
                       const int signal = process.take_signal();
                       if (signal == SIGHUP) return read_settings_again();
                       host.log().info("daemon.stopping", {{"signal", signal}});
                       host.stop();
                   }});
    if (process.lifeline() >= 0) {
        all.push_back({process.lifeline(), [&] {
                           host.log().warn("daemon.stopping", {{"why", "the supervisor is gone"}});
                           host.stop();
                       }});
    }
    return all;
}

void serve(const DaemonSpec& spec, Process& process, const Home& home,
           const api::DaemonSettings& settings, Log& log) {
    const SystemClock clock;
    SystemRandom random;
    store::Options options = store_options(spec, home, settings);
    options.renewal = spec.renewal(clock, random);
    store::Store store(options, clock, random);
    if (store.was_put_back()) {
        log.warn("store.put_back", {{"detail",
                                     "the store is a copy that was put back, or was moved: it "
                                     "begins anew for all who knew it, and consumers load a "
                                     "snapshot"}});
    }
    rpc::Context context([&log](std::size_t most) {
        log.warn_limited("connection.refused",
                         {{"why", "its socket has as many as it may"}, {"most", most}});
    });
    const rpc::SocketFolder sockets(home.run);
    rpc::Server server(context, sockets, home.daemon_lock(spec.daemon.name),
                       spec.daemon.client_socket(), spec.daemon.sibling_socket());
    Host host({spec.daemon, home, settings, log, store, context, sockets, server, clock, random});
    const auto running = spec.start(host);
    log.info("daemon.ready", {{"version", version},
                              {"store_bytes", store.bytes()},
                              {"incarnation", store.incarnation()}});
    process.report_ready();
    LiveSettings live(spec.daemon, settings_file(home, spec.daemon), settings, log, store);
    const auto take = [&](const api::DaemonSettings& fresh) { running->take(fresh); };
    host.serve(running->served(), watched(process, host, [&] { live.read_again(take); }));
    log.info("daemon.stopped");
}

int serve_or_say_why(const DaemonSpec& spec) {
    Process process;
    try {
        const Home home = Home::from_process_environment();
        home.create();
        const auto settings = read_settings(spec.daemon, settings_file(home, spec.daemon));
        Log log(spec.daemon.name, settings ? settings->common.log_level : api::LogLevel::info);
        if (!settings) throw std::runtime_error(settings.error().message);
        try {
            serve(spec, process, home, *settings, log);
            return 0;
        } catch (const std::exception& failure) {
            log.error("daemon.failed", {{"why", failure.what()}});
            process.report_failed(failure);
        }
    } catch (const std::exception& failure) {
        fmt::print(stderr, "{}: {}\n", spec.daemon.name, failure.what());
        process.report_failed(failure);
    }
    return 1;
}

int verify(const DaemonSpec& spec) {
    try {
        const Home home = Home::from_process_environment();
        std::vector<std::string_view> folders{spec.daemon.name};
        folders.insert(folders.end(), spec.more_stores.begin(), spec.more_stores.end());
        store::Verification all;
        for (const std::string_view folder : folders) {
            const auto found = store::verify(home.store(folder));
            all.rows += found.rows;
            all.damaged += found.damaged;
            for (const std::string& report : found.reports)
                fmt::print(stderr, "{}\n", report);
        }
        fmt::print("{} rows, {} damaged\n", all.rows, all.damaged);
        return all.is_whole() ? 0 : 1;
    } catch (const std::exception& failure) {
        fmt::print(stderr, "{}: {}\n", spec.daemon.name, failure.what());
        return 1;
    }
}

// The lines of --show-config; for --check-config they are only made.
int look_at_settings(const DaemonSpec& spec, Mode mode, const char* file) {
    try {
        const auto lines = settings_lines(
            spec.daemon, file != nullptr
                             ? std::filesystem::path(file)
                             : settings_file(Home::from_process_environment(), spec.daemon));
        if (lines && mode == Mode::show_config) fmt::print("{}", *lines);
        if (lines) return 0;
        const Error& error = lines.error();
        fmt::print(stderr, "{}{}{}\n", error.message, error.hint.empty() ? "" : ": ", error.hint);
    } catch (const std::exception& failure) {
        fmt::print(stderr, "{}: {}\n", spec.daemon.name, failure.what());
    }
    return 1;
}

}  // namespace

int run(const DaemonSpec& spec, int argc, char** argv) {
    fill_standard_streams();
    const Mode mode = mode_of(argc, argv);
    switch (mode) {
        case Mode::serve:
            return serve_or_say_why(spec);
        case Mode::verify:
            return verify(spec);
        case Mode::check_config:
        case Mode::show_config:
            return look_at_settings(spec, mode, argc > 2 ? argv[2] : nullptr);
        case Mode::help:
            fmt::print(help_text, fmt::arg("name", spec.daemon.name),
                       fmt::arg("summary", spec.daemon.summary));
            return 0;
        case Mode::version:
            fmt::print("{} {}\n", spec.daemon.name, version);
            return 0;
        case Mode::wrong:
            fmt::print(stderr, "{}: no such option; --help says which there are\n",
                       spec.daemon.name);
            return 2;
    }
    return 2;
}

}  // namespace palette::service
