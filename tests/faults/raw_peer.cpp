#include "raw_peer.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <array>
#include <cerrno>

namespace palette::test {

namespace {

constexpr int patience_ms = 10'000;
constexpr std::size_t greeting_bytes = 64;

constexpr char flag_more = 1;
constexpr char flag_long = 2;
constexpr char flag_command = 4;

// Big endian.
std::string number(std::uint64_t value, int bytes) {
    std::string text;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        text.push_back(static_cast<char>(value >> shift));
    return text;
}

}  // namespace

RawPeer::RawPeer(const std::filesystem::path& socket)
    : fd_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {
    sockaddr_un where{};
    where.sun_family = AF_UNIX;
    socket.string().copy(where.sun_path, sizeof where.sun_path - 1);
    // A cast that the sockets API was made for.
    const auto* address = reinterpret_cast<const sockaddr*>(&where);
    if (::connect(fd_.get(), address, sizeof where) != 0) fd_.reset();
}

void RawPeer::write(std::string_view bytes) {
    while (fd_ && !bytes.empty()) {
        const ssize_t sent = ::send(fd_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno == EAGAIN) return;
        if (sent < 0) return fd_.reset();
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

bool RawPeer::feed(std::string_view bytes) {
    while (fd_ && !bytes.empty()) {
        const ssize_t sent = ::send(fd_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        } else if (errno != EAGAIN) {
            fd_.reset();
        } else if (!wait_for(POLLOUT)) {
            return false;
        }
    }
    return connected();
}

bool RawPeer::shake_hands() {
    if (!feed(Garbage::greeting() + Garbage::ready())) return false;
    const std::string head = hear(greeting_bytes + 2);
    return connected() && !hear(static_cast<unsigned char>(head.back())).empty();
}

bool RawPeer::wait_for(short event) {
    pollfd ready{fd_.get(), event, 0};
    return ::poll(&ready, 1, patience_ms) == 1;
}

// Closes when it does not come.
std::string RawPeer::hear(std::size_t bytes) {
    std::string heard(bytes, '\0');
    std::size_t had = 0;
    while (had < bytes && wait_for(POLLIN)) {
        const ssize_t got = ::recv(fd_.get(), heard.data() + had, bytes - had, 0);
        if (got <= 0) break;
        had += static_cast<std::size_t>(got);
    }
    if (had < bytes) fd_.reset();
    heard.resize(had);
    return heard;
}

std::size_t Garbage::below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
}

std::string Garbage::bytes(std::size_t most) {
    std::string made(1 + below(most), '\0');
    for (char& c : made)
        c = static_cast<char>(below(256));
    return made;
}

std::string Garbage::greeting() {
    std::string made = "\xFF" + number(1, 8) + "\x7F" + number(3, 1) + number(0, 1) + "NULL";
    made.resize(greeting_bytes, '\0');
    return made;
}

std::string Garbage::ready() {
    std::string body = "\x05READY";
    body += "\x0BSocket-Type" + number(6, 4) + "DEALER";
    body += std::string("\x08Identity") + number(0, 4);
    return std::string(1, flag_command) + number(body.size(), 1) + body;
}

std::string Garbage::long_frame(std::uint64_t announced) {
    return std::string(1, flag_long) + number(announced, 8);
}

std::string Garbage::frame(std::string_view content, More more) {
    const char flags = static_cast<char>(flag_long | (more == More::yes ? flag_more : 0));
    return std::string(1, flags) + number(content.size(), 8) + std::string(content);
}

std::string Garbage::almost_json() {
    constexpr std::array<std::string_view, 12> pieces{R"({"jsonrpc":"2.0")",
                                                      R"(,"id":)",
                                                      "1",
                                                      R"(,"method":")",
                                                      "palette.get",
                                                      R"(","params":{)",
                                                      R"("ref":)",
                                                      "\"\"",
                                                      "}}",
                                                      "[[[[[[[[",
                                                      "1e999",
                                                      "\xF4\x90\x80\x80"};
    std::string made;
    for (std::size_t i = below(12); i > 0; --i)
        made += pieces[below(pieces.size())];
    return made;
}

}  // namespace palette::test
