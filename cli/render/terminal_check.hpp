// What a terminal is taken to show, and samples that tell whether it does.
#pragma once

#include "api/describe.hpp"
#include "api/names.hpp"
#include "cli/render/output.hpp"
#include "cli/render/tsv.hpp"
#include "term/capability.hpp"

// The words for it, found beside the enumeration.
namespace palette::term {

inline constexpr std::array<std::string_view, 4> depth_words{"none", "16", "256", "truecolor"};
constexpr api::ChoiceRule choice_rule(Depth) {
    return {"Depth", "how many colors", depth_words};
}

}  // namespace palette::term

namespace palette::cli {

struct TerminalCheck {
    bool terminal = false;
    term::Depth depth{};
    api::Line because;
    api::Count columns;
    api::Line columns_from;
    api::Line term;
    api::Line colorterm;
    api::Line no_color;
    api::Line clicolor_force;

    static constexpr std::string_view name_of_shape = "TerminalCheck";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&TerminalCheck::terminal>("Whether stdout is one"),
            field<&TerminalCheck::depth>("How many colors are used"),
            field<&TerminalCheck::because>("What decided that"),
            field<&TerminalCheck::columns>("How wide it is"),
            field<&TerminalCheck::columns_from>("Who says so: window, COLUMNS or default"),
            field<&TerminalCheck::term>("TERM; empty when it is not set, as those below"),
            field<&TerminalCheck::colorterm>("COLORTERM"),
            field<&TerminalCheck::no_color>("NO_COLOR"),
            field<&TerminalCheck::clicolor_force>("CLICOLOR_FORCE"),
        };
    }
};
[[nodiscard]] TerminalCheck terminal_check(term::ColorMode mode, const term::Surroundings& around);
void append_tsv(Tsv& tsv, const TerminalCheck& check);
extern const Printed printed_terminal_check;
// The same; then, where there are colors, samples in true color, 256 and 16, and where text is
// aligned, samples of its width.
[[nodiscard]] std::string text_of(const TerminalCheck& check, const View& view);

}  // namespace palette::cli
