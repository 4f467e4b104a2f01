#include "cli/completion/scripts.hpp"

namespace palette::cli {

namespace {

// Readline takes words apart at = : and @ too, and replaces only what follows the last of these.
// The words are put together again first, and what is there already is taken off the candidates.
constexpr std::string_view bash = R"(# bash completion for palettectl; source it, or put it where
# bash-completion looks: ~/.local/share/bash-completion/completions/palettectl
_palettectl() {
    local rest=${COMP_LINE:0:COMP_POINT} i part
    local -a words=()
    for ((i = 0; i <= COMP_CWORD; ++i)); do
        part=${COMP_WORDS[i]}
        local trimmed=${rest#"${rest%%[![:space:]]*}"}
        ((i < COMP_CWORD)) || part=$trimmed
        if ((i == 0)) || [[ $trimmed != "$rest" ]]; then
            words+=("$part")
        else
            words[-1]+=$part
        fi
        rest=${trimmed#"$part"}
    done
    local whole=${words[-1]} own=$part
    [[ $own != [=:@] ]] || own=
    local before=${whole%"$own"} line
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ $line == :files ]]; then
            while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$own")
            compopt -o filenames 2>/dev/null
        else
            COMPREPLY+=("${line#"$before"}")
        fi
    done < <(command palettectl complete -- "${words[@]:1}" 2>/dev/null | cut -f 1)
}
complete -o nosort -F _palettectl palettectl
)";

constexpr std::string_view zsh = R"(#compdef palettectl
# zsh completion for palettectl; put it into a folder of $fpath as _palettectl, or source it
# after compinit.
_palettectl() {
    local line word
    local -a candidates shown
    local -i files=0
    while IFS= read -r line; do
        if [[ $line == :files ]]; then
            files=1
            continue
        fi
        word=${line%%$'\t'*}
        candidates+=("$word")
        if [[ $line == *$'\t'* ]]; then
            shown+=("$word -- ${line#*$'\t'}")
        else
            shown+=("$word")
        fi
    done < <(command palettectl complete -- "${(@)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null)
    (( $#candidates )) && compadd -l -V palettectl -d shown -a candidates
    (( files )) && _files
    (( $#candidates || files ))
}
if [[ $funcstack[1] == _palettectl ]]; then
    _palettectl "$@"
else
    compdef _palettectl palettectl
fi
)";

constexpr std::string_view fish = R"(# fish completion for palettectl; put it into
# ~/.config/fish/completions/palettectl.fish
function __palettectl_complete
    set -l words (commandline -opc)
    set -e words[1]
    set -l current (commandline -ct)
    for line in (command palettectl complete -- $words "$current" 2>/dev/null)
        if test "$line" = ':files'
            __fish_complete_path "$current"
        else
            printf '%s\n' $line
        end
    end
end
complete -c palettectl -f -k -a '(__palettectl_complete)'
)";

}  // namespace

std::string_view completion_script(const Shell& shell) {
    if (shell.text() == "bash") return bash;
    return shell.text() == "zsh" ? zsh : fish;
}

}  // namespace palette::cli
