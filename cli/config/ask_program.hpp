// Running a program of the family for what it prints.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace palette::cli {

// What it may print: more than any settings file can make of it.
inline constexpr std::size_t most_answer_bytes = 1024 * 1024;

struct ProgramAnswer {
    bool well = false;   // it ended with 0
    std::string text{};  // stdout and stderr, at most most_answer_bytes
};

// Waits for its end. Throws when it cannot be found or started.
[[nodiscard]] ProgramAnswer ask_program(std::string_view name,
                                        const std::vector<std::string>& arguments);

}  // namespace palette::cli
