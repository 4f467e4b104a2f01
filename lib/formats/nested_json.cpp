#include "formats/nested_json.hpp"

#include "color/hex.hpp"
#include "formats/css_value.hpp"
#include "formats/json_tree.hpp"
#include "formats/terminal_roles.hpp"

#include <deque>

namespace palette::formats {

namespace {

class Collector {
  public:
    // False when there is no room for all.
    [[nodiscard]] bool take(const JsonNode& node) {
        if (node.kind == JsonNode::Kind::text) {
            const auto notation = css_value_without_names(node.text);
            return !notation || add(screen_.of(*notation), {});
        }
        if (const auto hex = node.text_of("hex")) {
            if (const auto color = color::parse_hex(*hex))
                return add(*color, node.text_of("name").value_or(std::string_view()));
        }
        return take_members(node);
    }

    [[nodiscard]] std::vector<RecordColor> colors() && {
        const auto names = nested_names(paths_);
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (colors_[i].name.empty()) colors_[i].name = names[i];
        }
        return std::move(colors_);
    }
    [[nodiscard]] const ScreenColors& screen() const { return screen_; }

  private:
    [[nodiscard]] bool take_members(const JsonNode& node) {
        std::size_t index = 0;
        for (const JsonNode& member : node.members) {
            const bool is_object = node.kind == JsonNode::Kind::object;
            path_.push_back(is_object ? std::string_view(member.key) : number(index++));
            const bool has_room = take(member);
            path_.pop_back();
            if (!has_room) return false;
        }
        return true;
    }
    [[nodiscard]] bool add(color::Color color, std::string_view name) {
        if (colors_.size() == api::Colors::most) return false;
        colors_.push_back({color, std::string(name)});
        paths_.push_back(path_);
        return true;
    }
    // Lives as long as this.
    [[nodiscard]] std::string_view number(std::size_t index) {
        while (numbers_.size() <= index)
            numbers_.push_back(std::to_string(numbers_.size()));
        return numbers_[index];
    }

    std::vector<RecordColor> colors_;
    std::vector<KeyPath> paths_;
    KeyPath path_;
    std::deque<std::string> numbers_;
    ScreenColors screen_;
};

}  // namespace

FileRead read_nested_colors(std::string_view json) {
    const auto tree = read_json_tree(json);
    if (!tree) return tl::unexpected(tree.error());
    const JsonNode* colors = tree->member("colors");
    const bool has_own = colors != nullptr && colors->kind == JsonNode::Kind::object;
    Collector collector;
    if (!collector.take(has_own ? *colors : *tree)) return too_many_colors(at_line(1));
    Record record;
    record.title = tree->text_of("name").value_or("");
    collector.screen().remark(record);
    record.colors = std::move(collector).colors();
    give_roles(record.colors, &TerminalRole::windows);
    give_roles(record.colors, &TerminalRole::vscode);
    if (record.colors.empty()) return fault(at_line(1), "it has no colors");
    return record;
}

}  // namespace palette::formats
