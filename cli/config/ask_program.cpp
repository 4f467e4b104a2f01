#include "cli/config/ask_program.hpp"

#include "base/process.hpp"
#include "base/programs.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace palette::cli {

ProgramAnswer ask_program(std::string_view name, const std::vector<std::string>& arguments) {
    Pipe out = make_pipe();
    const pid_t child =
        spawn({.program = find_program(name), .arguments = arguments, .output = &out.write});
    out.write.reset();
    ProgramAnswer answer;
    std::array<char, 16 * 1024> bytes{};
    while (true) {
        const ssize_t got = ::read(out.read.get(), bytes.data(), bytes.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        const std::size_t room = most_answer_bytes - answer.text.size();
        answer.text.append(bytes.data(), std::min(room, static_cast<std::size_t>(got)));
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    answer.well = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    return answer;
}

}  // namespace palette::cli
