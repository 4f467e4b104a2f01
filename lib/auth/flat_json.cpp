#include "auth/flat_json.hpp"

#include "auth/encoding.hpp"
#include "base/ascii.hpp"

#include <algorithm>

namespace palette::auth {

namespace {

constexpr bool is_plain_character(char c) {
    return c >= ' ' && c <= '~' && c != '"' && c != '\\';
}

}  // namespace

bool is_plain(std::string_view text) {
    return std::ranges::all_of(text, is_plain_character);
}

// Each function takes what it reads off the front of the rest, or gives none.
class FlatObject::Reader {
  public:
    explicit Reader(std::string_view text) : rest_(text) {}

    [[nodiscard]] bool at_end() const { return rest_.empty(); }

    bool take(char expected) {
        if (!rest_.starts_with(expected)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    std::optional<Member> member() {
        const auto name = string();
        if (!name || !take(':')) return std::nullopt;
        const auto value = this->value();
        if (!value) return std::nullopt;
        return Member{*name, *value};
    }

  private:
    std::optional<Value> value() {
        if (rest_.starts_with('"')) return string();
        return read_decimal(take_while(is_digit));
    }

    std::optional<std::string_view> string() {
        if (!take('"')) return std::nullopt;
        const auto content = take_while(is_plain_character);
        if (!take('"')) return std::nullopt;
        return content;
    }

    std::string_view take_while(bool (*belongs)(char)) {
        const auto stop = std::ranges::find_if_not(rest_, belongs);
        const auto taken = rest_.substr(0, static_cast<std::size_t>(stop - rest_.begin()));
        rest_.remove_prefix(taken.size());
        return taken;
    }

    std::string_view rest_;
};

std::optional<FlatObject> FlatObject::read(std::string_view text) {
    FlatObject object;
    Reader reader(text);
    if (!reader.take('{')) return std::nullopt;
    do {
        if (!object.add(reader.member())) return std::nullopt;
    } while (reader.take(','));
    if (!reader.take('}') || !reader.at_end()) return std::nullopt;
    return object;
}

std::optional<std::string_view> FlatObject::text(std::string_view name) const {
    const auto* value = find(name);
    if (value == nullptr || !std::holds_alternative<std::string_view>(*value)) return std::nullopt;
    return std::get<std::string_view>(*value);
}

std::optional<std::uint64_t> FlatObject::number(std::string_view name) const {
    const auto* value = find(name);
    if (value == nullptr || !std::holds_alternative<std::uint64_t>(*value)) return std::nullopt;
    return std::get<std::uint64_t>(*value);
}

const FlatObject::Value* FlatObject::find(std::string_view name) const {
    const auto at = std::ranges::find(members_, name, &Member::name);
    return at == members_.end() ? nullptr : &at->value;
}

bool FlatObject::add(const std::optional<Member>& member) {
    if (!member || members_.size() == most_members || find(member->name) != nullptr) return false;
    members_.push_back(*member);
    return true;
}

}  // namespace palette::auth
