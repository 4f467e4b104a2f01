#include "cli/render/failure.hpp"

#include "api/names.hpp"
#include "api/writer.hpp"
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

// Prose of any length: an error is told whole.
inline constexpr api::TextRule prose_rule{"Prose", "text", "no palette 42", 0,
                                          std::size_t{1} << 20U};
using Prose = api::Text<prose_rule>;

struct Failure {
    api::Word kind;
    Prose message;
    std::optional<Prose> field_{};
    std::optional<Prose> hint{};
    std::optional<api::Count> retry_after_ms{};

    static constexpr std::string_view name_of_shape = "Failure";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&Failure::kind>("What sort of failure, as on the wire"),
            field<&Failure::message>("What failed, on which input"),
            field<&Failure::field_>("The argument or resource it is about"),
            field<&Failure::hint>("What to do next"),
            field<&Failure::retry_after_ms>("When to try again"),
        };
    }
};

struct FailureAnswer {
    Failure error;

    static constexpr std::string_view name_of_shape = "FailureAnswer";
    static constexpr auto fields() {
        return std::array{api::field<&FailureAnswer::error>("What went wrong")};
    }
};

Prose prose(std::string_view text) {
    return Prose::from(text).value_or(Prose(""));
}

std::optional<Prose> prose_if_any(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional(prose(text));
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
    Failure failure{.kind = api::Word::from(name_of(error.kind)).value(),
                    .message = prose(error.message),
                    .field_ = prose_if_any(error.field),
                    .hint = prose_if_any(hint_of(error))};
    if (error.retry_after_ms) failure.retry_after_ms = api::Count::from(*error.retry_after_ms);
    return api::to_json(FailureAnswer{std::move(failure)}) + "\n";
}

}  // namespace palette::cli
