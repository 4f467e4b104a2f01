#include "cli/completion/candidates.hpp"

#include "cli/command_line/global_options.hpp"
#include "cli/command_line/option_names.hpp"
#include "cli/commands/all.hpp"
#include "cli/completion/collector.hpp"
#include "cli/completion/value_sources.hpp"

#include <algorithm>

namespace palette::cli {

namespace {

void add_options(const Line& line, const api::Shape& shape, const Command& command,
                 Collector& found) {
    for (const api::Member& member : shape.members) {
        const bool is_list = member.shape->kind == api::Kind::list;
        if (is_positional(command, member.name)) continue;
        if (!is_list && std::ranges::count(line.given, &member) > 0) continue;
        const bool is_common = &command == &GlobalOptions::command;
        if (is_common && line.command != nullptr &&
            !takes_common_option(*line.command, member.name))
            continue;
        found.add(option_name(member.name), member.help);
    }
}

void add_all_options(const Line& line, Collector& found) {
    if (line.only_arguments) return;
    if (line.command != nullptr)
        add_options(line, *line.command->shape, *line.command->facts, found);
    add_options(line, api::shape_of<GlobalOptions>, GlobalOptions::command, found);
}

void add_values(Context& context, const Line& line, Collector& found) {
    const api::Shape* shape = line.value_of->shape;
    if (shape->kind == api::Kind::list) shape = shape->element;
    for (const std::string_view word : shape->choices)
        found.add(std::string(word), {});
    if (const ValueSource* source = value_source_of(*shape)) source->add(context, line, found);
}

}  // namespace

Candidates candidates_for(Context& context, const Line& line) {
    Collector found(line.typed, line.before);
    if (line.value_of != nullptr) {
        add_values(context, line, found);
    } else if (line.command == nullptr && !line.typed.starts_with('-')) {
        add_next_words(line.noun, found);
    } else if (line.before.empty()) {
        add_all_options(line, found);
    }
    return std::move(found).take();
}

std::string lines_of(const Candidates& candidates) {
    std::string lines;
    for (const Candidate& candidate : candidates.words) {
        lines += candidate.word;
        if (!candidate.says.empty()) lines += "\t" + std::string(candidate.says);
        lines += "\n";
    }
    return candidates.files ? lines + ":files\n" : lines;
}

}  // namespace palette::cli
