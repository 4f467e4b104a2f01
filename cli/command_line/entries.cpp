#include "cli/command_line/entries.hpp"

#include "api/writer.hpp"
#include "cli/command_line/global_options.hpp"
#include "cli/command_line/option_names.hpp"
#include "cli/render/printed.hpp"

namespace palette::cli {

namespace {

using api::Kind;
using api::Member;

// Longer choices stand at the right, where lines are broken.
constexpr std::size_t most_choices_at_left = 28;

std::string choices_of(const api::Shape& shape) {
    std::string words;
    for (const std::string_view word : shape.choices)
        words += (words.empty() ? "" : "|") + std::string(word);
    return words;
}

bool shows_choices(const api::Shape& shape) {
    return shape.kind == Kind::choice && choices_of(shape).size() <= most_choices_at_left;
}

// "--limit LIMIT", "-q, --quiet", "COLOR..."
std::string left_of(const Member& member, const Command& command) {
    const bool is_list = member.shape->kind == Kind::list;
    if (is_positional(command, member.name))
        return placeholder(member.name) + (is_list ? "..." : "");
    const char letter = letter_of(command, member.name);
    std::string left = letter == 0 ? "" : std::string("-") + letter + ", ";
    left += option_name(member.name);
    const api::Shape& shape = is_list ? *member.shape->element : *member.shape;
    if (shows_choices(shape)) return left + " " + choices_of(shape);
    if (shape.kind != Kind::flag) left += " " + placeholder(shape.name);
    return left;
}

// A default as it would be typed; empty when there is none to speak of.
std::string default_of(const Member& member, const void* blank) {
    if (member.required || member.optional || member.shape->kind == Kind::flag) return {};
    std::string json;
    api::append_json(json, *member.shape, member.peek(blank));
    if (json.starts_with('"')) json = json.substr(1, json.size() - 2);
    return json == "[]" ? std::string() : json;
}

std::string right_of(const Member& member, const void* blank) {
    const bool is_list = member.shape->kind == Kind::list;
    const api::Shape& shape = is_list ? *member.shape->element : *member.shape;
    std::string right(member.help);
    const bool is_plain = shape.kind == Kind::flag || shows_choices(shape);
    if (!is_plain) right += "; " + api::expected(shape);
    if (const auto value = default_of(member, blank); !value.empty()) right += "; default " + value;
    return right;
}

enum class Kept : std::uint8_t { placed, options };

std::vector<Entry> entries(const CommandRow& command, Kept kept) {
    std::vector<Entry> all;
    api::with_blank(*command.shape, [&](const void* blank) {
        for (const Member& member : command.shape->members) {
            if (is_positional(*command.facts, member.name) != (kept == Kept::placed)) continue;
            all.push_back({left_of(member, *command.facts), right_of(member, blank)});
        }
    });
    return all;
}

template <class Named>
std::string names_of(const Named& all) {
    std::string names;
    for (const auto& one : all)
        names += (names.empty() ? "" : ", ") + std::string(one.name);
    return names;
}

std::string columns_text(const Printed& printed) {
    if (printed.line_of.empty()) return names_of(printed.columns);
    return "for each " + std::string(printed.line_of) + ": " + names_of(printed.columns);
}

std::string members_text(const Printed& printed) {
    const std::string names = names_of(printed.shape->members);
    const api::Shape* item = item_of(printed);
    return item == nullptr ? names : names + "; of each item: " + names_of(item->members);
}

}  // namespace

std::vector<Entry> argument_entries(const CommandRow& command) {
    return entries(command, Kept::placed);
}

std::vector<Entry> option_entries(const CommandRow& command) {
    return entries(command, Kept::options);
}

std::vector<Entry> output_entries(const CommandRow& command) {
    const Printed* always = command.facts->prints;
    if (always == nullptr) return {};
    std::vector<Entry> all{{"tsv", columns_text(*always)}, {"json", members_text(*always)}};
    const auto& [option, prints] = command.facts->prints_with;
    if (prints == nullptr) return all;
    const std::string with = " with " + std::string(option);
    all.push_back({"tsv" + with, columns_text(*prints)});
    if (prints->shape != always->shape) all.push_back({"json" + with, members_text(*prints)});
    return all;
}

std::vector<Entry> common_entries(const CommandRow* command) {
    std::vector<Entry> all;
    const GlobalOptions defaults;
    for (const Member& member : api::shape_of<GlobalOptions>.members) {
        if (command != nullptr && !takes_common_option(*command, member.name)) continue;
        all.push_back({left_of(member, GlobalOptions::command), right_of(member, &defaults)});
    }
    return all;
}

std::string usage_line(const CommandRow& command) {
    std::string line = "palettectl " + std::string(command.facts->path) + " [OPTION]...";
    for (const Member& member : command.shape->members) {
        if (member.required && !is_positional(*command.facts, member.name))
            line += " " + left_of(member, *command.facts);
    }
    for (const std::string_view name : command.facts->positional) {
        const Member* member = api::find_member(*command.shape, name);
        if (member == nullptr) continue;
        const std::string left = left_of(*member, *command.facts);
        line += member->required ? " " + left : " [" + left + "]";
    }
    return line;
}

std::vector<Entry> exit_entries() {
    std::vector<Entry> all;
    for (const ExitRow& row : exit_rows()) {
        std::string right(row.meaning);
        for (const ErrorKind kind : row.kinds)
            right += (kind == row.kinds.front() ? " (" : ", ") + std::string(name_of(kind));
        if (!row.kinds.empty()) right += ")";
        all.push_back({std::to_string(static_cast<int>(row.code)), std::move(right)});
    }
    return all;
}

}  // namespace palette::cli
