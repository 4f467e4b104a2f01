// palette-bench: what our daemons cost beyond the libraries they stand on.
//
// Server and client have a core each; each figure of ours is taken beside the bare library's in the
// same run (comparison.hpp), and every reply is checked.
#include "color_conversion.hpp"
#include "comparison.hpp"
#include "cores.hpp"
#include "echo_server.hpp"
#include "lmdb_appends.hpp"
#include "redis_peer.hpp"
#include "sustained.hpp"
#include "workload.hpp"
#ifdef PALETTE_BENCH_POSTGRES
#include "postgres_peer.hpp"
#endif

#include <time.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <optional>
#include <string_view>
#include <thread>

namespace palette::bench {

namespace {

// A row's bytes in the bare store and a value's in Redis: what a like takes in the log.
constexpr std::size_t like_bytes = 64;

struct Load {
    std::size_t in_flight;
    std::size_t requests;  // in one run: about half a second
};
constexpr std::array get_loads{Load{1, 8'000}, Load{32, 50'000}, Load{512, 80'000}};
constexpr std::array like_loads{Load{1, 500}, Load{32, 8'000}, Load{512, 24'000}};

// For the echo: as long as the frame it stands for.
std::vector<std::string> echo_frames(const std::vector<std::string>& like_these) {
    std::vector<std::string> frames;
    frames.reserve(like_these.size());
    for (const std::string& one : like_these) {
        std::string frame = std::string(reply_head) + std::to_string(frames.size()) + ",";
        frame.resize(one.size(), ' ');
        frames.push_back(std::move(frame));
    }
    return frames;
}

// Each reply as it came the first time, once it was seen to be that palette.
std::vector<std::string> expected_replies(Pipeline& daemon, const std::vector<std::string>& gets) {
    std::vector<std::string> replies(gets.size());
    const auto learn = [&](std::size_t index, std::string_view reply) {
        const auto at = gets[index].find(R"("ref":")");
        const auto end = gets[index].find('"', at + 7);
        replies[index] = reply;
        return reply.find(gets[index].substr(at, end + 1 - at)) != std::string_view::npos;
    };
    static_cast<void>(daemon.run(gets, 50, learn));
    return replies;
}

// The run, and what it took of the server's core.
std::function<Run()> metered(pid_t server, std::function<Run()> run) {
    return [server, run = std::move(run)] {
        const double before = cpu_seconds_of(server);
        Run made = run();
        made.server_cpu_seconds = cpu_seconds_of(server) - before;
        return made;
    };
}

std::filesystem::path made_folder(const std::filesystem::path& folder) {
    std::filesystem::create_directory(folder);
    return folder;
}

// What likes are measured beside, as far as it is installed.
struct Peers {
    explicit Peers(const std::filesystem::path& data) : lmdb(made_folder(data / "bare")) {
        run_on(server_core);
        if (is_installed("redis-server")) redis.emplace(made_folder(data / "redis"));
#ifdef PALETTE_BENCH_POSTGRES
        if (is_installed("postgres") && is_installed("initdb")) {
            postgres.emplace(made_folder(data / "postgres"), Workload::palettes);
        }
#endif
        run_on(client_core);
    }
    LmdbAppends lmdb;
    std::optional<RedisPeer> redis;
#ifdef PALETTE_BENCH_POSTGRES
    std::optional<PostgresPeer> postgres;
#endif
};

void compare_gets(Workload& workload, Peers& peers) {
    const auto& daemon = api::palettes_daemon;
    const pid_t pid = workload.family().pid(daemon);
    Pipeline ours(workload.address(daemon));
    const auto frames = workload.gets(get_loads.back().requests);
    const auto expected = expected_replies(ours, frames);
    const auto bare_frames = echo_frames(frames);
    const std::size_t reply_bytes = expected.front().size();

    run_on(server_core);
    const EchoServer echo(workload.family().home().run / "echo.sock", reply_bytes);
    run_on(client_core);
    Pipeline bare(echo.address());
    const auto is_expected = [&](auto index, auto reply) { return reply == expected[index]; };
    const auto is_as_long = [&](auto, auto reply) { return reply.size() == reply_bytes; };
    for (const Load& load : get_loads) {
        const auto some = std::span(frames).first(load.requests);
        const auto bare_some = std::span(bare_frames).first(load.requests);
        const auto beside = [&](const std::string& name, const std::function<Run()>& peer) {
            print(hold(
                {.name = "palette.get / " + name,
                 .in_flight = load.in_flight,
                 .ours = metered(pid, [&] { return ours.run(some, load.in_flight, is_expected); }),
                 .bare = peer,
                 .faults = [&] { return major_faults() + major_faults_of(pid); }}));
        };
        beside("libzmq echo", metered(echo.pid(), [&] {
                   return bare.run(bare_some, load.in_flight, is_as_long);
               }));
        if (peers.redis) {
            beside("Redis GET", metered(peers.redis->pid(), [&] {
                       return peers.redis->get(load.requests, load.in_flight, Workload::palettes,
                                               reply_bytes);
                   }));
        }
#ifdef PALETTE_BENCH_POSTGRES
        if (peers.postgres && load.in_flight <= PostgresPeer::most_connections) {
            beside("PostgreSQL", [&] {
                return peers.postgres->get(load.requests / 4, load.in_flight, reply_bytes);
            });
        }
#endif
    }
}

Run on_the_servers_core(const std::function<Run()>& run) {
    Run made;
    std::thread([&] {
        run_on(server_core);
        made = run();
        timespec used{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
        made.server_cpu_seconds =
            static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9;
    }).join();
    return made;
}

// Likes that nobody has given yet; each must be answered as one that changed something.
Run like(Workload& workload, Pipeline& daemon, const Load& load) {
    const auto frames = workload.likes(load.requests);
    return daemon.run(frames, load.in_flight, [](auto, auto reply) {
        return reply.find(R"("liked":true,"changed":true)") != std::string_view::npos;
    });
}

void compare_likes(Workload& workload, Peers& peers) {
    const pid_t pid = workload.family().pid(api::popularity_daemon);
    Pipeline daemon(workload.address(api::popularity_daemon));
    const auto beside = [&](const std::string& name, const Load& load,
                            const std::function<Run()>& bare) {
        const auto ours = [&] {
            Run run = like(workload, daemon, load);
            workload.wait_for_relay();
            return run;
        };
        print(hold({.name = "palette.like / " + name,
                    .in_flight = load.in_flight,
                    .ours = metered(pid, ours),
                    .bare = bare,
                    .faults = [&] { return major_faults() + major_faults_of(pid); }}));
    };
    for (const Load& load : like_loads) {
        beside("LMDB appends", load, [&] {
            return on_the_servers_core(
                [&] { return peers.lmdb.run(load.requests, load.in_flight, like_bytes); });
        });
        if (peers.redis) {
            beside("Redis SET, AOF", load,
                   [&] { return peers.redis->set(load.requests, load.in_flight, like_bytes); });
        }
#ifdef PALETTE_BENCH_POSTGRES
        if (peers.postgres && load.in_flight <= PostgresPeer::most_connections) {
            beside("PostgreSQL", load,
                   [&] { return peers.postgres->like(load.requests / 2, load.in_flight); });
        }
#endif
    }
}

// A minute of each; not interleaved, for what piles up is the question.
void sustain_likes(Workload& workload, Peers& peers) {
    constexpr std::size_t in_flight = 32;
    Pipeline daemon(workload.address(api::popularity_daemon));
    std::printf("\na minute of likes, %zu in flight, likes/s in each sixth of it\n", in_flight);
    const double ours = sustain("palette.like", [&](std::size_t requests) {
        return like(workload, daemon, {in_flight, requests});
    });
    const std::size_t backlog = workload.backlog();
    const auto begun = std::chrono::steady_clock::now();
    workload.wait_for_relay();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    std::printf("events that the broker lacked then: %zu; it had them %.1f s later\n", backlog,
                took.count());
#ifdef PALETTE_BENCH_POSTGRES
    if (!peers.postgres) return;
    const double theirs = sustain("PostgreSQL", [&](std::size_t requests) {
        return peers.postgres->like(requests, in_flight);
    });
    std::printf("ratio %.2f\n", ours / theirs);
#else
    static_cast<void>(ours);
    static_cast<void>(peers);
#endif
}

enum class Which : std::uint8_t { all, get, like, sustained };

int run(Which which) {
    if (std::thread::hardware_concurrency() < 2) {
        static_cast<void>(std::fputs("palette-bench: needs two cores\n", stderr));
        return 1;
    }
    Workload workload;
    print_head();
    Peers peers(workload.family().home().data);
    if (which == Which::all || which == Which::get) compare_gets(workload, peers);
    if (which == Which::all || which == Which::like) compare_likes(workload, peers);
    if (which == Which::sustained) sustain_likes(workload, peers);
    return 0;
}

}  // namespace

}  // namespace palette::bench

int main(int argc, char** argv) {
    using namespace palette::bench;
    try {
        if (argc == 5 && std::string_view(argv[1]) == "--echo") {
            return serve_echo(argv[2], std::strtoul(argv[3], nullptr, 10), std::atoi(argv[4]));
        }
        const std::string_view word = argc > 1 ? argv[1] : "all";
        if (word == "all") return run(Which::all);
        if (word == "get") return run(Which::get);
        if (word == "like") return run(Which::like);
        if (word == "sustained") return run(Which::sustained);
        if (word == "color") {
            compare_color_conversions();
            return 0;
        }
        static_cast<void>(
            std::fputs("usage: palette-bench [all|get|like|sustained|color]\n", stderr));
        return 2;
    } catch (const std::exception& failure) {
        static_cast<void>(std::fprintf(stderr, "palette-bench: %s\n", failure.what()));
        return 1;
    }
}
