#include "sustained.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace palette::bench {

double sustain(const std::string& name, const std::function<Run(std::size_t requests)>& some) {
    using Clock = std::chrono::steady_clock;
    // A tenth of a second or more; making the next requests takes a few percent of it.
    constexpr std::size_t requests = 4'096;
    constexpr int parts = 6;
    const auto begun = Clock::now();
    const auto seconds = [&] {
        return std::chrono::duration<double>(Clock::now() - begun).count();
    };
    fmt::print("{:<27}", name);
    std::size_t done = 0;
    double part_began = 0;
    for (int part = 1; part <= parts; ++part) {
        const double until = static_cast<double>(sustained_for.count()) * part / parts;
        std::size_t in_part = 0;
        while (seconds() < until)
            in_part += some(requests).latencies_us.size();
        fmt::print(" {:>8.0f}", static_cast<double>(in_part) / (seconds() - part_began));
        std::fflush(stdout);
        part_began = seconds();
        done += in_part;
    }
    const double rate = static_cast<double>(done) / seconds();
    fmt::print(" | {:>8.0f}/s\n", rate);
    return rate;
}

}  // namespace palette::bench
