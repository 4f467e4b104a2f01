// A store in the test's own folder, with the tables that these tests use.
#pragma once

#include "store/store.hpp"
#include "temporary_folder.hpp"

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace palette::test {

struct Note {
    std::uint64_t author = 0;
    std::string text{};
    static constexpr auto members = std::tuple{&Note::author, &Note::text};

    friend bool operator==(const Note&, const Note&) = default;
};

inline constexpr store::Table<std::uint64_t, Note> notes{"notes"};
inline constexpr store::Table<std::tuple<std::uint64_t, std::string>, store::Blob> pages{"pages"};

class FixedClock final : public Clock {
  public:
    [[nodiscard]] Timestamp now() const override { return {1'700'000'000'000}; }
};

inline store::Options small_options(const std::filesystem::path& folder) {
    store::Options options{.folder = folder / "store", .tables = {notes.name, pages.name}};
    options.map_bytes = std::size_t{1} << 30;
    options.reserve_bytes = 0;
    return options;
}

inline std::unique_ptr<store::Store> open_store(store::Options options) {
    const FixedClock clock;
    SystemRandom random;
    return std::make_unique<store::Store>(std::move(options), clock, random);
}

inline std::unique_ptr<store::Store> open_store(const TemporaryFolder& folder) {
    return open_store(small_options(folder.path()));
}

}  // namespace palette::test
