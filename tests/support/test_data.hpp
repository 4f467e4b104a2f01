// Reference data too large for the repository, below the folder that PALETTE_TEST_DATA names.
// A test that finds none says so and has nothing to check.
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

// The lines of the file after its heading, each split at the separator; no quoting. None only where
// test_data has said that the test is skipped.
inline std::vector<std::vector<std::string>> test_rows(const std::filesystem::path& file,
                                                       char separator) {
    std::vector<std::vector<std::string>> rows;
    const auto text = test_data(file);
    if (!text) return rows;
    std::istringstream lines(*text);
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        std::istringstream cells(line);
        auto& row = rows.emplace_back();
        for (std::string cell; std::getline(cells, cell, separator);)
            row.push_back(cell);
    }
    if (rows.empty()) FAIL(file.string() << " has nothing after its heading");
    return rows;
}

}  // namespace palette::test
