#include "base/home.hpp"

#include "base/files.hpp"

#include <stdexcept>

namespace palette {

namespace {

constexpr const char* own_folder = "palettectl";

Home below(const std::filesystem::path& top) {
    return {top / "config", top / "state", top / "data", top / "run", top / "logs"};
}

}  // namespace

Home Home::from(const Environment& environment) {
    if (const auto top = environment("PALETTECTL_HOME")) {
        return below(std::filesystem::absolute(*top).lexically_normal());
    }
    const auto person = environment("HOME");
    const auto place = [&](const char* variable, const char* otherwise) {
        // The specification has relative paths ignored.
        const auto named = environment(variable);
        if (named && std::filesystem::path(*named).is_absolute()) {
            return std::filesystem::path(*named) / own_folder;
        }
        if (!person) throw std::runtime_error("neither PALETTECTL_HOME nor HOME is set");
        return std::filesystem::path(*person) / otherwise / own_folder;
    };
    Home home;
    home.config = place("XDG_CONFIG_HOME", ".config");
    home.state = place("XDG_STATE_HOME", ".local/state");
    home.data = place("XDG_DATA_HOME", ".local/share");
    const auto runtime = environment("XDG_RUNTIME_DIR");
    home.run = runtime && std::filesystem::path(*runtime).is_absolute()
                   ? std::filesystem::path(*runtime) / own_folder
                   : home.state / "run";
    home.logs = home.state / "logs";
    return home;
}

Home Home::from_process_environment() {
    return from(process_environment());
}

void Home::create() const {
    for (const auto& folder : {config, state, data, run, logs})
        make_private_folder(folder);
}

}  // namespace palette
