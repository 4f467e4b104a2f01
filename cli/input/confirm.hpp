// Asking before something is done that nothing brings back.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>

namespace palette::cli {

class Context;

enum class Consent : std::uint8_t { given, asked_for };

// Asks at the terminal unless consent is given already. True for "y" or "yes". Refused
// (invalid_argument) when there is nobody to ask: --yes says it for scripts.
[[nodiscard]] Result<bool> consents(const Context& context, Consent consent,
                                    const std::string& question);

}  // namespace palette::cli
