#include "formats/design_tokens.hpp"

#include "base/trim.hpp"
#include "base/utf8.hpp"
#include "color/space.hpp"
#include "formats/css_value.hpp"
#include "formats/json_tree.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace palette::formats {

namespace {

constexpr std::string_view type_of_colors = "color";

// An alias of an alias of ...
constexpr int most_aliases = 16;

using NotationRead = tl::expected<color::Notation, FileFault>;

// A token or a group, and the type that holds for it; empty when none is said.
struct Token {
    const JsonNode* node = nullptr;
    std::string_view type{};
    const JsonNode* value = nullptr;  // null: it is a group
};

// `type` is that of the group that it is in.
Token token_of(const JsonNode& node, std::string_view type) {
    return {&node, node.text_of("$type").value_or(type), node.member("$value")};
}

// "palette.blue" of "{palette.blue}".
std::optional<std::string_view> alias_in(const JsonNode& value) {
    const std::string_view text = value.text;
    const bool is_alias = value.kind == JsonNode::Kind::text && text.size() > 2 &&
                          text.starts_with('{') && text.ends_with('}');
    return is_alias ? std::optional(text.substr(1, text.size() - 2)) : std::nullopt;
}

// All members of all groups by their names, each looked at once, so that no alias has to search for
// its own: a file may have as many of them as values.
class Index {
  public:
    explicit Index(const JsonNode& root) : root_(token_of(root, {})) { add(root_); }

    // The token at "palette.blue"; none when there is none.
    [[nodiscard]] std::optional<Token> find(std::string_view path) const {
        Token found = root_;
        for (std::size_t depth = 0; depth < most_depth; ++depth) {
            const auto dot = path.find('.');
            const auto member = members_.find({found.node, path.substr(0, dot)});
            if (member == members_.end()) return std::nullopt;
            found = member->second;
            if (dot == std::string_view::npos) break;
            path.remove_prefix(dot + 1);
        }
        return found.value == nullptr ? std::nullopt : std::optional(found);
    }

  private:
    void add(const Token& group) {
        if (group.node->kind != JsonNode::Kind::object || group.value != nullptr) return;
        for (const JsonNode& member : group.node->members) {
            const Token token = token_of(member, group.type);
            members_.emplace(std::pair(group.node, std::string_view(member.key)), token);
            add(token);
        }
    }

    const Token root_;
    std::map<std::pair<const JsonNode*, std::string_view>, Token> members_;
};

tl::unexpected<FileFault> refuse_at(const JsonNode& node, std::string why) {
    return fault(at_line(node.line), std::move(why));
}

// What "$description" says, where it is as short as a name; else empty.
std::string_view short_description(const JsonNode& node) {
    const std::string_view text = trimmed(node.text_of("$description").value_or(""));
    const bool is_short = characters(text) <= api::Title::the_rule().most &&
                          text.find_first_of("\r\n") == std::string_view::npos;
    return is_short ? text : std::string_view();
}

// The title of the group that all tokens are in; empty when it has none, or there are several.
std::string_view title_of(const JsonNode& root) {
    const auto is_below = [](const JsonNode& member) {
        return member.kind == JsonNode::Kind::object && !member.key.starts_with('$');
    };
    const auto only = std::ranges::find_if(root.members, is_below);
    const bool is_only = std::ranges::count_if(root.members, is_below) == 1;
    return is_only && only->member("$value") == nullptr ? short_description(*only) : "";
}

bool is_missing(const JsonNode& component) {
    return component.kind == JsonNode::Kind::text && component.text == "none";
}

// Of a size that colors have; 0 where it is missing.
std::optional<double> component_of(const JsonNode& node) {
    constexpr double greatest = 1e6;
    if (is_missing(node)) return 0;
    const auto number = node.number();
    return number && std::abs(*number) <= greatest ? number : std::nullopt;
}

// { "colorSpace": "srgb", "components": [0.04, 0.22, 0.33], "alpha": 1 }
NotationRead notation_of(const JsonNode& value) {
    const auto name = value.text_of("colorSpace");
    const auto space = name ? color::space_named(*name) : std::nullopt;
    if (!space) return refuse_at(value, "expected a colorSpace of CSS Color 4");
    const JsonNode* components = value.member("components");
    color::Notation notation{{.space = *space}};
    if (components == nullptr || components->members.size() != notation.color.values.size())
        return refuse_at(value, "expected three components");
    for (std::size_t i = 0; i < notation.color.values.size(); ++i) {
        const JsonNode& component = components->members[i];
        const auto number = component_of(component);
        if (!number) return refuse_at(value, "expected components that are numbers, or \"none\"");
        notation.color.values.at(i) = *number;
        if (is_missing(component)) notation.color.missing.add(i);
    }
    const JsonNode* alpha = value.member("alpha");
    const auto amount = alpha == nullptr ? std::optional(1.0) : alpha->number();
    if (!amount) return refuse_at(value, "expected an alpha from 0 to 1");
    notation.color.alpha = std::clamp(*amount, 0.0, 1.0);
    return notation;
}

class Tokens {
  public:
    explicit Tokens(const JsonNode& root) : index_(root) { record_.title = title_of(root); }

