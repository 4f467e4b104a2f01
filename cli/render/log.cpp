#include "cli/render/log.hpp"

#include "api/scalar.hpp"
#include "term/safe_text.hpp"

namespace palette::cli {

namespace {

// Near the ANSI colors, so that terminals of 16 show them as they are meant.
constexpr color::Color warn_color{0xcd, 0xcd, 0x00};
constexpr color::Color error_color{0xcd, 0x00, 0x00};

std::string style_of(const LogLine& line, const term::Painter& painter) {
    if (line.level == api::LogLevel::error) return painter.foreground(error_color);
    if (line.level == api::LogLevel::warn) return painter.foreground(warn_color);
    return line.level == api::LogLevel::debug ? painter.dim() : std::string();
}

std::string time_text(const LogLine& line) {
    return line.time ? rfc3339(*line.time) : std::string();
}

std::string_view level_text(const LogLine& line) {
    return line.level ? api::word_of(*line.level) : std::string_view();
}

void append_member(std::string& json, std::string_view name, std::string_view value) {
    json += json.empty() ? '{' : ',';
    api::append_quoted(json, name);
    json += ':';
    if (value.empty()) {
        json += "null";
    } else {
        api::append_quoted(json, value);
    }
}

}  // namespace

void append_tsv(Tsv& tsv, const LogLine& line) {
    tsv.line({line.daemon, time_text(line), level_text(line), line.text});
}

std::string text_of(const LogLine& line, const View& view) {
    const std::string safe = term::safe_line(line.text);
    // Of a line that is not ours nobody could tell whose it is.
    const std::string whose = line.time ? "" : line.daemon + ": ";
    return view.painter.styled(style_of(line, view.painter), whose + safe) + "\n";
}

std::string json_of(const LogLine& line) {
    std::string json;
    append_member(json, "daemon", line.daemon);
    append_member(json, "time", time_text(line));
    append_member(json, "level", level_text(line));
    append_member(json, "line", term::safe_line(line.text));
    return json + "}";
}

}  // namespace palette::cli
