// What chance begins with, where a command makes something by chance.
#pragma once

#include "api/describe.hpp"

namespace palette::cli {

// Up to what JSON can hold exactly everywhere.
inline constexpr api::WholeRule seed_rule{"Seed", "a whole number", 7, 0, 9'007'199'254'740'991};
using Seed = api::Whole<seed_rule>;

}  // namespace palette::cli
