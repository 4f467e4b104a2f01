// How the daemons of the family are.
#pragma once

#include "api/log.hpp"
#include "api/service.hpp"
#include "cli/render/output.hpp"
#include "cli/render/tsv.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace palette::cli {

// How a daemon is, as far as can be told from here: what it says, or why it says nothing.
enum class DaemonState : std::uint8_t {
    ready,
    degraded,
    down,    // there is no process of it
    silent,  // there is one, which does not answer
};
inline constexpr std::array<std::string_view, 4> daemon_state_words{
    api::word_of(api::HealthState::ready), api::word_of(api::HealthState::degraded), "down",
    "silent"};
constexpr api::ChoiceRule choice_rule(DaemonState) {
    return {"DaemonState", "how a daemon is", daemon_state_words};
}
[[nodiscard]] constexpr bool answers(DaemonState state) {
    return state == DaemonState::ready || state == DaemonState::degraded;
}

struct DaemonStatus {
    api::Word name;
    DaemonState state = DaemonState::down;
    std::optional<api::Pid> pid{};
    std::optional<api::Word> version{};
    api::Count uptime_s = 0;
    api::Count requests = 0;
    api::Count store_bytes = 0;
    api::Count refused = 0;
    api::Count parked = 0;
    std::optional<api::Line> problem{};

    static constexpr std::string_view name_of_shape = "DaemonStatus";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&DaemonStatus::name>("The daemon"),
            field<&DaemonStatus::state>("ready, degraded (it serves, and somebody has to act), "
                                        "down, or silent (its process does not answer)"),
            field<&DaemonStatus::pid>("Its process; null when it is down"),
            field<&DaemonStatus::version>("Its version; null when it does not answer"),
            field<&DaemonStatus::uptime_s>("Seconds since it started"),
            field<&DaemonStatus::requests>("Requests answered since then"),
            field<&DaemonStatus::store_bytes>("Size of its store"),
            field<&DaemonStatus::refused>("Messages that were no requests, dropped or refused"),
            field<&DaemonStatus::parked>("Events that it could not take in, put aside"),
            field<&DaemonStatus::problem>("What is the matter when it is degraded"),
        };
    }
};

struct FamilyStatus {
    api::List<DaemonStatus, 0, 16> items{};
    std::optional<api::LogStatus> log{};

    static constexpr std::string_view name_of_shape = "FamilyStatus";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&FamilyStatus::items>("The daemons of the family"),
            field<&FamilyStatus::log>("The log of events; null when the broker does not answer"),
        };
    }
};

void append_tsv(Tsv& tsv, const DaemonStatus& status);
extern const Printed printed_status;
[[nodiscard]] std::string text_of(const FamilyStatus& status, const View& view);
// The same, and who reads and writes the log of events.
[[nodiscard]] std::string long_text(const FamilyStatus& status, const View& view);

// "9 s", "3 min", "2 h 5 min", "4 days"
[[nodiscard]] std::string span_text(std::uint64_t seconds);
// "812 B", "4.1 KiB", "1.2 GiB"
[[nodiscard]] std::string size_text(std::uint64_t bytes);

}  // namespace palette::cli
