// What is seen of a daemon while somebody attacks it.
#pragma once

#include "family.hpp"
#include "person.hpp"

#include <chrono>
#include <cstddef>

namespace palette::test {

// libzmq gives up a peer that does not finish its greeting after five.
inline constexpr std::chrono::seconds until_closed{30};

[[nodiscard]] std::size_t open_files(pid_t pid);

// Each daemon answers a person who does no harm, and in time.
void expect_honest_service(BareFamily& family, const Person& person);

}  // namespace palette::test
