#include "color_conversion.hpp"

#include "comparison.hpp"
#include "cores.hpp"
#include "plain_oklch.hpp"
#include "temporary_folder.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

namespace palette::bench {

namespace {

constexpr std::size_t million = 1'000'000;

void write_colors(const std::filesystem::path& file, std::size_t count) {
    std::mt19937 chance(1);  // the same colors each time
    std::ofstream out(file);
    std::array<char, 16> line{};
    for (std::size_t i = 0; i < count; ++i) {
        static_cast<void>(
            std::snprintf(line.data(), line.size(), "#%06lx\n", chance() & 0xFF'FFFFU));
        out << line.data();
    }
    if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

// Of one core; what else the machine does is not in it.
struct Took {
    double seconds = 0;
    long most_kib = 0;  // resident
};

double seconds_of(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

// A child with these for its stdin and stdout.
Took run_child(const std::filesystem::path& in, const std::filesystem::path& out,
               const std::function<int()>& work) {
    const pid_t child = ::fork();
    if (child < 0) throw std::runtime_error("cannot fork");
    if (child == 0) {
        const int from = ::open(in.c_str(), O_RDONLY);
        const int to = ::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        if (::dup2(from, STDIN_FILENO) < 0 || ::dup2(to, STDOUT_FILENO) < 0) ::_exit(127);
        ::_exit(work());
    }
    int status = 0;
    rusage used{};
    if (::wait4(child, &status, 0, &used) != child || status != 0)
        throw std::runtime_error("a conversion failed");
    return {seconds_of(used.ru_utime) + seconds_of(used.ru_stime), used.ru_maxrss};
}

Took run_ours(const std::filesystem::path& in, const std::filesystem::path& out) {
    return run_child(in, out, [] {
        ::execl(PALETTE_BENCH_PALETTECTL, "palettectl", "color", "convert", "--to", "oklch",
                nullptr);
        return 127;
    });
}

Took run_plain(const std::filesystem::path& in, const std::filesystem::path& out) {
    return run_child(in, out, plain_oklch);
}

// The numbers of a line; what is no number, such as a hue that says nothing, is 0.
std::array<double, 3> numbers_in(const std::string& line) {
    std::array<double, 3> numbers{};
    static_cast<void>(
        std::sscanf(line.c_str(), "oklch(%lf %lf %lf", &numbers[0], &numbers[1], &numbers[2]));
    return numbers;
}

void check_same(const std::filesystem::path& ours, const std::filesystem::path& plain,
                std::size_t count) {
    constexpr std::array tolerance{1e-5, 1e-5, 2e-2};
    constexpr double colorless = 1e-5;
    std::ifstream one(ours);
    std::ifstream other(plain);
    std::string line;
    std::string beside;
    for (std::size_t i = 0; i < count; ++i) {
        if (!std::getline(one, line) || !std::getline(other, beside))
            throw std::runtime_error("a conversion ended early");
        const auto left = numbers_in(line);
        const auto right = numbers_in(beside);
        for (std::size_t k = 0; k < left.size(); ++k) {
            if (k == 2 && right[1] < colorless) continue;
            if (std::abs(std::remainder(left[k] - right[k], 360)) > tolerance[k])
                throw std::runtime_error(line + " is not " + beside);
        }
    }
}

double median(std::vector<double> numbers) {
    std::ranges::sort(numbers);
    return numbers[numbers.size() / 2];
}

}  // namespace

void compare_color_conversions() {
    const test::TemporaryFolder folder;
    const auto colors = folder.path() / "colors";
    const auto ours = folder.path() / "ours";
    const auto plain = folder.path() / "plain";
    write_colors(colors, million);
    run_on(client_core);
    std::vector<double> our_seconds;
    std::vector<double> plain_seconds;
    std::vector<double> ratios;
    long most_kib = 0;
    for (std::size_t pair = 0; pair <= pairs; ++pair) {
        const Took one = run_ours(colors, ours);
        const Took other = run_plain(colors, plain);
        if (pair == 0) {  // warms up
            check_same(ours, plain, million);
            continue;
        }
        our_seconds.push_back(one.seconds);
        plain_seconds.push_back(other.seconds);
        ratios.push_back(other.seconds / one.seconds);
        most_kib = std::max(most_kib, one.most_kib);
    }
    write_colors(colors, 5 * million);
    const long most_kib_of_5 = run_ours(colors, ours).most_kib;
    std::printf("a million colors from hex to OKLCH, a process each, by seconds of a core\n");
    std::printf("color convert %10.0f colors/s, %ld KiB; of 5 million %ld KiB\n",
                million / median(our_seconds), most_kib, most_kib_of_5);
    std::printf("plain loop    %10.0f colors/s\n", million / median(plain_seconds));
    std::printf("ratio %.2f\n", median(ratios));
}

}  // namespace palette::bench
