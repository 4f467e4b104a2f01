#include "base/result.hpp"

#include "base/check.hpp"

#include <algorithm>

namespace palette {

std::string_view name_of(ErrorKind kind) {
    const auto* found = std::ranges::find(error_words, kind, &ErrorWord::kind);
    CHECK_INVARIANT(found != error_words.end());
    return found->word;
}

std::optional<ErrorKind> error_kind_named(std::string_view name) {
    const auto* found = std::ranges::find(error_words, name, &ErrorWord::word);
    if (found == error_words.end()) return std::nullopt;
    return found->kind;
}

}  // namespace palette
