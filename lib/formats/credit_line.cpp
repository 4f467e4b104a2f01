#include "formats/credit_line.hpp"

#include "base/text_lines.hpp"

#include <algorithm>

namespace palette::formats {

namespace {

// Bytes of the control character that the text begins with; 0 when it is none. Those of ASCII,
// those of Unicode from U+0080 to U+009F, and the mark of byte order, which some pass over.
std::size_t control_bytes(std::string_view text) {
    const auto byte = [&](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    };
    if (byte(0) < 0x20 || byte(0) == 0x7F) return 1;
    if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) < 0xA0) return 2;
    return text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

}  // namespace

std::string without_controls(std::string_view text) {
    const std::string line = on_one_line(text);
    std::string plain;
    plain.reserve(line.size());
    for (std::string_view rest = line; !rest.empty();) {
        const std::size_t control = control_bytes(rest);
        plain += control == 0 ? rest.front() : ' ';
        rest.remove_prefix(std::max<std::size_t>(control, 1));
    }
    return plain;
}

std::string without_mark(std::string_view text, std::string_view mark) {
    std::string plain;
    for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark)) {
        plain += text.substr(0, at + 1);
        plain += ' ';
        text.remove_prefix(at + 1);
    }
    return plain += text;
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
