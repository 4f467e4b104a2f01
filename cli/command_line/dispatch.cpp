#include "cli/command_line/dispatch.hpp"

#include "api/faults.hpp"
#include "api/idempotency.hpp"
#include "base/nearest_word.hpp"
#include "base/utf8.hpp"
#include "cli/command_line/help.hpp"
#include "cli/command_line/option_names.hpp"
#include "cli/command_line/strangers.hpp"
#include "cli/commands/all.hpp"
#include "cli/commands/completion.hpp"
#include "cli/commands/help.hpp"
#include "cli/config/own_settings.hpp"
#include "cli/context.hpp"
#include "cli/render/failure.hpp"

#include <algorithm>
#include <cstdio>
#include <optional>

namespace palette::cli {

namespace {

std::string_view noun_of(std::string_view path) {
    return path.substr(0, path.find(' '));
}

// Options may stand before a command's name and inside it: the next word from `at` on that is
// neither one nor the value of one. The size of `words` when there is none.
std::size_t next_plain_word(const Words& words, std::size_t at) {
    for (; at < words.size(); ++at) {
        const std::string& word = words[at];
        if (word == "--") return words.size();
        if (word.size() < 2 || word.front() != '-') return at;
        const api::Member* option =
            option_named(api::shape_of<GlobalOptions>, GlobalOptions::command, word);
        if (option != nullptr && option->shape->kind != api::Kind::flag) ++at;
    }
    return words.size();
}

Words without(const Words& words, std::size_t index) {
    Words rest = words;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(index));
    return rest;
}

Invocation help_about(std::string_view noun, Words words) {
    words.insert(words.begin(), std::string(noun));
    return {&row_of<Help>, std::move(words)};
}

Result<GlobalOptions> read_global_options(const Parsed& parsed) {
    auto global = read_command<GlobalOptions>(parsed.global);
    if (global && global->json) {
        if (global->format && *global->format != Format::json) {
            return refuse(ErrorKind::invalid_argument, "json", "--json and --format differ");
        }
        global->format = Format::json;
    }
    if (global && global->key && !api::key_holds_at(global->key->id, SystemClock().now())) {
        return refuse(ErrorKind::invalid_argument, "key",
                      "--key: expected " + std::string(api::Scalar<WriteKey>::meaning) +
                          ", got one of another day",
                      "leave it out: a new one is made");
    }
    return global;
}

Result<Exit> run_in(Context& context, const CommandRow& command, const Parsed& parsed) {
    if (context.options().help) {
        const auto said =
            command.explain != nullptr ? command.explain(parsed.own, context.view()) : std::nullopt;
        context.out().write(said ? *said : help_of(command, context.view()));
        return Exit::done;
    }
    if (context.options().version) return Version{}.run(context);
    if (!parsed.strangers.empty()) return refuse(stranger_error(command, parsed));
    return command.run(parsed.own, context);
}

// None are read where nobody says where they would be.
Result<Preferences> preferences_of(const CommandRow& command, const Environment& environment) {
    if (!environment("PALETTECTL_HOME") && !environment("HOME")) return Preferences{};
    const Home home = Home::from(environment);
    auto read = read_own_settings(own_settings_file(home.config), kept_settings_file(home.state));
    if (!read && command.facts->settings == Settings::optional) return Preferences{};
    return read;
}

}  // namespace

Error no_command(std::string_view typed, std::string_view noun,
                 std::span<const std::string_view> others) {
    std::vector<std::string_view> words(others.begin(), others.end());
    for (const CommandRow* row : commands()) {
        const std::string_view path = row->facts->path;
        if (noun.empty()) words.push_back(noun_of(path));
        if (noun.empty() || noun_of(path) == noun) words.push_back(path);
    }
    return {.kind = ErrorKind::invalid_argument,
            .message = "no command " + api::shown(typed),
            .hint = did_you_mean(nearest_word(typed, words), "palettectl help lists them")};
}

const CommandRow* command_at(std::string_view path) {
    const auto row =
        std::ranges::find(commands(), path, [](const CommandRow* one) { return one->facts->path; });
    return row == commands().end() ? nullptr : *row;
}

Result<Invocation> find_command(const Words& words) {
    const std::size_t first = next_plain_word(words, 0);
    if (first == words.size()) return Invocation{&row_of<Begin>, words};
    const std::string& noun = words[first];
    const Words rest = without(words, first);
    if (const CommandRow* row = command_at(noun)) return Invocation{row, rest};
    if (noun == Complete::command.path) return Invocation{&row_of<Complete>, rest};
    const bool known = std::ranges::any_of(
        commands(), [&](const CommandRow* row) { return noun_of(row->facts->path) == noun; });
    if (!known) return refuse(no_command(noun));
    const std::size_t second = next_plain_word(rest, first);
    if (second == rest.size()) return help_about(noun, rest);
    const std::string path = noun + " " + rest[second];
    if (const CommandRow* row = command_at(path)) return Invocation{row, without(rest, second)};
    return refuse(no_command(path, noun));
}

bool asks_for_json(const Words& words) {
    for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
        const std::string& word = words[i];
        if (word == "--json" || word == "--format=json" || word == "--format=jsonl") return true;
        if (word != "--format" || i + 1 == words.size()) continue;
        if (words[i + 1] == "json" || words[i + 1] == "jsonl") return true;
    }
    return false;
}

Result<Exit> run(const Words& words) {
    if (const auto bad = std::ranges::find_if_not(words, is_utf8); bad != words.end()) {
        return refuse(ErrorKind::invalid_argument, "",
                      "argument " + std::to_string(bad - words.begin() + 1) + " is not UTF-8");
    }
    auto found = find_command(words);
    if (!found) return refuse(std::move(found.error()));
    const auto parsed = parse(*found->command, std::move(found->words));
    if (!parsed) return refuse(parsed.error());
    auto global = read_global_options(*parsed);
    if (!global) return refuse(global.error());
    const Environment environment = process_environment();
    auto preferences = preferences_of(*found->command, environment);
    if (!preferences) return refuse(preferences.error());
    merge_settings(*preferences, *global, parsed->global, environment);
    Context context(*global, environment, *std::move(preferences));
    auto ended = run_in(context, *found->command, *parsed);
    context.out().flush();
    if (ended || !context.tells_json()) return ended;
    // The settings may ask for JSON where the words do not.
    static_cast<void>(std::fputs(failure_json(ended.error()).c_str(), stderr));
    return exit_of(ended.error().kind);
}

}  // namespace palette::cli
