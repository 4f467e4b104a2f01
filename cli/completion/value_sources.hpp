// Where the values of an argument come from, by the type it has: a table with a row for each type
// that can be completed.
//
// What is asked of daemons is only read, within longest_lookup; a daemon that is away, slow or
// refuses leaves nothing to offer, and nobody is told: a shell that completes has no place for it.
// What comes from other people passes only as the value type lets it: letters, digits, - _ / @.
#pragma once

#include "cli/completion/collector.hpp"
#include "cli/completion/line.hpp"
#include "cli/context.hpp"

#include <chrono>

namespace palette::cli {

// A person has pressed a key and waits.
inline constexpr std::chrono::milliseconds longest_lookup{250};

struct ValueSource {
    const api::Shape* type;
    void (*add)(Context& context, const Line& line, Collector& found);
};

// Null for a type of which there is nothing to list.
[[nodiscard]] const ValueSource* value_source_of(const api::Shape& type);

// The words that go on with a command's name, of which `begun` is there.
void add_next_words(std::string_view begun, Collector& found);

// Of value_sources_asked.cpp, which asks daemons.
void add_palettes(Context& context, const Line& line, Collector& found);
void add_usernames(Context& context, const Line& line, Collector& found);
void add_channels(Context& context, const Line& line, Collector& found);
void add_topics(Context& context, const Line& line, Collector& found);

}  // namespace palette::cli
