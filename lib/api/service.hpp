// What every daemon answers, whatever else it does.
#pragma once

#include "api/method.hpp"
#include "api/names.hpp"

namespace palette::api {

inline constexpr WholeRule pid_rule{"Pid", "a process", 4711, 1};
using Pid = Whole<pid_rule>;

// How a daemon is that answers.
enum class HealthState : std::uint8_t {
    ready,
    degraded,  // it serves, and somebody has to act
};
inline constexpr std::array<std::string_view, 2> health_state_words{"ready", "degraded"};
constexpr ChoiceRule choice_rule(HealthState) {
    return {"HealthState", "how a daemon is that answers", health_state_words};
}

struct Health {
    Word name;
    Pid pid;
    HealthState state;
    Word version;
    Count uptime_s;
    Count requests;
    Count store_bytes;
    Count refused;
    Count parked = 0;
    std::optional<Line> problem{};

    static constexpr std::string_view name_of_shape = "Health";
    static constexpr auto fields() {
        return std::array{
            field<&Health::name>("The daemon"),
            field<&Health::pid>("Its process"),
            field<&Health::state>("ready, or degraded: it serves, and somebody has to act"),
            field<&Health::version>("Its version"),
            field<&Health::uptime_s>("Seconds since it started"),
            field<&Health::requests>("Requests answered since then"),
            field<&Health::store_bytes>("Size of its store, or of all of them"),
            field<&Health::refused>("Messages that were not requests, dropped or refused"),
            field<&Health::parked>("Events that it could not take in, put aside"),
            field<&Health::problem>("What is the matter when it is degraded"),
        };
    }
};

struct AskHealth {
    static constexpr std::string_view name_of_shape = "AskHealth";
    static constexpr std::array<Member, 0> fields() { return {}; }
    using Result = Health;
    static constexpr Method method{
        .name = "service.health",
        .summary = "Say how the daemon is",
        .socket = Socket::both,
        .command = "status",
    };
};

struct Retried {
    Count parked;

    static constexpr std::string_view name_of_shape = "Retried";
    static constexpr auto fields() {
        return std::array{field<&Retried::parked>("Events put aside that are tried again")};
    }
};

// No token: whoever can open the socket owns the family.
struct RetryParked {
    static constexpr std::string_view name_of_shape = "RetryParked";
    static constexpr std::array<Member, 0> fields() { return {}; }
    using Result = Retried;
    static constexpr Method method{
        .name = "event.retry",
        .summary = "Try again the events that could not be taken in",
        .effect = Effect::write,
        .repeatable = true,
        .command = "admin retry",
    };
};

struct Discovery {
    Json document{};

    static constexpr std::string_view name_of_shape = "Discovery";
    static constexpr auto fields() {
        return std::array{field<&Discovery::document>("An OpenRPC 1.2 document")};
    }
};

struct Discover {
    static constexpr std::string_view name_of_shape = "Discover";
    static constexpr std::array<Member, 0> fields() { return {}; }
    using Result = Discovery;
    static constexpr Method method{
        .name = "rpc.discover",
        .summary = "Describe the methods of this daemon",
    };
};

// Answered by the host of every daemon; a daemon's own list does not repeat them.
using Common = MethodList<RetryParked, Discover, AskHealth>;

}  // namespace palette::api
