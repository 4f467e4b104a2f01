#include "api/faults.hpp"

#include "api/scalar.hpp"
#include "base/check.hpp"
#include "base/utf8.hpp"

namespace palette::api {

namespace {

constexpr std::size_t most_shown_bytes = 40;

}  // namespace

void Faults::add(std::string place, std::string message) {
    ++count_;
    if (kept_.size() < most_kept) kept_.push_back({std::move(place), std::move(message)});
}

Error Faults::error() const {
    CHECK_INVARIANT(!none());
    std::string message;
    for (const Fault& fault : kept_) {
        if (!message.empty()) message += "; ";
        if (!fault.place.empty()) message += fault.place + ": ";
        message += fault.message;
    }
    if (count_ > kept_.size()) {
        message += "; and " + std::to_string(count_ - kept_.size()) + " more";
    }
    return {.kind = ErrorKind::invalid_argument, .message = message, .field = kept_.front().place};
}

std::string shown(std::string_view value) {
    const std::string_view beginning = fitting_characters(value, most_shown_bytes);
    std::string text;
    append_quoted(text, beginning);
    if (beginning.size() < value.size()) text += "...";
    return text;
}

}  // namespace palette::api
