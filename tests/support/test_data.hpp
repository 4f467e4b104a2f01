// Reference data: what the repository keeps, in tests/data, and what is too large for it or not to
// be copied, below the folder that PALETTE_TEST_DATA names. A test that does not find that says so
// and has nothing to check.
#pragma once

#include "catch.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

namespace palette::test {

inline std::optional<std::string> test_data(const std::filesystem::path& file) {
    const char* folder = std::getenv("PALETTE_TEST_DATA");
    if (folder == nullptr) {
        WARN("skipped: PALETTE_TEST_DATA does not say where " << file.string() << " is");
        return std::nullopt;
    }
    std::ifstream in(folder / file, std::ios::binary);
    if (!in) FAIL("PALETTE_TEST_DATA has no " << file.string());
    return std::string(std::istreambuf_iterator<char>(in), {});
}

using Rows = std::vector<std::vector<std::string>>;

// The lines after the heading, each split at the separator; no quoting.
inline Rows split_rows(const std::string& text, char separator) {
    Rows rows;
    std::istringstream lines(text);
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        std::istringstream cells(line);
        auto& row = rows.emplace_back();
        for (std::string cell; std::getline(cells, cell, separator);)
            row.push_back(cell);
    }
    if (rows.empty()) FAIL("nothing after the heading");
    return rows;
}

// None only where test_data has said that the test is skipped.
inline Rows test_rows(const std::filesystem::path& file, char separator) {
    const auto text = test_data(file);
    return text ? split_rows(*text, separator) : Rows{};
}

// Of a file in tests/data.
inline Rows kept_rows(const std::filesystem::path& file, char separator) {
    std::ifstream in(std::filesystem::path(PALETTE_PINNED_FOLDER) / file, std::ios::binary);
    if (!in) FAIL("tests/data has no " << file.string());
    return split_rows(std::string(std::istreambuf_iterator<char>(in), {}), separator);
}

}  // namespace palette::test
