// The JSON of a token's claims: one flat object of strings and whole numbers.
//
// Claims are read before their signature is checked, so this is the first code of ours that a
// stranger's bytes meet. It therefore reads less than JSON is: no white space, no escapes, nothing
// but ASCII that can be seen and spaces, no nesting, no signs or fractions, no name twice. Members
// of any name and order are read, so that a later version may add claims. Any bytes give an object
// or none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

namespace palette::auth {

// Whether the text can be written between quotes as it stands.
[[nodiscard]] bool is_plain(std::string_view text);

class FlatObject {
  public:
    static constexpr std::size_t most_members = 16;

    // The object keeps views of `text`.
    [[nodiscard]] static std::optional<FlatObject> read(std::string_view text);

    // None when no member has that name, or its value is of the other kind.
    [[nodiscard]] std::optional<std::string_view> text(std::string_view name) const;
    [[nodiscard]] std::optional<std::uint64_t> number(std::string_view name) const;

  private:
    using Value = std::variant<std::string_view, std::uint64_t>;
    struct Member {
        std::string_view name;
        Value value;
    };
    class Reader;

    [[nodiscard]] const Value* find(std::string_view name) const;
    [[nodiscard]] bool add(const std::optional<Member>& member);

    std::vector<Member> members_;
};

}  // namespace palette::auth
