#include "base/nearest_word.hpp"

#include "base/ascii.hpp"
#include "base/check.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace palette {

namespace {

using Row = std::array<std::size_t, longest_corrected_word + 1>;

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
    CHECK_INVARIANT(a.size() <= longest_corrected_word && b.size() <= longest_corrected_word);
    // Only three rows of the table live at a time; row i holds the distances of a's first i letters
    // to every beginning of b.
    Row before_last{};
    Row last{};
    Row row{};
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        before_last = std::exchange(last, row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced =
                last[j - 1] + (equals_ignoring_case(a[i - 1], b[j - 1]) ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            const bool swapped = i > 1 && j > 1 && equals_ignoring_case(a[i - 1], b[j - 2]) &&
                                 equals_ignoring_case(a[i - 2], b[j - 1]);
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
    }
    return row[b.size()];
}

std::size_t tolerated_edits(std::string_view word) {
    constexpr std::size_t most = 3;
    return std::clamp<std::size_t>(word.size() / 3, word.size() < 2 ? 0 : 1, most);
}

bool begins_alike(std::string_view a, std::string_view b) {
    constexpr std::size_t fewest = 3;
    const std::size_t shared = std::min(a.size(), b.size());
    return shared >= fewest && equals_ignoring_case(a.substr(0, shared), b.substr(0, shared));
}

std::string did_you_mean(std::optional<std::string_view> nearest, std::string_view otherwise) {
    return nearest ? "did you mean " + std::string(*nearest) + "?" : std::string(otherwise);
}

}  // namespace palette
