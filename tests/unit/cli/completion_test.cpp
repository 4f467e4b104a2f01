#include "catch.hpp"
#include "cli/command_line/option_names.hpp"
#include "cli/commands/all.hpp"
#include "cli/completion/candidates.hpp"
#include "cli/context.hpp"

#include <algorithm>

using namespace palette;
using namespace palette::cli;

namespace {

// In a home where no family was ever started.
Candidates candidates(const Words& words) {
    Context context({}, [](const char* name) -> std::optional<std::string> {
        if (std::string_view(name) == "HOME") return "/nonexistent";
        return std::nullopt;
    });
    return candidates_for(context, read_line(words));
}

std::vector<std::string> words_for(const Words& words) {
    std::vector<std::string> found;
    for (const Candidate& candidate : candidates(words).words)
        found.push_back(candidate.word);
    return found;
}

bool offers(const Words& words, const std::string& candidate) {
    return std::ranges::count(words_for(words), candidate) == 1;
}

using Found = std::vector<std::string>;

Words split(std::string_view path) {
    Words words;
    for (auto rest = path; !rest.empty();) {
        words.emplace_back(rest.substr(0, rest.find(' ')));
        rest.remove_prefix(std::min(rest.size(), words.back().size() + 1));
    }
    return words;
}

}  // namespace

TEST_CASE("every command, and each of its options, is completed") {
    for (const CommandRow* row : commands()) {
        INFO(row->facts->path);
        Words name = split(row->facts->path);
        CHECK(offers(name, name.back()));
        name.emplace_back("-");
        for (const api::Member& member : row->shape->members) {
            if (is_positional(*row->facts, member.name)) continue;
            CHECK(offers(name, option_name(member.name)));
        }
        CHECK(offers(name, "--json"));
    }
}

TEST_CASE("each choice of an option is completed, apart and behind =") {
    CHECK(words_for({"popular", "--format", ""}) == Found{"text", "json", "jsonl", "tsv"});
    CHECK(words_for({"popular", "--format=js"}) == Found{"--format=json", "--format=jsonl"});
    CHECK(words_for({"--color", "a", "popular", "--color", "n"}) == Found{"never"});
    // The colors of the command are a member named color too, but no option.
    CHECK(words_for({"color", "sort", "red", "--color", "n"}) == Found{"never"});
    CHECK(words_for({"color", "sort", "--pl"}) == Found{"--plain"});
    CHECK(words_for({"completion", ""}) == Found{"bash", "zsh", "fish"});
    CHECK(words_for({"logs", "--level", "w"}) == Found{"warn"});
}

TEST_CASE("an option is offered once, unless it may be repeated") {
    CHECK_FALSE(offers({"popular", "--limit", "3", "--"}, "--limit"));
    CHECK_FALSE(offers({"popular", "--limit=3", "--"}, "--limit"));
    CHECK(offers({"import", "--tag", "x", "--"}, "--tag"));
    CHECK_FALSE(offers({"logs", "-f", "--"}, "--follow"));
    // The --timeout of `down` is its own.
    CHECK(offers({"down", "--t"}, "--timeout"));
}

TEST_CASE("options may stand anywhere, and the value of one is no command") {
    CHECK(offers({"--as", "popular", "pal"}, "palette"));
    CHECK(offers({"palette", "--json", "sh"}, "show"));
    CHECK(words_for({"palette", "--", "--j"}).empty());
    CHECK(words_for({"palette", "show", "--", "--j"}).empty());
}

TEST_CASE("arguments are completed by their type") {
    CHECK(words_for({"logs", "palette-s"}) == Found{"palette-supervisor"});
    CHECK(words_for({"rpc", "palette.po"}) == Found{"palette.popular"});
    CHECK(words_for({"watch", "p"}) == Found{"palettes", "popularity"});
    CHECK(words_for({"watch", "--type", "palette.li"}) == Found{"palette.liked"});
    CHECK(words_for({"help", "palette", "sh"}) == Found{"show"});
    CHECK(words_for({"palette", "create", "rebec"}) == Found{"rebeccapurple"});
    CHECK(words_for({"palette", "create", "red", "rebec"}) == Found{"rebeccapurple"});
    CHECK(candidates({"import", ""}).files);
    CHECK(candidates({"import", "a.json", ""}).files);
    CHECK(candidates({"palette", "check", ""}).files);
    CHECK(candidates({"login", "alice", "--password-file", ""}).files);
    CHECK_FALSE(candidates({"import", "--"}).files);
}

TEST_CASE("what is not understood is not completed") {
    CHECK(words_for({"poplar", ""}).empty());
    CHECK(words_for({"palette", "sow", ""}).empty());
    CHECK(words_for({"popular", "--nonsense="}).empty());
    CHECK(words_for({"palette", "create", ""}).empty());
}
