#include "blocks.hpp"

#include "api/event_types.hpp"
#include "api/given_settings.hpp"
#include "api/writer.hpp"
#include "cli/command_line/entries.hpp"
#include "cli/command_line/exit.hpp"
#include "cli/commands/all.hpp"
#include "output.hpp"
#include "roff.hpp"

#include <algorithm>

namespace palette::manual {

namespace {

std::string items(const std::vector<cli::Entry>& entries) {
    std::string roff;
    for (const cli::Entry& entry : entries)
        roff += item(usage(entry.left), entry.right + ".");
    return roff;
}

std::string description(const cli::CommandRow& command) {
    std::string roff = prose(command.facts->summary) + ".\n";
    roff += items(cli::argument_entries(command));
    roff += items(cli::option_entries(command));
    roff += output_of(command);
    for (const cli::Example& one : command.facts->examples) {
        roff += ".PP\n" + prose(one.says) + ":\n";
        roff += example("palettectl " + std::string(one.line));
    }
    return roff;
}

std::string_view who_may_call(api::Access access) {
    switch (access) {
        case api::Access::anyone:
            return "No token is looked at.";
        case api::Access::visitor:
            return "A token is not needed.";
        case api::Access::user:
            return "A token is needed.";
    }
    return {};
}

std::string_view where_it_is(api::Socket socket) {
    switch (socket) {
        case api::Socket::client:
            return "";
        case api::Socket::sibling:
            return " For the other daemons alone.";
        case api::Socket::both:
            return " Also for the other daemons.";
    }
    return {};
}

std::string default_of(const api::Member& member, const void* blank) {
    if (member.required) return "required";
    const void* value = member.peek(blank);
    if (value == nullptr) return "optional";
    std::string json;
    api::append_json(json, *member.shape, value);
    return "default " + json;
}

}  // namespace

std::string list_of_commands() {
    std::string roff;
    for (const cli::CommandRow* command : cli::commands())
        roff += item(typed(command->facts->path), std::string(command->facts->summary) + ".");
    return roff;
}

std::string common_options() {
    return items(cli::common_entries(nullptr));
}

std::string exit_codes() {
    return items(cli::exit_entries());
}

std::string synopsis(const std::vector<const cli::CommandRow*>& commands) {
    std::string roff;
    for (const cli::CommandRow* command : commands)
        roff += (roff.empty() ? "" : ".br\n") + usage(cli::usage_line(*command)) + "\n";
    return roff;
}

std::string descriptions(const std::vector<const cli::CommandRow*>& commands) {
    if (commands.size() == 1) return description(*commands.front());
    std::string roff;
    for (const cli::CommandRow* command : commands)
        roff +=
            subsection("palettectl " + std::string(command->facts->path)) + description(*command);
    return roff;
}

std::string methods_of(std::span<const api::MethodRow* const> methods) {
    std::string roff;
    for (const api::MethodRow* method : methods) {
        const api::Method& facts = *method->facts;
        roff += item(typed(facts.name), std::string(facts.summary) + ". " +
                                            std::string(who_may_call(facts.access)) +
                                            std::string(where_it_is(facts.socket)));
    }
    return roff;
}

std::string kinds_of_error() {
    std::string roff;
    for (const ErrorWord& one : error_words) {
        const int code = static_cast<int>(cli::exit_of(one.kind));
        roff += item(typed(one.word), "Number " + std::to_string(static_cast<int>(one.kind)) +
                                          "; palettectl exits with " + std::to_string(code) + ".");
    }
    return roff;
}

std::string events() {
    std::string roff;
    for (const api::EventRow& row : api::event_types) {
        std::string names;
        for (const api::Member& member : row.data->members)
            names += (names.empty() ? "" : ", ") + std::string(member.name);
        roff += item(typed(row.type->name) + " (" + std::string(row.type->topic) + ")",
                     std::string(row.type->summary) + ". Data: " + names + ".");
    }
    return roff;
}

std::string settings() {
    std::string roff;
    const auto add = [&](const api::SettingsPart& part) {
        for (const api::Member& member : part.shape->members) {
            const bool at_once = std::ranges::count(part.at_run_time, member.name) > 0;
            roff +=
                item(typed(member.name) + " (default " +
                         prose(api::setting_text(member, part.object)) + ")",
                     std::string(member.help) + "; " +
                         (member.shape->choices.empty() ? std::string(member.shape->meaning) + ": "
                                                        : std::string()) +
                         api::expected(*member.shape) + ". " +
                         (at_once ? "Changes on SIGHUP." : "Changes with the next start."));
        }
    };
    for (const api::Daemon* daemon : api::family) {
        api::DaemonSettings defaults{.own = daemon->own_settings};
        const auto parts = api::parts_of(defaults);
        if (daemon == api::family.front()) {
            roff += subsection("Of every daemon");
            add(parts.front());
        }
        if (parts.back().shape->members.empty()) continue;
        roff += subsection("Of " + std::string(daemon->name) + " alone");
        add(parts.back());
    }
    return roff;
}

std::string members(const api::Shape& shape) {
    std::string roff;
    api::with_blank(shape, [&](const void* blank) {
        for (const api::Member& member : shape.members) {
            const bool says_more =
                member.shape->kind != api::Kind::later && member.shape->kind != api::Kind::object;
            roff += item(typed(member.name) + " (" + prose(default_of(member, blank)) + ")",
                         std::string(member.help) +
                             (says_more ? "; " + api::expected(*member.shape) : "") + ".");
        }
    });
    return roff;
}

}  // namespace palette::manual
