#include "cli/input/secret.hpp"

#include "base/fd.hpp"
#include "base/files.hpp"
#include "cli/input/utf8.hpp"
#include "cli/signals.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace palette::cli {

namespace {

// A secret has at most 1,024 characters, each of at most 4 bytes.
constexpr std::size_t most_bytes = 4 * 1024 + 2;

enum class Until : std::uint8_t { line_end, end };

// What the descriptor holds, at most `most_bytes` of it.
std::string read_bytes(int fd, Until until) {
    std::string bytes;
    char byte = 0;
    while (bytes.size() < most_bytes) {
        const ssize_t got = ::read(fd, &byte, 1);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw std::system_error(errno, std::generic_category(), "read a password");
        if (got == 0 || (until == Until::line_end && byte == '\n')) break;
        bytes.push_back(byte);
    }
    return bytes;
}

Result<api::SecretText> secret_in(std::string_view name, std::string bytes) {
    if (bytes.ends_with('\n')) bytes.pop_back();
    if (bytes.ends_with('\r')) bytes.pop_back();
    if (!is_utf8(bytes)) {
        return refuse(ErrorKind::invalid_argument, name, std::string(name) + " is not UTF-8");
    }
    auto secret = api::SecretText::from(bytes);
    if (!secret) {
        return refuse(ErrorKind::invalid_argument, name,
                      std::string(name) + ": expected " + std::string(api::secret_rule.meaning));
    }
    return *std::move(secret);
}

Result<api::SecretText> secret_in_file(std::string_view name, const std::string& path) {
    std::optional<std::string> content;
    try {
        content = read_small_file(path, most_bytes);
    } catch (const std::system_error& failure) {
        // A folder, or a file that is longer than any secret: the wrong one was named.
        return refuse(ErrorKind::invalid_argument, name,
                      "--password-file: " + std::string(failure.what()));
    }
    if (!content) return refuse(ErrorKind::invalid_argument, name, "no such file: " + path);
    return secret_in(name, *std::move(content));
}

std::string ask(int terminal, const std::string& question) {
    const SilentTerminal silent(terminal);
    [[maybe_unused]] const ssize_t shown = ::write(terminal, question.data(), question.size());
    return read_bytes(terminal, Until::line_end);
}

Result<api::SecretText> prompted(std::string_view name, SecretSource::Prompt prompt) {
    const Fd terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC));
    if (prompt == SecretSource::Prompt::never || !terminal || ::isatty(STDIN_FILENO) == 0) {
        return refuse(ErrorKind::invalid_argument, name, "no " + std::string(name) + " given",
                      "use --password-stdin or --password-file");
    }
    std::string first = ask(terminal.get(), "The " + std::string(name) + ": ");
    if (prompt == SecretSource::Prompt::twice && ask(terminal.get(), "Once more: ") != first) {
        return refuse(ErrorKind::invalid_argument, name, "the two differ", "try again");
    }
    return secret_in(name, std::move(first));
}

}  // namespace

Result<api::SecretText> read_secret(std::string_view name, const SecretSource& source) {
    if (source.from_stdin && source.file) {
        return refuse(ErrorKind::invalid_argument, name,
                      "--password-stdin and --password-file: only one of them");
    }
    if (source.from_stdin) return secret_in(name, read_bytes(STDIN_FILENO, Until::end));
    if (!source.file) return prompted(name, source.prompt);
    return secret_in_file(name, source.file->text());
}

}  // namespace palette::cli
