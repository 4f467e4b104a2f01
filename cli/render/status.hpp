// How the daemons of the family are.
#pragma once

#include "api/log.hpp"
#include "api/service.hpp"
#include "cli/render/output.hpp"
#include "cli/render/tsv.hpp"

#include <string>

namespace palette::cli {

struct DaemonStatus {
    api::Word name;
    api::Line state;
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

inline constexpr std::string_view ready_state = "ready";
inline constexpr std::string_view degraded_state = "degraded";
inline constexpr std::string_view down_state = "down";
inline constexpr std::string_view silent_state = "silent";

// name, state, pid (- for none), version (likewise), uptime_s, requests, store_bytes, refused,
// parked, problem
void append_tsv(Tsv& tsv, const DaemonStatus& status);
[[nodiscard]] std::string text_of(const FamilyStatus& status, const View& view);
// The same, and who reads and writes the log of events.
[[nodiscard]] std::string long_text(const FamilyStatus& status, const View& view);

// "9 s", "3 min", "2 h 5 min", "4 days"
[[nodiscard]] std::string span_text(std::uint64_t seconds);
// "812 B", "4.1 KiB", "1.2 GiB"
[[nodiscard]] std::string size_text(std::uint64_t bytes);

}  // namespace palette::cli
