#include "supervisor/options.hpp"

#include "base/whole_number.hpp"

#include <limits>
#include <string>

namespace palette::supervisor {

namespace {

Result<int> read_number(std::string_view option, std::string_view text, int most) {
    const auto number = whole_number<int>(text);
    if (!number || *number < 0 || *number > most) {
        return refuse(ErrorKind::invalid_argument, option,
                      std::string(option) + " takes a number from 0 to " + std::to_string(most) +
                          ", not '" + std::string(text) + "'");
    }
    return *number;
}

}  // namespace

std::string usage() {
    return "usage: palette-supervisor [--report-fd N] [--drain-ms N]\n"
           "\n"
           "Keeps the daemons of the family running. `palettectl up` starts it.\n"
           "\n"
           "  --report-fd N   tell this descriptor how each daemon fares, a line each, then close "
           "it\n"
           "  --drain-ms N    wait this long for a daemon to stop before it is killed (" +
           std::to_string(default_drain.count()) +
           ")\n"
           "\n"
           "SIGTERM, SIGINT  drain and stop the family    SIGQUIT  stop it at once\n"
           "SIGHUP           restart the daemons, one after the other\n";
}

std::string version() {
    return std::string(supervisor_name) + " " PALETTE_VERSION "\n";
}

Result<Options> read_options(std::span<const char* const> arguments) {
    Options options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view option = arguments[i];
        if (option == "--help" || option == "--version") {
            options.print = option == "--help" ? usage() : version();
            return options;
        }
        if (option != report_fd_option && option != drain_option) {
            return refuse(ErrorKind::invalid_argument, "",
                          "no option '" + std::string(option) + "'");
        }
        const bool report = option == report_fd_option;
        const std::string_view value = ++i < arguments.size() ? arguments[i] : "";
        const auto number = read_number(
            option, value,
            report ? std::numeric_limits<int>::max() : static_cast<int>(longest_drain.count()));
        if (!number) return refuse(number.error());
        if (report) options.report_fd = *number;
        if (!report) options.drain = std::chrono::milliseconds(*number);
    }
    return options;
}

}  // namespace palette::supervisor
