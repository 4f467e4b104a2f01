#include "base/family_news.hpp"

#include "base/whole_number.hpp"

namespace palette {

namespace {

constexpr std::string_view started_word = "started";
constexpr std::string_view held_word = "held";
constexpr std::string_view ready_word = "ready";
constexpr std::string_view failed_word = "failed";

// The part of the text before its first space, which is cut off along with it.
std::string_view cut_word(std::string_view& text) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size() < text.size() ? word.size() + 1 : word.size());
    return word;
}

std::optional<pid_t> read_pid(std::string_view text) {
    const auto pid = whole_number<pid_t>(text);
    return pid && *pid > 0 ? pid : std::nullopt;
}

struct LineWriter {
    std::string operator()(const FamilyStarted& news) const {
        return std::string(started_word) + " " + std::to_string(news.supervisor);
    }
    std::string operator()(const FamilyHeld& news) const {
        return std::string(held_word) + " " + std::to_string(news.supervisor);
    }
    std::string operator()(const DaemonReady& news) const {
        return news.name + " " + std::string(ready_word);
    }
    std::string operator()(const DaemonFailed& news) const {
        return news.name + " " + std::string(failed_word) + " " + news.why;
    }
};

}  // namespace

std::string line_of(const FamilyNews& news) {
    return std::visit(LineWriter{}, news);
}

std::optional<FamilyNews> read_news(std::string_view line) {
    const std::string_view first = cut_word(line);
    if (first == started_word || first == held_word) {
        const auto pid = read_pid(line);
        if (!pid) return std::nullopt;
        return first == held_word ? FamilyNews(FamilyHeld{*pid}) : FamilyNews(FamilyStarted{*pid});
    }
    const std::string_view second = cut_word(line);
    if (second == ready_word && line.empty()) return DaemonReady{std::string(first)};
    if (second == failed_word) return DaemonFailed{std::string(first), std::string(line)};
    return std::nullopt;
}

}  // namespace palette
