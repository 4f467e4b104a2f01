#include "program.hpp"

#include "catch.hpp"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <optional>
#include <utility>

namespace palette::test {

namespace {

// More of what there is; false at its end.
bool read_some(const Fd& from, std::string& text, int timeout_ms) {
    pollfd readable{from.get(), POLLIN, 0};
    if (::poll(&readable, 1, timeout_ms) != 1) return false;
    std::array<char, 64 * 1024> bytes{};
    const ssize_t got = ::read(from.get(), bytes.data(), bytes.size());
    if (got > 0) text.append(bytes.data(), static_cast<std::size_t>(got));
    return got > 0;
}

// Reads both to their ends, whichever is filled first.
void drain(const Fd& out, const Fd& err, Ran& ran) {
    std::array ends{pollfd{out.get(), POLLIN, 0}, pollfd{err.get(), POLLIN, 0}};
    while (ends[0].fd >= 0 || ends[1].fd >= 0) {
        if (::poll(ends.data(), ends.size(), longest_run_ms) <= 0) return;
        if (ends[0].revents != 0 && !read_some(out, ran.out, 0)) ends[0].fd = -1;
        if (ends[1].revents != 0 && !read_some(err, ran.err, 0)) ends[1].fd = -1;
    }
}

}  // namespace

void become(const Launched& launched) {
    for (const std::string& variable : launched.variables) {
        const auto equals = variable.find('=');
        const std::string name = variable.substr(0, equals);
        const std::string value = variable.substr(equals + 1);
        if (value.empty()) {
            ::unsetenv(name.c_str());
        } else {
            ::setenv(name.c_str(), value.c_str(), 1);
        }
    }
    std::vector<std::string> words{launched.program.empty() ? PALETTECTL : launched.program};
    words.insert(words.end(), launched.arguments.begin(), launched.arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    ::execvp(argv.front(), argv.data());
    ::_exit(127);
}

Running::Running(const Launched& launched) {
    Pipe in = make_pipe();
    Pipe out = make_pipe();
    Pipe err = make_pipe();
    pid_ = ::fork();
    if (pid_ == 0) {
        ::dup2(in.read.get(), STDIN_FILENO);
        ::dup2(out.write.get(), STDOUT_FILENO);
        ::dup2(err.write.get(), STDERR_FILENO);
        become(launched);
    }
    REQUIRE(pid_ > 0);
    const auto written = ::write(in.write.get(), launched.input.data(), launched.input.size());
    REQUIRE(written == static_cast<ssize_t>(launched.input.size()));
    out_ = std::move(out.read);
    err_ = std::move(err.read);
}

Running::Running(Running&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)),
      out_(std::move(other.out_)),
      err_(std::move(other.err_)),
      unread_(std::move(other.unread_)) {}

Running::~Running() {
    if (pid_ < 0) return;
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
}

std::string Running::line() {
    while (unread_.find('\n') == std::string::npos)
        REQUIRE(read_some(out_, unread_, longest_run_ms));
    std::string line = unread_.substr(0, unread_.find('\n'));
    unread_.erase(0, line.size() + 1);
    return line;
}

Ran Running::wait() {
    Ran ran{.out = std::move(unread_)};
    drain(out_, err_, ran);
    ran.code = code_of(std::exchange(pid_, -1));
    return ran;
}

int code_of(pid_t child) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(longest_run_ms);
    int status = 0;
    while (::waitpid(child, &status, WNOHANG) == 0) {
        if (std::chrono::steady_clock::now() > until) {
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            FAIL("palettectl ran longer than it may");
        }
        ::poll(nullptr, 0, 1);
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace palette::test
