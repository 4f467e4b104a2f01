// Where everything lies. Each program finds its places here and nowhere else.
//
// With PALETTECTL_HOME=DIR all of it is below DIR, so that several families run side by side.
// Without it: the XDG base directories; sockets in $XDG_RUNTIME_DIR/palettectl, or below the state
// folder when that is unset. Source: XDG Base Directory Specification 0.8.
#pragma once

#include "base/environment.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace palette {

struct Home {
    std::filesystem::path config;  // what people edit
    std::filesystem::path state;   // sessions, the family's lock
    std::filesystem::path data;    // a folder per store
    std::filesystem::path run;     // sockets and their locks
    std::filesystem::path logs;    // a file per daemon

    // Nothing is created. Absolute paths. Throws std::runtime_error when neither PALETTECTL_HOME
    // nor HOME says where to go.
    [[nodiscard]] static Home from(const Environment& environment);
    [[nodiscard]] static Home from_process_environment();

    // Creates all five folders, mode 0700. Throws std::system_error.
    void create() const;

    [[nodiscard]] std::filesystem::path family_lock() const { return state / "family.lock"; }
    [[nodiscard]] std::filesystem::path store(std::string_view daemon) const {
        return data / daemon;
    }
    // Held by the daemon while it runs, beside its sockets.
    [[nodiscard]] std::filesystem::path daemon_lock(std::string_view daemon) const {
        return run / (std::string(daemon) + ".lock");
    }
    [[nodiscard]] std::filesystem::path log(std::string_view daemon) const {
        return logs / (std::string(daemon) + ".log");
    }
};

}  // namespace palette
