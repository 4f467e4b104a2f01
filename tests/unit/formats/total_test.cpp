// Whatever bytes a file has, a reader ends with a record or a fault that lies in it.
#include "read_as.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace palette;
using namespace palette::formats;

namespace {

std::string content_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a file that is cut or changed anywhere is read or refused, and nothing else") {
    const std::filesystem::path folder = std::filesystem::path(PALETTE_PINNED_FOLDER) / "formats";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        INFO(entry.path().filename().string());
        const std::string file = content_of(entry.path());
        for (const Format& format : all_formats()) {
            if (format.recognizes != nullptr && format.recognizes(file))
                test::check_total(format, file);
        }
    }
}

TEST_CASE("a file of one format is read or refused by every other") {
    const std::filesystem::path folder = std::filesystem::path(PALETTE_PINNED_FOLDER) / "formats";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string file = content_of(entry.path());
        for (const Format& format : all_formats()) {
            if (format.read == nullptr) continue;
            INFO(entry.path().filename().string() << " as " << format.name);
            const auto record = format.read(file);
            if (record) CHECK_FALSE(record->colors.empty());
        }
    }
}
