// Two things measured in turn, so that what drifts in the machine drifts in both; what counts is
// the median of the ratios.
#pragma once

#include "pipeline.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace palette::bench {

struct Contest {
    std::string name;
    std::size_t in_flight;
    std::function<Run()> ours;
    std::function<Run()> bare;
    // Major page faults so far of all who take part.
    std::function<std::uint64_t()> faults;
};

// The pairs whose ratios the median is of.
inline constexpr std::size_t pairs = 5;

struct Figures {
    double per_second = 0;  // the median
    double p50_us = 0;      // of all runs together
    double p99_us = 0;
    double cpu_us = 0;  // the server's, for one request
};

struct Outcome {
    std::string name;
    std::size_t in_flight = 0;
    Figures ours{};
    Figures bare{};
    double ratio = 0;
    std::size_t voided = 0;  // pairs that waited for the disk to read, and were repeated
};

// One pair to warm up, then `pairs`. Throws std::runtime_error when too many pairs are void.
[[nodiscard]] Outcome hold(const Contest& contest);

void print_head();
void print(const Outcome& outcome);

}  // namespace palette::bench
