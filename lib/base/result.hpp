// Refusals: how a function says no to something its caller must expect.
//
// A function that can refuse returns Result<T>: the value, or an Error whose kind decides the exit
// code and the number on the wire, and whose message names the offending value and what was
// expected. A failing environment (disk, bind, memory) is an exception; a bug is CHECK_INVARIANT
// (check.hpp).
#pragma once

#include <tl/expected.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace palette {

// The canonical kinds of gRPC, with its numbers, which are stable on the wire. outcome_unknown is
// ours: a write that may have been done, because its commit failed or no answer to it came.
// Source: https://grpc.github.io/grpc/core/md_doc_statuscodes.html
enum class ErrorKind : std::uint8_t {
    invalid_argument = 3,
    deadline_exceeded = 4,
    not_found = 5,
    already_exists = 6,
    permission_denied = 7,
    resource_exhausted = 8,
    failed_precondition = 9,
    aborted = 10,
    out_of_range = 11,
    unimplemented = 12,
    internal = 13,
    unavailable = 14,
    unauthenticated = 16,
    outcome_unknown = 100,
};

struct ErrorWord {
    ErrorKind kind;
    std::string_view word;  // on the wire
};

// Every kind, by number.
inline constexpr std::array error_words{
    ErrorWord{ErrorKind::invalid_argument, "invalid_argument"},
    ErrorWord{ErrorKind::deadline_exceeded, "deadline_exceeded"},
    ErrorWord{ErrorKind::not_found, "not_found"},
    ErrorWord{ErrorKind::already_exists, "already_exists"},
    ErrorWord{ErrorKind::permission_denied, "permission_denied"},
    ErrorWord{ErrorKind::resource_exhausted, "resource_exhausted"},
    ErrorWord{ErrorKind::failed_precondition, "failed_precondition"},
    ErrorWord{ErrorKind::aborted, "aborted"},
    ErrorWord{ErrorKind::out_of_range, "out_of_range"},
    ErrorWord{ErrorKind::unimplemented, "unimplemented"},
    ErrorWord{ErrorKind::internal, "internal"},
    ErrorWord{ErrorKind::unavailable, "unavailable"},
    ErrorWord{ErrorKind::unauthenticated, "unauthenticated"},
    ErrorWord{ErrorKind::outcome_unknown, "outcome_unknown"},
};

[[nodiscard]] std::string_view name_of(ErrorKind kind);
[[nodiscard]] std::optional<ErrorKind> error_kind_named(std::string_view name);

struct Error {
    ErrorKind kind = ErrorKind::internal;
    std::string message{};
    // The parameter or resource it is about, as on the wire; empty when it is about none.
    std::string field{};
    // What to do next, for people; may be empty.
    std::string hint{};
    std::optional<std::int64_t> retry_after_ms{};
};

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> refuse(ErrorKind kind, std::string_view field,
                                                  std::string message, std::string hint = {}) {
    return tl::unexpected<Error>(
        Error{kind, std::move(message), std::string(field), std::move(hint), std::nullopt});
}

[[nodiscard]] inline tl::unexpected<Error> refuse(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

}  // namespace palette
