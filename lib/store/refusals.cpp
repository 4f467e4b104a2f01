#include "store/refusals.hpp"

#include <lmdb.h>

#include <cerrno>
#include <string>

namespace palette::store {

namespace {

// A batch takes milliseconds; room on a disk comes when somebody makes it.
constexpr std::int64_t retry_full_queue_ms = 50;
constexpr std::int64_t retry_full_disk_ms = 5'000;

std::string in_mib(std::uint64_t bytes) {
    return std::to_string(bytes >> 20) + " MiB";
}

Error no_room(std::string message) {
    Error error{ErrorKind::resource_exhausted, std::move(message)};
    error.hint = "free space on the disk of the data folder; nothing else needs to be done";
    error.retry_after_ms = retry_full_disk_ms;
    return error;
}

}  // namespace

Error store_is_closing() {
    return Error{ErrorKind::unavailable, "the store is closing"};
}

Error queue_is_full(std::size_t waiting_jobs) {
    Error error{ErrorKind::resource_exhausted,
                "too many writes are waiting already: " + std::to_string(waiting_jobs)};
    error.retry_after_ms = retry_full_queue_ms;
    return error;
}

Error disk_is_nearly_full(std::uint64_t free_bytes, std::uint64_t reserve_bytes) {
    return no_room("the disk has " + in_mib(free_bytes) + " left and writing stops below " +
                   in_mib(reserve_bytes));
}

Error unknown_outcome_of(const EngineFailure& failure) {
    return Error{ErrorKind::outcome_unknown,
                 std::string("the write may or may not have been kept: ") + failure.what()};
}

Error refusal_of(const EngineFailure& failure) {
    const std::string message = std::string("the write was not kept: ") + failure.what();
    switch (failure.code()) {
        case ENOSPC:
        case EDQUOT:
        case MDB_MAP_FULL:
            return no_room(message);
        case EIO:
            // What the engine says of a write that the disk cut short.
            return Error{ErrorKind::unavailable, message + " (a full or failing disk)"};
        default:
            return Error{ErrorKind::unavailable, message};
    }
}

}  // namespace palette::store
