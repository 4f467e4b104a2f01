#include "formats/reader.hpp"

#include "base/text_lines.hpp"
#include "base/trim.hpp"
#include "base/utf8.hpp"
#include "formats/json_tree.hpp"

#include <algorithm>

namespace palette::formats {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view without_mark(std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    return text;
}

bool is_blank(std::string_view text) {
    return without_leading_blanks(text).empty();
}

std::string of_no_format() {
    std::string names;
    for (const Format& format : all_formats())
        names += (names.empty() ? "" : ", ") + std::string(format.name);
    return "it is of no format that is known: " + names;
}

// That it was meant to be JSON. "[colors]" heads a part of many a configuration.
bool begins_as_json(std::string_view text) {
    if (text.starts_with('{')) return true;
    if (!text.starts_with('[')) return false;
    const std::string_view inside = without_leading_blanks(text.substr(1));
    return inside.empty() ||
           std::string_view("[]{\"-0123456789").find(inside.front()) != std::string_view::npos;
}

std::string_view first_line_of(std::string_view text) {
    return text.substr(0, text.find('\n'));
}

}  // namespace

void RecordReader::add(std::string_view bytes) {
    if (form_ == Form::lines) return read_lines(bytes);
    if (form_ == Form::given_up) return;
    if (pending_.size() + bytes.size() > most_json_bytes) {
        return refuse_file("a document of more than " +
                           std::to_string(most_json_bytes / 1024 / 1024) +
                           " MiB: write it as lines of JSON, a palette each");
    }
    pending_ += bytes;
    if (form_ != Form::unknown) return;
    if (line_begin_ == 0 && pending_.starts_with(byte_order_mark))
        line_begin_ = byte_order_mark.size();
    line_begin_ = std::min(pending_.find_first_not_of(blanks, line_begin_), pending_.size());
    const std::size_t end = pending_.find('\n', std::max(line_begin_, searched_));
    searched_ = pending_.size();
    const std::string_view line = std::string_view(pending_).substr(
        line_begin_, end == std::string::npos ? end : end - line_begin_);
    if (end != std::string::npos || line.size() > longest_line_bytes) recognize(line);
}

void RecordReader::finish() {
    if (form_ == Form::unknown)
        recognize(first_line_of(without_leading_blanks(without_mark(pending_))));
    if (form_ == Form::document) read_document();
    lines_.finish([this](const Line& line) { read_line(line); });
}

// Lines, if the first is an object of its own that is not a page of palettes, nor a file of a
// format that is JSON.
void RecordReader::recognize(std::string_view first_line) {
    const bool is_record = first_line.starts_with('{') && document_.parse(first_line) &&
                           document_.text_at("items") == "null" &&
                           format_of(first_line, Content::text) == nullptr;
    form_ = is_record ? Form::lines : Form::document;
    if (form_ == Form::document) return;
    const std::string begun = std::move(pending_);
    read_lines(without_mark(begun));
}

void RecordReader::read_lines(std::string_view bytes) {
    lines_.add(bytes, [this](const Line& line) { read_line(line); });
}

void RecordReader::read_line(const Line& line) {
    const Where where{Where::Unit::line, line.number};
    if (line.too_long) {
        return take_(where, refuse(ErrorKind::invalid_argument, "",
                                   "the line is longer than " +
                                       std::to_string(longest_line_bytes / 1024) + " KiB"));
    }
    if (!is_blank(line.text)) take_(where, read_record(document_, line.text));
}

void RecordReader::read_document() {
    const std::string bytes = std::move(pending_);
    if (const Format* format = format_of(bytes, Content::bytes))
        return read_palette(*format, bytes);
    if (meant_ != nullptr && meant_->content == Content::bytes)
        return read_palette(*meant_, bytes, unknown_content);
    read_text(without_mark(bytes));
}

void RecordReader::read_text(std::string_view text) {
    if (is_blank(text)) return refuse_file("there is nothing in it");
    if (text.find('\0') != std::string_view::npos) return refuse_unknown();
    for (TextLines lines(text); lines.next();) {
        if (is_utf8(lines.line())) continue;
        return take_(at_line(lines.number()),
                     refuse(ErrorKind::invalid_argument, "", "the line is not UTF-8"));
    }
    if (const Format* format = format_of(text, Content::text)) return read_palette(*format, text);
    const auto read = read_json_file(text, take_);
    if (read) return;
    // It may be lines after all, of which the first is broken: the second tells.
    const std::string_view first = without_leading_blanks(text);
    const std::string_view rest = first.substr(first_line_of(first).size());
    const std::string_view second = first_line_of(without_leading_blanks(rest));
    if (second.starts_with('{') && document_.parse(second)) return read_lines(text);
    if (meant_ != nullptr && meant_->read != nullptr)
        return read_palette(*meant_, text, unknown_content);
    if (!begins_as_json(first)) return refuse_unknown();
    // The other reader of JSON knows where it is wrong.
    const auto tree = read_json_tree(text);
    if (tree) return refuse_file(read.error().message);
    take_(tree.error().where, refuse(ErrorKind::invalid_argument, "",
                                     read.error().message + ": " + tree.error().message));
}

void RecordReader::read_palette(const Format& format, std::string_view file,
                                std::string_view field) {
    auto read = format.read(file);
    if (read) return take_({Where::Unit::file, 1}, *std::move(read));
    take_(read.error().where, refuse(ErrorKind::invalid_argument, field,
                                     std::string(format.name) + ": " + read.error().message));
}

void RecordReader::refuse_unknown() {
    form_ = Form::given_up;
    take_(at_line(1), refuse(ErrorKind::invalid_argument, unknown_content, of_no_format()));
}

void RecordReader::refuse_file(std::string message) {
    form_ = Form::given_up;
    pending_.clear();
    take_(at_line(1), refuse(ErrorKind::invalid_argument, "", std::move(message)));
}

}  // namespace palette::formats
