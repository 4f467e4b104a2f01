#include "base/result.hpp"

namespace palette {

std::string_view name_of(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::invalid_argument:
            return "invalid_argument";
        case ErrorKind::deadline_exceeded:
            return "deadline_exceeded";
        case ErrorKind::not_found:
            return "not_found";
        case ErrorKind::already_exists:
            return "already_exists";
        case ErrorKind::permission_denied:
            return "permission_denied";
        case ErrorKind::resource_exhausted:
            return "resource_exhausted";
        case ErrorKind::failed_precondition:
            return "failed_precondition";
        case ErrorKind::aborted:
            return "aborted";
        case ErrorKind::out_of_range:
            return "out_of_range";
        case ErrorKind::unimplemented:
            return "unimplemented";
        case ErrorKind::internal:
            return "internal";
        case ErrorKind::unavailable:
            return "unavailable";
        case ErrorKind::unauthenticated:
            return "unauthenticated";
        case ErrorKind::outcome_unknown:
            return "outcome_unknown";
    }
    return "internal";
}

std::optional<ErrorKind> error_kind_named(std::string_view name) {
    for (const ErrorKind kind : all_error_kinds) {
        if (name_of(kind) == name) return kind;
    }
    return std::nullopt;
}

}  // namespace palette
