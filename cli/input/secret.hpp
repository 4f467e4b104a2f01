// Reading a secret: from stdin, from a file, or at a prompt that shows nothing. Never from an
// argument.
#pragma once

#include "api/names.hpp"
#include "base/result.hpp"
#include "cli/command_line/values.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace palette::cli {

struct SecretSource {
    bool from_stdin = false;
    std::optional<Path> file{};
    enum class Prompt : std::uint8_t {
        never,
        once,
        twice,  // for a secret that is new: both must be the same
    } prompt = Prompt::once;
};

// One line end after the secret does not belong to it. Refuses (invalid_argument) when there is no
// way to ask, when the two entries differ, and what is too long or not UTF-8. Throws
// std::system_error when reading fails.
[[nodiscard]] Result<api::SecretText> read_secret(std::string_view name,
                                                  const SecretSource& source);

// A secret and the one that is to replace it. From stdin or a file: a line each. At a terminal:
// asked for one after the other, the new one twice.
struct ReplacedSecret {
    api::SecretText old;
    api::SecretText fresh;
};
[[nodiscard]] Result<ReplacedSecret> read_replaced_secret(std::string_view name,
                                                          const SecretSource& source);

}  // namespace palette::cli
