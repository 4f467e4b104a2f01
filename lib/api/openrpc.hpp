// The OpenRPC document of a list of methods: what rpc.discover answers, and what is pinned under
// tests/data so that a change of the wire is seen in review.
// Source: https://spec.open-rpc.org (version 1.2.6).
//
// What OpenRPC has no word for stands in members that begin with x-: a method's effect, access,
// scope, socket, command and route. The document is compact JSON and a function of its arguments
// alone: the same rows give the same bytes.
#pragma once

#include "api/method.hpp"

#include <span>
#include <string>
#include <string_view>

namespace palette::api {

struct Daemon;

// Descriptions have an end: a document beyond this is a bug, found by the contract test.
inline constexpr std::size_t most_openrpc_bytes = 512 * 1024;

struct Subject {
    std::string_view title;    // "paletted"
    std::string_view summary;  // "users and palettes"
    std::string_view version;  // of the program
};

[[nodiscard]] std::string openrpc_document(const Subject& subject,
                                           std::span<const MethodRow* const> methods);

// The same for a daemon: all methods that it answers, those common to all included, by name.
[[nodiscard]] std::string openrpc_document(const Daemon& daemon, std::string_view version);

}  // namespace palette::api
