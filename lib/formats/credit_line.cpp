#include "formats/credit_line.hpp"

#include <algorithm>

namespace palette::formats {

std::string without_controls(std::string_view text) {
    std::string plain(text);
    std::ranges::replace_if(
        plain, [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
    return plain;
}

std::string without_mark(std::string text, std::string_view mark) {
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
        text.insert(at + 1, 1, ' ');
    return text;
}

std::string credit_line(const Record& record) {
    std::string text = record.title;
    if (!record.ref.empty()) text += ", " + record.ref;
    for (const std::string* part : {&record.author, &record.source, &record.url, &record.license}) {
        if (!part->empty()) text += "; " + *part;
    }
    return without_controls(text);
}

}  // namespace palette::formats
