#include "redis_peer.hpp"

#include "eventually.hpp"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstring>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace palette::bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::string_view ok = "+OK\r\n";

std::vector<std::string> command(const std::filesystem::path& folder) {
    return {"redis-server",
            "--port",
            "0",
            "--unixsocket",
            (folder / "redis.sock").string(),
            "--dir",
            folder,
            "--save",
            "",
            "--appendonly",
            "yes",
            "--appendfsync",
            "always",
            "--auto-aof-rewrite-percentage",
            "0"};
}

std::string set_command(const std::string& name, std::size_t value_bytes) {
    std::string bytes = "*3\r\n$3\r\nSET\r\n$" + std::to_string(name.size()) + "\r\n" + name +
                        "\r\n$" + std::to_string(value_bytes) + "\r\n";
    bytes.append(value_bytes, 'r');
    return bytes + "\r\n";
}

std::string name_of_value(std::size_t number) {
    return "palette:" + std::to_string(number);
}

std::string get_command(const std::string& name) {
    return "*2\r\n$3\r\nGET\r\n$" + std::to_string(name.size()) + "\r\n" + name + "\r\n";
}

}  // namespace

RedisPeer::RedisPeer(const std::filesystem::path& folder)
    : server_(command(folder), "", folder / "redis.log") {
    connect(folder / "redis.sock");
}

void RedisPeer::connect(const std::filesystem::path& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.string().size() >= sizeof address.sun_path) {
        throw std::runtime_error("the path of Redis' socket is too long: " + path.string());
    }
    std::strcpy(address.sun_path, path.c_str());
    socket_ = Fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const bool connected = test::eventually([&] {
        return ::connect(socket_.get(), reinterpret_cast<const sockaddr*>(&address),
                         sizeof address) == 0;
    });
    if (!connected) throw std::runtime_error("Redis does not answer");
}

void RedisPeer::send(const std::string& bytes) {
    std::string_view rest = bytes;
    while (!rest.empty()) {
        const ssize_t sent = ::send(socket_.get(), rest.data(), rest.size(), MSG_NOSIGNAL);
        if (sent < 0) throw std::runtime_error("Redis hung up");
        rest.remove_prefix(static_cast<std::size_t>(sent));
    }
}

std::size_t RedisPeer::receive() {
    std::array<char, 65'536> bytes{};
    std::size_t answers = 0;
    while (answers == 0) {
        const ssize_t size = ::recv(socket_.get(), bytes.data(), bytes.size(), 0);
        if (size <= 0) throw std::runtime_error("Redis hung up");
        for (ssize_t i = 0; i < size; ++i) {
            if (bytes[static_cast<std::size_t>(i)] != answer_[part_of_answer_]) {
                throw std::runtime_error("Redis refused a command");
            }
            part_of_answer_ = (part_of_answer_ + 1) % answer_.size();
            if (part_of_answer_ == 0) ++answers;
        }
    }
    return answers;
}

Run RedisPeer::set(std::size_t sets, std::size_t in_flight, std::size_t value_bytes) {
    return exchange(sets, in_flight, std::string(ok), [&](std::size_t) {
        return set_command("like:" + std::to_string(next_key_++), value_bytes);
    });
}

Run RedisPeer::get(std::size_t gets, std::size_t in_flight, std::size_t values,
                   std::size_t value_bytes) {
    constexpr std::size_t filled_at_once = 512;
    if (!std::exchange(has_values_, true)) {
        static_cast<void>(exchange(values, filled_at_once, std::string(ok), [&](std::size_t i) {
            return set_command(name_of_value(i), value_bytes);
        }));
    }
    std::string answer = "$" + std::to_string(value_bytes) + "\r\n";
    answer.append(value_bytes, 'r');
    return exchange(gets, in_flight, answer + "\r\n", [&](std::size_t i) {
        return get_command(name_of_value(i * scattering_step % values));
    });
}

Run RedisPeer::exchange(std::size_t commands, std::size_t in_flight, std::string answer,
                        const std::function<std::string(std::size_t)>& command) {
    answer_ = std::move(answer);
    Run made;
    std::vector<Clock::time_point> sent;
    sent.reserve(commands);
    const auto begun = Clock::now();
    while (made.latencies_us.size() < commands) {
        std::string batch;
        while (sent.size() < commands && sent.size() - made.latencies_us.size() < in_flight) {
            batch += command(sent.size());
            sent.push_back(Clock::now());
        }
        if (!batch.empty()) send(batch);
        for (std::size_t left = receive(); left > 0; --left) {
            const std::chrono::duration<double, std::micro> took =
                Clock::now() - sent[made.latencies_us.size()];
            made.latencies_us.push_back(took.count());
        }
    }
    made.seconds = std::chrono::duration<double>(Clock::now() - begun).count();
    return made;
}

}  // namespace palette::bench
