// Printing an answer in the layout asked for. Beside each shape that is printed stand its two
// renderings: `append_tsv(tsv, thing)`, lines for pipes that may only grow at their
// ends, and `text_of(thing, view)` for people. JSON is the shape's own.
#pragma once

#include "api/writer.hpp"
#include "cli/context.hpp"
#include "cli/render/pager.hpp"
#include "cli/render/tsv.hpp"

namespace palette::cli {

template <class T>
[[nodiscard]] std::string tsv_of(const T& thing) {
    Tsv tsv;
    append_tsv(tsv, thing);
    return tsv.text();
}

// One thing.
template <class T>
void print(Context& context, const T& thing) {
    Output& out = context.out();
    switch (out.layout()) {
        case Layout::json:
        case Layout::jsonl:
            return out.write(api::to_json(thing) + "\n");
        case Layout::tsv:
            return out.write(tsv_of(thing));
        case Layout::people:
            return out.write(text_of(thing, context.view()));
    }
}

// What a write has made or changed is left out under --quiet, unless it is for a program.
[[nodiscard]] inline bool confirms(const Context& context) {
    return context.tells_json() || !context.options().quiet;
}

template <class T>
void confirm(Context& context, const T& thing) {
    if (confirms(context)) print(context, thing);
}

// A list: an object a line for jsonl; `empty` says on a terminal what to do about having none.
template <class Page>
void print_page(Context& context, const Page& page, std::string_view empty) {
    Output& out = context.out();
    switch (out.layout()) {
        case Layout::json:
            return out.write(api::to_json(page) + "\n");
        case Layout::jsonl:
            for (const auto& item : page.items)
                out.write(api::to_json(item) + "\n");
            return;
        case Layout::tsv:
            for (const auto& item : page.items)
                out.write(tsv_of(item));
            return;
        case Layout::people:
            if (page.items.empty()) return context.advise(empty);
            return write_long(context, text_of(page, context.view()));
    }
}

// The same of a list that a command has changed.
template <class Page>
void confirm_page(Context& context, const Page& page) {
    if (confirms(context)) print_page(context, page, "");
}

}  // namespace palette::cli
