// Things that are to be done later, each not before its moment. Time is handed in; nothing here
// waits.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace palette::cli {

template <class T>
class Postponed {
  public:
    using Moment = std::chrono::steady_clock::time_point;

    void add(T thing, Moment not_before) { waiting_.push_back({not_before, std::move(thing)}); }

    [[nodiscard]] bool empty() const { return waiting_.empty(); }

    // How long until the first is due: nothing when it is; none when there is none.
    [[nodiscard]] std::optional<std::chrono::milliseconds> first_due_in(Moment now) const {
        if (waiting_.empty()) return std::nullopt;
        const auto first = std::ranges::min_element(waiting_, {}, &Entry::not_before);
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(first->not_before - now);
        return std::max(left, std::chrono::milliseconds(0));
    }

    // Takes out what is due, in the order in which it was added.
    [[nodiscard]] std::vector<T> take_due(Moment now) {
        std::vector<T> due;
        std::erase_if(waiting_, [&](Entry& entry) {
            if (entry.not_before > now) return false;
            due.push_back(std::move(entry.thing));
            return true;
        });
        return due;
    }

  private:
    struct Entry {
        Moment not_before;
        T thing;
    };

    std::vector<Entry> waiting_{};
};

}  // namespace palette::cli
