// A page with blanks, and what they are filled with.
//
// In a form @name@ stands for a word, and a line "@name" for as many lines as there are of it. A
// line that begins with a comment of roff (.\") is left out. A blank that nothing fills is a
// mistake in the form: std::runtime_error.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>

namespace palette::manual {

using Words = std::map<std::string, std::string, std::less<>>;

struct Filling {
    Words words;
    Words blocks;  // roff, each line ended
};

[[nodiscard]] std::string filled(const std::filesystem::path& form, const Filling& filling);

// The file's text; empty when there is none.
[[nodiscard]] std::string text_of(const std::filesystem::path& file);

}  // namespace palette::manual
