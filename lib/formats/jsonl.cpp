#include "formats/jsonl.hpp"

namespace palette::formats {

void LineCutter::add(std::string_view bytes, const Take& take) {
    while (!bytes.empty()) {
        const std::size_t end = bytes.find('\n');
        keep(bytes.substr(0, end));
        if (end == std::string_view::npos) return;
        hand_over(take);
        bytes.remove_prefix(end + 1);
    }
}

void LineCutter::finish(const Take& take) {
    if (!pending_.empty() || too_long_) hand_over(take);
}

void LineCutter::keep(std::string_view part) {
    too_long_ = too_long_ || pending_.size() + part.size() > longest_line_bytes;
    if (too_long_) {
        pending_.clear();
    } else {
        pending_ += part;
    }
}

void LineCutter::hand_over(const Take& take) {
    std::string_view text = pending_;
    if (text.ends_with('\r')) text.remove_suffix(1);
    take({number_++, text, too_long_});
    pending_.clear();
    too_long_ = false;
}

}  // namespace palette::formats
