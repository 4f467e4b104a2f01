#include "form.hpp"

#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace palette::manual {

namespace {

const std::string& find(const Words& words, std::string_view name) {
    const auto word = words.find(name);
    if (word == words.end())
        throw std::runtime_error("nothing fills the blank " + std::string(name));
    return word->second;
}

std::string with_words(const std::string& line, const Words& words) {
    std::string filled;
    std::size_t at = 0;
    while (true) {
        const auto begin = line.find('@', at);
        const auto end = begin == std::string::npos ? begin : line.find('@', begin + 1);
        if (end == std::string::npos) return filled + line.substr(at);
        filled += line.substr(at, begin - at);
        filled += find(words, std::string_view(line).substr(begin + 1, end - begin - 1));
        at = end + 1;
    }
}

}  // namespace

std::string filled(const std::filesystem::path& form, const Filling& filling) {
    std::istringstream lines(text_of(form));
    std::string page;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with(".\\\"")) continue;
        const bool is_block = line.starts_with('@') && line.find('@', 1) == std::string::npos;
        page += is_block ? find(filling.blocks, std::string_view(line).substr(1))
                         : with_words(line, filling.words) + "\n";
    }
    if (page.empty()) throw std::runtime_error("no form " + form.string());
    return page;
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace palette::manual
