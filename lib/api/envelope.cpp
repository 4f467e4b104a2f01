#include "api/envelope.hpp"

#include "api/writer.hpp"
#include "base/ascii.hpp"

namespace palette::api {

namespace {

// Prose of a daemon's own is short, unless it quotes much of what it was given.
std::optional<Line> line(std::string_view text) {
    if (text.empty()) return std::nullopt;
    return cut_line(text);
}

}  // namespace

bool valid_id(const Json& id) {
    const std::string& text = id.text();
    if (text.empty() || text.size() > most_id_bytes) return false;
    const char first = text.front();
    return first == '"' || first == '-' || is_digit(first) || text == "null";
}

std::string encode_request(const Request& request) {
    return to_json(request);
}

void begin_result(std::string& frame, std::string_view id) {
    frame += R"({"jsonrpc":"2.0","id":)";
    frame += id;
    frame += R"(,"result":)";
}

void end_result(std::string& frame) {
    frame += '}';
}

std::string encode_error(std::string_view id, const Error& error,
                         std::optional<std::int64_t> code) {
    const auto number = code.value_or(static_cast<std::int64_t>(error.kind));
    ErrorDetail detail{.kind = *Word::from(name_of(error.kind)),
                       .field_ = line(error.field),
                       .hint = line(error.hint)};
    if (error.retry_after_ms) {
        detail.retry_after_ms = Count::from(*error.retry_after_ms);
    }
    const ErrorReply reply{.code = Code::from(number).value_or(Code(code_internal_error)),
                           .message = line(error.message).value_or(Line("no reason was given")),
                           .data = std::move(detail)};
    std::string frame = R"({"jsonrpc":"2.0","id":)";
    frame += id;
    frame += R"(,"error":)";
    append_json(frame, reply);
    frame += '}';
    return frame;
}

Error to_error(const ErrorReply& reply) {
    Error error{.kind = ErrorKind::internal, .message = reply.message.text()};
    if (!reply.data) return error;
    error.kind = error_kind_named(reply.data->kind.text()).value_or(ErrorKind::internal);
    if (reply.data->field_) error.field = reply.data->field_->text();
    if (reply.data->hint) error.hint = reply.data->hint->text();
    if (reply.data->retry_after_ms) error.retry_after_ms = reply.data->retry_after_ms->number();
    return error;
}

}  // namespace palette::api
