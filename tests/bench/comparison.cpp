#include "comparison.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <stdexcept>

namespace palette::bench {

namespace {

constexpr std::size_t most_voided = 5;

double percentile(std::vector<double>& values, double part) {
    const auto at = static_cast<std::ptrdiff_t>(part * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<std::size_t>(at)];
}

class Side {
  public:
    void add(const Run& run) {
        rates_.push_back(run.per_second());
        latencies_.insert(latencies_.end(), run.latencies_us.begin(), run.latencies_us.end());
        cpu_seconds_ += run.server_cpu_seconds;
    }
    [[nodiscard]] Figures figures() {
        return {.per_second = percentile(rates_, 0.5),
                .p50_us = percentile(latencies_, 0.5),
                .p99_us = percentile(latencies_, 0.99),
                .cpu_us = cpu_seconds_ * 1e6 / static_cast<double>(latencies_.size())};
    }

  private:
    std::vector<double> rates_;
    std::vector<double> latencies_;
    double cpu_seconds_ = 0;
};

struct Pair {
    Run ours;
    Run bare;
};

// Who comes first changes from pair to pair.
Pair run_pair(const Contest& contest, std::size_t number) {
    Pair pair;
    if (number % 2 == 0) pair.ours = contest.ours();
    pair.bare = contest.bare();
    if (number % 2 == 1) pair.ours = contest.ours();
    return pair;
}

}  // namespace

Outcome hold(const Contest& contest) {
    Outcome outcome{.name = contest.name, .in_flight = contest.in_flight};
    Side ours;
    Side bare;
    std::vector<double> ratios;
    run_pair(contest, 0);
    while (ratios.size() < pairs) {
        const std::uint64_t before = contest.faults();
        const Pair pair = run_pair(contest, ratios.size());
        if (contest.faults() != before) {
            if (++outcome.voided > most_voided) {
                throw std::runtime_error("too many major page faults: too little memory is free");
            }
            continue;
        }
        ours.add(pair.ours);
        bare.add(pair.bare);
        ratios.push_back(pair.ours.per_second() / pair.bare.per_second());
    }
    outcome.ours = ours.figures();
    outcome.bare = bare.figures();
    outcome.ratio = percentile(ratios, 0.5);
    return outcome;
}

void print_head() {
    constexpr std::string_view four = " | {:>8} {:>7} {:>7} {:>6}";
    fmt::print("{:<27} {:>9}", "", "in flight");
    for (const std::string_view side : {"ours/s", "bare/s"})
        fmt::print(fmt::runtime(four), side, "p50 us", "p99 us", "cpu us");
    fmt::print(" | ratio\n");
}

void print(const Outcome& outcome) {
    fmt::print("{:<27} {:>9}", outcome.name, outcome.in_flight);
    for (const Figures& side : {outcome.ours, outcome.bare}) {
        fmt::print(" | {:>8.0f} {:>7.0f} {:>7.0f} {:>6.1f}", side.per_second, side.p50_us,
                   side.p99_us, side.cpu_us);
    }
    fmt::print(" | {:>5.2f}", outcome.ratio);
    if (outcome.voided > 0) fmt::print(" ({} void)", outcome.voided);
    fmt::print("\n");
    std::fflush(stdout);
}

}  // namespace palette::bench
