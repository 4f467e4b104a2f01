#include "cli/render/failure.hpp"

#include "api/scalar.hpp"
#include "term/safe_text.hpp"

namespace palette::cli {

namespace {

// What to do next where whoever refused did not say.
std::string_view usual_hint(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::unauthenticated:
            return "palettectl login NAME";
        case ErrorKind::unavailable:
            return "palettectl status says more, palettectl up starts the family";
        case ErrorKind::deadline_exceeded:
            return "palettectl status says more, --timeout waits longer";
        case ErrorKind::internal:
        case ErrorKind::invalid_argument:
        case ErrorKind::not_found:
        case ErrorKind::already_exists:
        case ErrorKind::permission_denied:
        case ErrorKind::resource_exhausted:
        case ErrorKind::failed_precondition:
        case ErrorKind::aborted:
        case ErrorKind::out_of_range:
        case ErrorKind::unimplemented:
        case ErrorKind::outcome_unknown:
            return {};
    }
    return {};
}

void append_member(std::string& json, std::string_view name, std::string_view text) {
    json += ',';
    api::append_quoted(json, name);
    json += ':';
    if (text.empty()) {
        json += "null";
    } else {
        api::append_quoted(json, text);
    }
}

std::string_view hint_of(const Error& error) {
    return error.hint.empty() ? usual_hint(error.kind) : std::string_view(error.hint);
}

}  // namespace

std::string failure_line(const Error& error) {
    std::string line = "palettectl: " + term::safe_line(error.message);
    if (const auto hint = hint_of(error); !hint.empty()) line += ": " + term::safe_line(hint);
    if (error.retry_after_ms)
        line += ": try again in " + std::to_string(*error.retry_after_ms) + " ms";
    return line + "\n";
}

std::string failure_json(const Error& error) {
    std::string json = R"({"error":{"kind":)";
    api::append_quoted(json, name_of(error.kind));
    append_member(json, "message", error.message);
    append_member(json, "field", error.field);
    append_member(json, "hint", hint_of(error));
    json += R"(,"retry_after_ms":)";
    json += error.retry_after_ms ? std::to_string(*error.retry_after_ms) : "null";
    return json + "}}\n";
}

}  // namespace palette::cli
