// palette-yaml: a settings file as lines, for palettectl.
//
//     palette-yaml FILE
//
// Prints a line for each setting, with tabs between its parts: line and column of the name, line
// and column of the value, the name, the value. What is no flat mapping of names to values is
// refused: its place and what was expected on stderr, and the exit code 1.
#include "base/fd.hpp"
#include "service/yaml.hpp"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <string>

namespace {

using namespace palette;

constexpr int exit_refused = 1;
constexpr int exit_usage = 2;

// A tab or the end of a line would be taken for those that separate.
bool is_one_line(const std::string& text) {
    return std::ranges::none_of(text, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
}

std::string line_of(const api::GivenSetting& one) {
    std::string line;
    for (const std::size_t number :
         {one.name_at.line, one.name_at.column, one.value_at.line, one.value_at.column})
        line += std::to_string(number) + "\t";
    return line + one.name + "\t" + one.value + "\n";
}

int refused(const std::string& why) {
    static_cast<void>(std::fprintf(stderr, "%s\n", why.c_str()));
    return exit_refused;
}

int print(const std::string& file) {
    const auto given = service::read_yaml_mapping(file);
    if (!given) return refused(given.error().message);
    std::string lines;
    for (const api::GivenSetting& one : *given) {
        if (!is_one_line(one.name) || !is_one_line(one.value))
            return refused(api::place_in(file, one.value_at) + ": expected a value of one line");
        lines += line_of(one);
    }
    static_cast<void>(std::fputs(lines.c_str(), stdout));
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    palette::fill_standard_streams();
    if (argc != 2) {
        static_cast<void>(std::fputs("usage: palette-yaml FILE\n", stderr));
        return exit_usage;
    }
    try {
        return print(argv[1]);
    } catch (const std::exception& failure) {
        return refused(failure.what());
    }
}
