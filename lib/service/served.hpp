// What a daemon hands to its host: its handlers, and what it has to say beyond them.
#pragma once

#include "service/bind.hpp"
#include "store/store.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace palette::service {

// What a daemon hands to the host to serve; all of it outlives the host's run.
struct Served {
    const void* answers;
    std::span<const Binding> bindings;
    // Beyond the token: is the caller still welcome? Null when the token says it all.
    Result<void> (*admit)(const void* answers, const Caller& caller, const store::ReadTxn& txn);
    // What somebody has to act on, though all requests are served. Null when there never is.
    std::optional<std::string> (*problem)(const void* answers, const store::ReadTxn& txn);
    // Beside the host's.
    std::vector<const store::Store*> more_stores{};
};

template <class Answers>
[[nodiscard]] Served served(const Answers& answers, std::span<const Binding> bindings) {
    Served made{.answers = &answers, .bindings = bindings, .admit = nullptr, .problem = nullptr};
    if constexpr (requires(const store::ReadTxn& txn) { answers.problem(txn); }) {
        made.problem = [](const void* self, const store::ReadTxn& txn) {
            return static_cast<const Answers*>(self)->problem(txn);
        };
    }
    if constexpr (requires(const Caller& c, const store::ReadTxn& t) { answers.admit(c, t); }) {
        made.admit = [](const void* self, const Caller& caller, const store::ReadTxn& txn) {
            return static_cast<const Answers*>(self)->admit(caller, txn);
        };
    }
    return made;
}

}  // namespace palette::service
