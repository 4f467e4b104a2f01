// A family of real daemons in a home of its own, without a supervisor: the test starts, kills and
// stops each of them.
//
// Each daemon is a child of this process and holds the end of a lifeline, so that none outlives it.
// Failures are std::runtime_error with what the daemon logged. One thread; but connect() and
// home() may be used by any while the family lives.
#pragma once

#include "api/directory.hpp"
#include "base/fd.hpp"
#include "base/home.hpp"
#include "base/random.hpp"
#include "eventually.hpp"
#include "rpc/client.hpp"
#include "rpc/socket.hpp"
#include "temporary_folder.hpp"

#include <sys/types.h>

#include <array>
#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace palette::test {

// How a daemon ended.
struct Ending {
    std::string how;  // "ended with code 0"
    std::chrono::milliseconds took{};
};

class BareFamily {
  public:
    // Nothing is started. Hashing passwords is made cheap.
    BareFamily();
    // Kills what is left.
    ~BareFamily();
    BareFamily(const BareFamily&) = delete;
    BareFamily& operator=(const BareFamily&) = delete;

    [[nodiscard]] const Home& home() const { return home_; }
    // Adds a line to the daemon's settings, for its next start.
    void set(const api::Daemon& daemon, std::string_view line);

    // Returns when it says that it is ready.
    void start(const api::Daemon& daemon);
    void start_all();
    // SIGKILL. Returns when it is gone.
    void kill(const api::Daemon& daemon);
    // SIGTERM.
    [[nodiscard]] Ending stop(const api::Daemon& daemon);
    // What happens when its supervisor dies.
    [[nodiscard]] Ending cut_lifeline(const api::Daemon& daemon);

    // How `<daemon> --verify` ends, which reads every row of the store. The daemon is stopped.
    [[nodiscard]] std::string verify(const api::Daemon& daemon);

    // Of a daemon that was started.
    [[nodiscard]] pid_t pid(const api::Daemon& daemon) const;
    // Whether that process still runs.
    [[nodiscard]] bool runs(const api::Daemon& daemon) const;
    [[nodiscard]] std::string log_of(const api::Daemon& daemon) const;

    // A client, for the thread that asks for it; gone before the family is. At most 16 at a time,
    // or in a context of the caller's own, so many as that has room for.
    [[nodiscard]] rpc::Client connect() { return connect(context_); }
    [[nodiscard]] rpc::Client connect(rpc::Context& context) {
        return {context, sockets_, random_};
    }
    [[nodiscard]] rpc::Context& context() { return context_; }
    [[nodiscard]] const rpc::SocketFolder& sockets() const { return sockets_; }

  private:
    struct Child {
        pid_t pid = 0;  // 0: not started, or waited for
        Fd lifeline;    // the end whose closing the daemon notices
    };
    [[nodiscard]] std::string home_variable() const;
    [[nodiscard]] Child& child_of(const api::Daemon& daemon);
    void expect_ready(const api::Daemon& daemon, const Fd& news) const;
    [[nodiscard]] Ending end_of(const api::Daemon& daemon);
    [[noreturn]] void fail(const api::Daemon& daemon, const std::string& what) const;

    TemporaryFolder folder_;
    Home home_;
    rpc::SocketFolder sockets_;
    rpc::Context context_;
    SystemRandom random_;
    std::array<Child, api::family.size()> children_;  // in the order of api::family
};

}  // namespace palette::test
