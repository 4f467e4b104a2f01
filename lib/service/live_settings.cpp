#include "service/live_settings.hpp"

#include <exception>

namespace palette::service {

namespace {

constexpr std::uint64_t mib = std::uint64_t{1} << 20;

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ",") + name;
    return text;
}

Result<api::DaemonSettings> read_or_refuse(const api::Daemon& daemon,
                                           const std::filesystem::path& file) {
    try {
        return read_settings(daemon, file);
    } catch (const std::exception& failure) {
        return refuse(ErrorKind::internal, "", failure.what());
    }
}

}  // namespace

void LiveSettings::read_again(const Take& take) {
    const auto read = read_or_refuse(daemon_, file_);
    if (!read) {
        log_.error("settings.refused", {{"why", read.error().message}});
        return;
    }
    const SettingsChange change = change_of(started_, now_, *read);
    now_ = *read;
    log_.set_least(now_.common.log_level);
    store_.set_reserve(now_.common.store_reserve_mib.value() * mib);
    take(now_);
    log_.info("settings.read", {{"changed", joined(change.taken_over)}});
    if (!change.need_restart.empty())
        log_.warn("settings.need_restart", {{"names", joined(change.need_restart)}});
}

}  // namespace palette::service
