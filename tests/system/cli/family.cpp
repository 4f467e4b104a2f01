#include "family.hpp"

#include "base/files.hpp"
#include "catch.hpp"

namespace palette::test {

Place::Place() {
    home_ = Home::from([this](const char* name) -> std::optional<std::string> {
        if (std::string_view(name) == "PALETTECTL_HOME") return folder_.path().string();
        return std::nullopt;
    });
}

Place::~Place() {
    static_cast<void>(ctl({"down", "--timeout", "5s"}));
}

Launched Place::launched(std::vector<std::string> arguments) const {
    return {.arguments = std::move(arguments),
            .variables = {"PALETTECTL_HOME=" + folder_.path().string(),
                          "PALETTECTL_AS=", "PALETTECTL_TOKEN=", "PALETTECTL_TOKEN_FILE=",
                          "PALETTECTL_LIBEXEC=", "NO_COLOR=", "CLICOLOR_FORCE="}};
}

Launched Place::launched_shell(std::string program, std::vector<std::string> arguments) const {
    Launched all = launched(std::move(arguments));
    all.program = std::move(program);
    const std::string programs = std::filesystem::path(PALETTECTL).parent_path().string();
    all.variables.push_back("PATH=" + programs + ":/usr/bin:/bin");
    all.variables.push_back("HOME=" + folder_.path().string());
    return all;
}

std::string Place::file(const std::string& name, std::string_view bytes) const {
    replace_file(folder() / name, bytes);
    return (folder() / name).string();
}

Ran Place::ctl(std::vector<std::string> arguments, std::string input) const {
    Launched all = launched(std::move(arguments));
    all.input = std::move(input);
    return run(all);
}

std::string Place::did(std::vector<std::string> arguments, std::string input) const {
    const Ran ran = ctl(std::move(arguments), std::move(input));
    INFO(ran.err);
    REQUIRE(ran.code == 0);
    return ran.out;
}

void Family::enter(const std::string& name) const {
    did({"register", name, "--password-stdin"}, std::string(password) + "\n");
}

}  // namespace palette::test
