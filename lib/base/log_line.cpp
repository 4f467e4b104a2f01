#include "base/log_line.hpp"

#include "base/hex.hpp"

#include <algorithm>

namespace palette {

namespace {

bool plain(char c) {
    return c > ' ' && c < 0x7F && c != '"' && c != '\\' && c != '=';
}

void append_escaped(std::string& line, char c) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
        line += {'\\', c};
    } else if (c == '\n') {
        line += "\\n";
    } else if (c == '\t') {
        line += "\\t";
    } else if (byte < 0x20 || byte == 0x7F) {
        line += "\\u00";
        append_hex(line, byte);
    } else {
        line.push_back(c);
    }
}

void append_value(std::string& line, std::string_view value) {
    if (!value.empty() && std::ranges::all_of(value, plain)) {
        line += value;
        return;
    }
    line.push_back('"');
    for (const char c : value)
        append_escaped(line, c);
    line.push_back('"');
}

}  // namespace

std::string log_line(Timestamp now, std::string_view level, std::string_view program,
                     std::string_view event, const std::vector<LogField>& fields) {
    std::string line = rfc3339(now);
    for (const std::string_view part : {level, program, event}) {
        line.push_back(' ');
        line += part;
    }
    for (const LogField& field : fields) {
        line.push_back(' ');
        line += field.name;
        line.push_back('=');
        append_value(line, field.value);
    }
    return line;
}

}  // namespace palette
