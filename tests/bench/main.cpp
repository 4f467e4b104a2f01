// palette-bench: what our daemons cost beyond the libraries they stand on.
//
// Server and client have a core each; each figure of ours is taken beside the bare library's in the
// same run (comparison.hpp), and every reply is checked.
#include "comparison.hpp"
#include "cores.hpp"
#include "echo_server.hpp"
#include "lmdb_puts.hpp"
#include "workload.hpp"

#include <time.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string_view>
#include <thread>

namespace palette::bench {

namespace {

// A row's bytes in the bare store: what a like writes, its event included.
constexpr std::size_t like_bytes = 450;

struct Load {
    std::size_t in_flight;
    std::size_t requests;  // in one run: about half a second
};
constexpr std::array get_loads{Load{1, 8'000}, Load{16, 40'000}, Load{50, 60'000}};
constexpr std::array like_loads{Load{1, 200}, Load{8, 1'600}, Load{32, 4'800}};

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

void compare_gets(Workload& workload) {
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
        print(
            hold({.name = "palette.get / libzmq echo",
                  .in_flight = load.in_flight,
                  .ours = metered(pid, [&] { return ours.run(some, load.in_flight, is_expected); }),
                  .bare = metered(echo.pid(),
                                  [&] { return bare.run(bare_some, load.in_flight, is_as_long); }),
                  .faults = [&] {
                      return major_faults() + major_faults_of(pid) + major_faults_of(echo.pid());
                  }}));
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

void compare_likes(Workload& workload) {
    const auto& daemon = api::popularity_daemon;
    const pid_t pid = workload.family().pid(daemon);
    Pipeline ours(workload.address(daemon));
    const auto folder = workload.family().home().data / "bare";
    std::filesystem::create_directory(folder);
    LmdbPuts bare(folder);
    const auto like = [&](const Load& load) {
        const auto frames = workload.likes(load.requests);
        Run run = ours.run(frames, load.in_flight, [](auto, auto reply) {
            return reply.find(R"("liked":true,"changed":true)") != std::string_view::npos;
        });
        workload.wait_for_relay();
        return run;
    };
    for (const Load& load : like_loads) {
        print(hold({.name = "palette.like / LMDB puts",
                    .in_flight = load.in_flight,
                    .ours = metered(pid, [&] { return like(load); }),
                    .bare =
                        [&] {
                            return on_the_servers_core([&] {
                                return bare.run(load.requests, load.in_flight, like_bytes);
                            });
                        },
                    .faults = [&] { return major_faults() + major_faults_of(pid); }}));
    }
}

enum class Which : std::uint8_t { all, get, like };

int run(Which which) {
    if (std::thread::hardware_concurrency() < 2) {
        static_cast<void>(std::fputs("palette-bench: needs two cores\n", stderr));
        return 1;
    }
    Workload workload;
    print_head();
    if (which != Which::like) compare_gets(workload);
    if (which != Which::get) compare_likes(workload);
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
        static_cast<void>(std::fputs("usage: palette-bench [all|get|like]\n", stderr));
        return 2;
    } catch (const std::exception& failure) {
        static_cast<void>(std::fprintf(stderr, "palette-bench: %s\n", failure.what()));
        return 1;
    }
}
