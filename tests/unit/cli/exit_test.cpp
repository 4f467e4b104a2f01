#include "cli/command_line/exit.hpp"

#include "catch.hpp"

#include <set>

using namespace palette;
using namespace palette::cli;

TEST_CASE("each kind of error ends with the code that is promised for it") {
    struct Row {
        ErrorKind kind;
        int code;
    };
    for (const Row& row : {Row{ErrorKind::invalid_argument, 2}, Row{ErrorKind::out_of_range, 2},
                           Row{ErrorKind::not_found, 3}, Row{ErrorKind::unauthenticated, 4},
                           Row{ErrorKind::permission_denied, 4}, Row{ErrorKind::already_exists, 5},
                           Row{ErrorKind::aborted, 5}, Row{ErrorKind::failed_precondition, 5},
                           Row{ErrorKind::unavailable, 6}, Row{ErrorKind::resource_exhausted, 7},
                           Row{ErrorKind::deadline_exceeded, 8}, Row{ErrorKind::outcome_unknown, 9},
                           Row{ErrorKind::internal, 70}, Row{ErrorKind::unimplemented, 70}}) {
        INFO(name_of(row.kind));
        CHECK(static_cast<int>(exit_of(row.kind)) == row.code);
    }
}

TEST_CASE("every kind of error is in exactly one row, and every code in one") {
    std::multiset<ErrorKind> kinds;
    std::set<Exit> codes;
    for (const ExitRow& row : exit_rows()) {
        CHECK(codes.insert(row.code).second);
        kinds.insert(row.kinds.begin(), row.kinds.end());
    }
    std::multiset<ErrorKind> all;
    for (const ErrorWord& row : error_words)
        all.insert(row.kind);
    CHECK(kinds == all);
}
