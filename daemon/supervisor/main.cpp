// palette-supervisor: what `palettectl up` starts. It keeps the daemons of one family running and
// owns nothing but the family's lock. README.md beside this file tells the rest.
#include "base/file_lock.hpp"
#include "base/home.hpp"
#include "supervisor/family.hpp"
#include "supervisor/options.hpp"

#include <cstdio>
#include <exception>

namespace {

using namespace palette::supervisor;

constexpr int exit_done = 0;
constexpr int exit_usage = 2;
constexpr int exit_internal = 70;

void supervise(const Options& options) {
    const auto home = palette::Home::from_process_environment();
    home.create();
    Report report(options.report_fd);
    Signals signals;
    const palette::SystemClock clock;
    const FamilyLog log(clock);
    const auto lock = palette::FileLock::take(home.family_lock());
    if (const auto* holder = std::get_if<pid_t>(&lock)) {
        log.info("family.held", {{"pid", *holder}});
        report.held(*holder);
        return;
    }
    Family(home, log, report, signals, options.drain).run();
}

}  // namespace

int main(int argc, char** argv) {
    try {
        palette::fill_standard_streams();
        const auto options = read_options({argv + 1, argv + argc});
        if (!options) {
            static_cast<void>(std::fprintf(stderr, "%s: %s\n", palette::supervisor_name.data(),
                                           options.error().message.c_str()));
            return exit_usage;
        }
        if (options->print.empty()) {
            supervise(*options);
        } else {
            static_cast<void>(std::fputs(options->print.c_str(), stdout));
        }
        return exit_done;
    } catch (const std::exception& failure) {
        static_cast<void>(
            std::fprintf(stderr, "%s: %s\n", palette::supervisor_name.data(), failure.what()));
        return exit_internal;
    }
}
