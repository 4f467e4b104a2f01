#include "cli/command_line/exit.hpp"

#include <algorithm>
#include <array>

namespace palette::cli {

namespace {

using enum ErrorKind;

constexpr std::array<ErrorKind, 0> none{};
constexpr std::array usage_kinds{invalid_argument, out_of_range};
constexpr std::array not_found_kinds{not_found};
constexpr std::array not_allowed_kinds{unauthenticated, permission_denied};
constexpr std::array conflict_kinds{already_exists, aborted, failed_precondition};
constexpr std::array unavailable_kinds{unavailable};
constexpr std::array exhausted_kinds{resource_exhausted};
constexpr std::array late_kinds{deadline_exceeded};
constexpr std::array unknown_kinds{outcome_unknown};
constexpr std::array internal_kinds{internal, unimplemented};

constexpr std::array rows{
    ExitRow{Exit::done, "done", none},
    ExitRow{Exit::no, "it ran, and the answer is no: something was refused, or is not well", none},
    ExitRow{Exit::usage, "the command line, or a value in it, is not as it should be", usage_kinds},
    ExitRow{Exit::not_found, "there is no such thing; status: the family is not running",
            not_found_kinds},
    ExitRow{Exit::not_allowed, "not signed in, or not allowed", not_allowed_kinds},
    ExitRow{Exit::conflict, "it is taken, or was changed meanwhile", conflict_kinds},
    ExitRow{Exit::unavailable, "a daemon that is needed does not run", unavailable_kinds},
    ExitRow{Exit::exhausted, "too much or too fast: try again later", exhausted_kinds},
    ExitRow{Exit::late, "no answer within --timeout", late_kinds},
    ExitRow{Exit::unknown, "a write was sent and no answer came: repeat it with the key shown",
            unknown_kinds},
    ExitRow{Exit::internal, "a fault of palettectl, of a daemon or of the system", internal_kinds},
    ExitRow{Exit::interrupted, "interrupted by Ctrl-C", none},
};

}  // namespace

std::span<const ExitRow> exit_rows() {
    return rows;
}

Exit exit_of(ErrorKind kind) {
    const auto row = std::ranges::find_if(
        rows, [&](const ExitRow& one) { return std::ranges::count(one.kinds, kind) > 0; });
    return row == rows.end() ? Exit::internal : row->code;
}

}  // namespace palette::cli
