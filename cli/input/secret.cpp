#include "cli/input/secret.hpp"

#include "base/fd.hpp"
#include "base/files.hpp"
#include "base/utf8.hpp"
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
constexpr std::size_t most_bytes_of_two = 2 * most_bytes;

enum class Until : std::uint8_t { line_end, end };

// What the descriptor holds, at most so much of it.
std::string read_bytes(int fd, Until until, std::size_t most = most_bytes) {
    std::string bytes;
    char byte = 0;
    while (bytes.size() < most) {
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

Result<std::string> small_file(std::string_view name, const std::string& path, std::size_t most) {
    try {
        auto content = read_small_file(path, most);
        if (content) return *std::move(content);
    } catch (const std::system_error& failure) {
        // A folder, or a file that is longer than any secret: the wrong one was named.
        return refuse(ErrorKind::invalid_argument, name,
                      "--password-file: " + std::string(failure.what()));
    }
    return refuse(ErrorKind::invalid_argument, name, "no such file: " + path);
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

// None when it is to be asked for.
Result<std::optional<std::string>> given_text(std::string_view name, const SecretSource& source,
                                              std::size_t most) {
    if (source.from_stdin && source.file) {
        return refuse(ErrorKind::invalid_argument, name,
                      "--password-stdin and --password-file: only one of them");
    }
    if (source.from_stdin) return read_bytes(STDIN_FILENO, Until::end, most);
    if (!source.file) return std::nullopt;
    auto content = small_file(name, source.file->text(), most);
    if (!content) return refuse(std::move(content.error()));
    return *std::move(content);
}

Result<ReplacedSecret> both_in(std::string_view name, const std::string& text) {
    const auto end = text.find('\n');
    if (end == std::string::npos) {
        return refuse(ErrorKind::invalid_argument, name,
                      "expected two lines: the old " + std::string(name) + " and the new one");
    }
    auto old = secret_in(name, text.substr(0, end));
    if (!old) return refuse(std::move(old.error()));
    auto fresh = secret_in(name, text.substr(end + 1));
    if (!fresh) return refuse(std::move(fresh.error()));
    return ReplacedSecret{*std::move(old), *std::move(fresh)};
}

}  // namespace

Result<api::SecretText> read_secret(std::string_view name, const SecretSource& source) {
    auto given = given_text(name, source, most_bytes);
    if (!given) return refuse(std::move(given.error()));
    if (!*given) return prompted(name, source.prompt);
    return secret_in(name, **std::move(given));
}

Result<ReplacedSecret> read_replaced_secret(std::string_view name, const SecretSource& source) {
    const auto given = given_text(name, source, most_bytes_of_two);
    if (!given) return refuse(given.error());
    if (*given) return both_in(name, **given);
    const bool asks = source.prompt != SecretSource::Prompt::never;
    using Prompt = SecretSource::Prompt;
    auto old = prompted("old " + std::string(name), asks ? Prompt::once : Prompt::never);
    if (!old) return refuse(std::move(old.error()));
    auto fresh = prompted("new " + std::string(name), asks ? Prompt::twice : Prompt::never);
    if (!fresh) return refuse(std::move(fresh.error()));
    return ReplacedSecret{*std::move(old), *std::move(fresh)};
}

}  // namespace palette::cli
