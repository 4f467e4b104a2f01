// Where the family's programs are.
#pragma once

#include <filesystem>
#include <string_view>

namespace palette {

// For tests and packagers: the only folder that is searched, when it is set.
inline constexpr const char* programs_variable = "PALETTECTL_LIBEXEC";

// The family's program of that name: beside the program that asks, as in a build tree or among the
// daemons, else in ../libexec/palettectl from there, as palettectl finds them once installed.
// Throws std::runtime_error that names the places where it is not.
[[nodiscard]] std::filesystem::path find_program(std::string_view name);

}  // namespace palette
