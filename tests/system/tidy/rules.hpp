// Who may include what, as ARCHITECTURE.md says it, in tables.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace palette::tidy {

// A folder of the project and the folders below lib/ that it may include beside itself.
struct Folder {
    std::string_view path;
    std::span<const std::string_view> may_include;
};

// A library's header, or all of them below a folder, and where alone it may be included.
struct OwnedHeader {
    std::string_view header;                   // a trailing slash: every header below it
    std::span<const std::string_view> owners;  // files, or folders with a trailing slash
    std::size_t files_at_most;
};

[[nodiscard]] std::span<const Folder> folders();
[[nodiscard]] std::span<const OwnedHeader> owned_headers();
// Words that mark unfinished work.
[[nodiscard]] std::span<const std::string_view> forbidden_words();

inline constexpr std::size_t lines_at_most = 400;
inline constexpr std::size_t columns_at_most = 100;

}  // namespace palette::tidy
