// Options as they would be typed, so that a hint can repeat a question.
#pragma once

#include "api/names.hpp"
#include "cli/context.hpp"

#include <optional>
#include <string>

namespace palette::cli {

// " --user bob --limit 4": the members that are not as in a blank object, quoted for a shell where
// they need it. For commands whose members are all options, and none a list.
[[nodiscard]] std::string typed_options(const api::Shape& shape, const void* object);

// Says on a terminal how the list goes on: the same question, after that cursor.
template <class C>
void advise_next_page(const Context& context, C asked, const std::optional<api::Cursor>& next) {
    static_assert(C::command.positional.front().empty());
    if (!next) return;
    asked.after = next;
    context.advise("more: palettectl " + std::string(C::command.path) +
                   typed_options(api::shape_of<C>, &asked) +
                   typed_options(api::shape_of<GlobalOptions>, &context.options()));
}

}  // namespace palette::cli
