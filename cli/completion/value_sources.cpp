#include "cli/completion/value_sources.hpp"

#include "api/directory.hpp"
#include "api/envelope.hpp"
#include "api/event_types.hpp"
#include "base/supervisor.hpp"
#include "cli/commands/all.hpp"
#include "cli/commands/completion.hpp"
#include "cli/commands/export.hpp"
#include "cli/commands/help.hpp"
#include "cli/input/palette_source.hpp"
#include "color/css_names.hpp"
#include "formats/format.hpp"

#include <algorithm>
#include <array>

namespace palette::cli {

namespace {

void add_files(Context&, const Line&, Collector& found) {
    found.add_files();
}

void add_daemons(Context&, const Line&, Collector& found) {
    for (const api::Daemon* daemon : api::family)
        found.add(daemon->name, daemon->summary);
}

void add_logs(Context& context, const Line& line, Collector& found) {
    add_daemons(context, line, found);
    found.add(supervisor_name, "what keeps them running");
}

void add_methods(Context&, const Line&, Collector& found) {
    const auto add = [&](std::span<const api::MethodRow* const> rows) {
        for (const api::MethodRow* row : rows) {
            if (row->facts->socket != api::Socket::sibling)
                found.add(row->facts->name, row->facts->summary);
        }
    };
    for (const api::Daemon* daemon : api::family)
        add(daemon->methods);
    add(api::Common::rows);
}

void add_event_types(Context&, const Line&, Collector& found) {
    for (const api::EventRow& row : api::event_types)
        found.add(row.type->name, row.type->summary);
}

// There are many: not before something is typed.
void add_color_names(Context&, const Line&, Collector& found) {
    if (found.typed().empty()) return;
    for (const color::NamedColor& one : color::css_colors())
        found.add(one.name, {});
}

void add_shells(Context&, const Line&, Collector& found) {
    for (const std::string_view shell : shell_words)
        found.add(shell, {});
}

void add_formats(Context&, const Line&, Collector& found) {
    for (const formats::Format& format : formats::all_formats()) {
        if (format.write != nullptr) found.add(format.name, format.summary);
    }
}

void add_help_topics(Context&, const Line& line, Collector& found) {
    std::string begun;
    for (const std::string& word : line.placed)
        begun += (begun.empty() ? "" : " ") + word;
    add_next_words(begun, found);
    if (begun.empty()) found.add(exit_codes_topic, "What the exit codes mean");
}

void add_palettes_and_files(Context& context, const Line& line, Collector& found) {
    found.add_files();
    add_palettes(context, line, found);
}

constexpr std::array sources{
    ValueSource{&api::shape_of<api::PaletteRef>, add_palettes},
    ValueSource{&api::shape_of<PaletteSource>, add_palettes_and_files},
    ValueSource{&api::shape_of<api::Username>, add_usernames},
    ValueSource{&api::shape_of<api::ChannelName>, add_channels},
    ValueSource{&api::shape_of<api::MethodName>, add_methods},
    ValueSource{&api::shape_of<DaemonName>, add_daemons},
    ValueSource{&api::shape_of<LogName>, add_logs},
    ValueSource{&api::shape_of<ColorText>, add_color_names},
    ValueSource{&api::shape_of<api::Topic>, add_topics},
    ValueSource{&api::shape_of<EventTypeName>, add_event_types},
    ValueSource{&api::shape_of<HelpTopic>, add_help_topics},
    ValueSource{&api::shape_of<Shell>, add_shells},
    ValueSource{&api::shape_of<FormatName>, add_formats},
    ValueSource{&api::shape_of<Path>, add_files},
};

}  // namespace

const ValueSource* value_source_of(const api::Shape& type) {
    const auto* source = std::ranges::find(sources, &type, &ValueSource::type);
    return source == sources.end() ? nullptr : source;
}

void add_next_words(std::string_view begun, Collector& found) {
    for (const CommandRow* row : commands()) {
        std::string_view rest = row->facts->path;
        if (!begun.empty()) {
            if (!rest.starts_with(begun) || !rest.substr(begun.size()).starts_with(' ')) continue;
            rest.remove_prefix(begun.size() + 1);
        }
        const bool is_whole = rest.find(' ') == std::string_view::npos;
        found.add(rest.substr(0, rest.find(' ')),
                  is_whole ? row->facts->summary : std::string_view{});
    }
}

}  // namespace palette::cli
