// Whether the family says of everything what the model says.
#pragma once

#include "person.hpp"
#include "world.hpp"

#include <map>
#include <string>
#include <vector>

namespace palette::test {

// What differs, in words, at most so many; nothing when all is equal. Lists of popularity follow
// what happened by moments: they are given time. `accounts`: of the people in the world.
inline constexpr std::size_t most_differences = 10;
[[nodiscard]] std::vector<std::string> differences(rpc::Client& client, const World& world,
                                                   const std::map<std::uint64_t, Person>& accounts);

}  // namespace palette::test
