// From what was given to a command's struct.
#pragma once

#include "api/shape.hpp"
#include "base/result.hpp"

#include <span>
#include <string>
#include <vector>

namespace palette::cli {

struct Command;

// What was given for one member; for a flag an empty word each time.
struct Given {
    const api::Member* member;
    std::string label;  // as people know it: "--title", "REF"
    std::vector<std::string> values;
};

// Reads what was given into a blank object, whose rows refuse what breaks their rules.
[[nodiscard]] Result<void> read_given(std::span<const Given> given, const Command& command,
                                      void* object);

}  // namespace palette::cli
