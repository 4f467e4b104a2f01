#include "tidy.hpp"

#include "includes.hpp"
#include "rules.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <string_view>
#include <system_error>

namespace palette::tidy {
namespace {

namespace fs = std::filesystem;

bool is_cpp(std::string_view path) {
    return path.ends_with(".cpp") || path.ends_with(".hpp");
}

bool is_judged(const std::string& path) {
    return is_cpp(path) || path.ends_with("CMakeLists.txt") || path.ends_with(".cmake") ||
           path.starts_with("scripts/") || path.starts_with(".ci/");
}

bool is_passed_over(const fs::path& folder) {
    const std::string name = folder.filename().string();
    return name == "build" || (name.starts_with('.') && name != ".ci");
}

std::vector<std::string> judged_files(const fs::path& root) {
    std::vector<std::string> files;
    for (auto entry = fs::recursive_directory_iterator(root); entry != fs::end(entry); ++entry) {
        if (entry->is_symlink()) continue;
        if (entry->is_directory() && is_passed_over(entry->path()))
            entry.disable_recursion_pending();
        const std::string path = fs::relative(entry->path(), root).string();
        if (entry->is_regular_file() && is_judged(path)) files.push_back(path);
    }
    std::ranges::sort(files);
    return files;
}

Source read(const fs::path& root, const std::string& path) {
    std::ifstream in(root / path);
    if (!in) throw std::system_error(errno, std::generic_category(), path);
    Source source{path, {}};
    for (std::string line; std::getline(in, line);)
        source.lines.push_back(line);
    return source;
}

// A column is a code point: a byte of UTF-8 that continues none.
std::size_t columns(std::string_view line) {
    return static_cast<std::size_t>(
        std::ranges::count_if(line, [](char c) { return (c & 0xC0) != 0x80; }));
}

bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool has_word(std::string_view line, std::string_view word) {
    for (auto at = line.find(word); at != line.npos; at = line.find(word, at + 1)) {
        const auto end = at + word.size();
        const bool begins = at == 0 || !is_word_byte(line[at - 1]);
        const bool ends = end == line.size() || !is_word_byte(line[end]);
        if (begins && ends) return true;
    }
    return false;
}

void judge_layout(const Source& source, std::vector<Finding>& found) {
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
        const std::string& line = source.lines[i];
        auto find = [&](std::string what) {
            found.push_back({source.path, i + 1, std::move(what)});
        };
        if (columns(line) > columns_at_most)
            find("is over " + std::to_string(columns_at_most) + " columns");
        if (line.find('\t') != line.npos) find("has a tab");
        if (line.ends_with(' ') || line.ends_with('\r')) find("ends in a space");
        for (const auto word : forbidden_words())
            if (has_word(line, word)) find("says " + std::string(word));
    }
}

void judge_file(const Source& source, std::vector<Finding>& found) {
    if (!is_cpp(source.path)) return;
    if (source.lines.size() > lines_at_most)
        found.push_back({source.path, 0, "is over " + std::to_string(lines_at_most) + " lines"});
    if (source.path.ends_with(".hpp") && !std::ranges::count(source.lines, "#pragma once"))
        found.push_back({source.path, 0, "has no #pragma once"});
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const Finding& finding) {
    out << finding.file;
    if (finding.line > 0) out << ':' << finding.line;
    return out << ": " << finding.what;
}

std::vector<Finding> findings_in(const fs::path& root) {
    std::vector<Finding> found;
    IncludeJudge includes;
    for (const std::string& path : judged_files(root)) {
        const Source source = read(root, path);
        judge_file(source, found);
        judge_layout(source, found);
        if (is_cpp(path)) includes.judge(source, found);
    }
    includes.judge_numbers(found);
    return found;
}

}  // namespace palette::tidy