    // The colors of a group and those in it; why one of them is none.
    [[nodiscard]] std::optional<FileFault> take(const JsonNode& node, std::string_view type) {
        const Token token = token_of(node, type);
        if (token.value != nullptr) return take_token(token);
        for (const JsonNode& member : node.members) {
            const bool is_group = member.kind == JsonNode::Kind::object &&
                                  (!member.key.starts_with('$') || member.key == "$root");
            if (!is_group) continue;
            path_.push_back(member.key);
            auto fault = take(member, token.type);
            path_.pop_back();
            if (fault) return fault;
        }
        return std::nullopt;
    }

    [[nodiscard]] FileRead finish() && {
        if (record_.colors.empty()) return fault(at_line(1), "no token in it is a color");
        const auto names = nested_names(paths_);
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (record_.colors[i].name.empty()) record_.colors[i].name = names[i];
        }
        screen_.remark(record_);
        return std::move(record_);
    }

  private:
    [[nodiscard]] std::optional<FileFault> take_token(Token token) {
        const JsonNode& named = *token.node;
        for (int hops = 0; const auto path = alias_in(*token.value); ++hops) {
            if (!token.type.empty() && token.type != type_of_colors) return std::nullopt;
            const auto found = index_.find(*path);
            if (!found) return refuse_at(named, "there is no token that it refers to").value();
            if (hops == most_aliases)
                return refuse_at(named, "tokens refer to each other without end").value();
            token = *found;
        }
        return take_color(named, token);
    }

    // Text without a type is a color if it looks like one, as it was in drafts.
    [[nodiscard]] std::optional<FileFault> take_color(const JsonNode& named, const Token& token) {
        if (!token.type.empty() && token.type != type_of_colors) return std::nullopt;
        const JsonNode& value = *token.value;
        const bool is_text = value.kind == JsonNode::Kind::text;
        if (token.type.empty() && !is_text) return std::nullopt;
        NotationRead read = is_text ? notation_in(value) : notation_of(value);
        if (!read && token.type.empty()) return std::nullopt;
        if (!read) return std::move(read.error());
        if (record_.colors.size() == api::Colors::most)
            return too_many_colors(at_line(named.line)).value();
        record_.colors.push_back({screen_.of(*read), std::string(short_description(named))});
        paths_.push_back(path_);
        return std::nullopt;
    }

    static NotationRead notation_in(const JsonNode& value) {
        const auto notation = css_value_without_names(value.text);
        if (!notation) return refuse_at(value, "expected a color such as \"#0b3954\"");
        return *notation;
    }

    Index index_;
    Record record_;
    ScreenColors screen_;
    std::vector<KeyPath> paths_;
    KeyPath path_;
};

}  // namespace

FileRead read_design_tokens(std::string_view json) {
    const auto tree = read_json_tree(json);
    if (!tree) return tl::unexpected(tree.error());
    if (tree->kind != JsonNode::Kind::object) return fault(at_line(1), "expected an object");
    Tokens tokens(*tree);
    if (auto fault = tokens.take(*tree, {})) return tl::unexpected(*std::move(fault));
    return std::move(tokens).finish();
}

}  // namespace palette::formats
