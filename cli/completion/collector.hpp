// Gathers candidates: those that begin as what was typed, each once, up to the limit.
#pragma once

#include "cli/completion/candidates.hpp"

#include <algorithm>
#include <utility>

namespace palette::cli {

class Collector {
  public:
    // `before` is put before each word. Both outlive this.
    Collector(std::string_view typed, std::string_view before) : typed_(typed), before_(before) {}

    [[nodiscard]] std::string_view typed() const { return typed_; }
    [[nodiscard]] bool is_full() const { return found_.words.size() == most_candidates; }

    void add(std::string_view word, std::string_view says) {
        if (is_full() || !word.starts_with(typed_)) return;
        std::string whole = std::string(before_) + std::string(word);
        if (std::ranges::count(found_.words, whole, &Candidate::word) > 0) return;
        found_.words.push_back({std::move(whole), says});
    }
    void add_files() { found_.files = true; }

    [[nodiscard]] Candidates take() && { return std::move(found_); }

  private:
    std::string_view typed_;
    std::string_view before_;
    Candidates found_;
};

}  // namespace palette::cli
