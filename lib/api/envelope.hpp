// The frames that requests and replies travel in: JSON-RPC 2.0, one a frame, with members of ours.
// Source: https://www.jsonrpc.org/specification
#pragma once

#include "api/names.hpp"
#include "api/reader.hpp"
#include "api/service.hpp"

namespace palette::api {

inline constexpr WholeRule deadline_rule{"Deadline", "milliseconds the caller will wait", 5000, 1,
                                         600'000};
using Deadline = Whole<deadline_rule>;

inline constexpr TextRule version_rule{
    "JsonRpc", "2.0", "2.0", 3, 3, [](std::string_view text) { return text == "2.0"; }, "^2\\.0$"};
using JsonRpc = Text<version_rule>;

inline constexpr TextRule method_name_rule{
    "MethodName", "a method, such as palette.get", "palette.get", 1,
    64,           letters::visible_ascii,          "^[!-~]+$"};
using MethodName = Text<method_name_rule>;

struct Request {
    JsonRpc jsonrpc;
    MethodName method;
    Json id{};
    Later params{};
    std::optional<Token> auth{};
    std::optional<Uuid> key{};
    std::optional<Deadline> deadline_ms{};
    std::optional<Word> trace{};

    static constexpr std::string_view name_of_shape = "Request";
    static constexpr auto fields() {
        return std::array{
            field<&Request::jsonrpc>("The protocol's version"),
            field<&Request::method>("What is asked for"),
            field<&Request::id>("Comes back with the reply"),
            field<&Request::params>("As the method says"),
            field<&Request::auth>("An access token"),
            field<&Request::key>("The same key means the same request: it has one effect"),
            field<&Request::deadline_ms>("How long the caller waits"),
            field<&Request::trace>("W3C traceparent"),
        };
    }
};

// The member that a method's own shape reads (see Document::read_at).
inline constexpr std::string_view params_member = member_name<&Request::params>();

struct ErrorDetail {
    Word kind;
    std::optional<Line> field_{};
    std::optional<Line> hint{};
    std::optional<Count> retry_after_ms{};

    static constexpr std::string_view name_of_shape = "ErrorDetail";
    static constexpr auto fields() {
        return std::array{
            field<&ErrorDetail::kind>("The canonical kind"),
            field<&ErrorDetail::field_>("The parameter or resource it is about"),
            field<&ErrorDetail::hint>("What to do next"),
            field<&ErrorDetail::retry_after_ms>("When to try again"),
        };
    }
};

inline constexpr WholeRule code_rule{"Code", "JSON-RPC's own, or the kind's number", 5, -32768,
                                     32767};
using Code = Whole<code_rule>;

struct ErrorReply {
    Code code;
    Line message;
    std::optional<ErrorDetail> data{};

    static constexpr std::string_view name_of_shape = "ErrorReply";
    static constexpr auto fields() {
        return std::array{
            field<&ErrorReply::code>("A stable number"),
            field<&ErrorReply::message>("What failed, on which input"),
            field<&ErrorReply::data>("The kind and what it is about"),
        };
    }
};

struct Reply {
    Json id{};
    Later result{};
    std::optional<ErrorReply> error{};

    static constexpr std::string_view name_of_shape = "Reply";
    static constexpr auto fields() {
        return std::array{
            field<&Reply::id>("The request's"),
            field<&Reply::result>("As the method says"),
            field<&Reply::error>("Why not"),
        };
    }
};

// Ids are numbers and strings of at most this many bytes; others are refused.
inline constexpr std::size_t most_id_bytes = 128;
[[nodiscard]] bool valid_id(const Json& id);

// The number on the wire: the kind's own, JSON-RPC's for the faults of its own envelope.
inline constexpr std::int64_t code_parse_error = -32700;
inline constexpr std::int64_t code_invalid_request = -32600;
inline constexpr std::int64_t code_method_not_found = -32601;
inline constexpr std::int64_t code_internal_error = -32603;

// A request's frame. `params` is JSON already.
[[nodiscard]] std::string encode_request(const Request& request);

// A reply's frame, in two steps so that the result is written in place: begin, append the result's
// JSON, end.
void begin_result(std::string& frame, std::string_view id);
void end_result(std::string& frame);
[[nodiscard]] std::string encode_error(std::string_view id, const Error& error,
                                       std::optional<std::int64_t> code = std::nullopt);

// A reply's error as this program's. A kind that is not known reads as `internal`.
[[nodiscard]] Error to_error(const ErrorReply& reply);

}  // namespace palette::api
