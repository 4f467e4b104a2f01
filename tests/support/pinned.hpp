// Files under tests/data that pin what the program makes, byte for byte, so that a change of it is
// seen in review. PALETTE_RENEW=1 in the environment writes them anew.
#pragma once

#include "catch.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace palette::test {

inline void check_pinned(const std::filesystem::path& file, const std::string& made) {
    const auto path = std::filesystem::path(PALETTE_PINNED_FOLDER) / file;
    if (std::getenv("PALETTE_RENEW") != nullptr) {
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << made;
    }
    std::ifstream in(path, std::ios::binary);
    const std::string pinned(std::istreambuf_iterator<char>(in), {});
    INFO(path.string() << " differs from what is made now. If that is meant, run this test once "
                          "with PALETTE_RENEW=1 in the environment, and commit the file.");
    CHECK(pinned == made);
}

}  // namespace palette::test
