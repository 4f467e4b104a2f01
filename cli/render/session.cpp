#include "cli/render/session.hpp"

#include "api/choice.hpp"
#include "term/relative_time.hpp"
#include "term/safe_text.hpp"
#include "term/table.hpp"

namespace palette::cli {

namespace {

std::string joined(const api::TokenScopes& scopes) {
    std::string words;
    for (const api::TokenScope scope : scopes)
        words += (words.empty() ? "" : ",") + std::string(api::word_of(scope));
    return words;
}

term::Cell ago(Timestamp at, const View& view) {
    return term::Cell(term::relative_time(at, view.now), view.painter.dim());
}

}  // namespace

constexpr std::array<Column, 4> session_columns{
    {{"id"}, {"created_at"}, {"refreshed_at"}, {"current"}}};
const Printed printed_sessions{.shape = &api::shape_of<api::SessionInfos>,
                               .columns = session_columns};

void append_tsv(Tsv& tsv, const api::SessionInfo& session) {
    tsv.line(session_columns, session.id.text(), rfc3339(session.created_at),
             rfc3339(session.refreshed_at), session.current ? "true" : "false");
}

std::string text_of(const api::SessionInfos& sessions, const View& view) {
    term::Table table({{.heading = "SESSION"},
                       {.heading = "SIGNED IN", .leaves = 1},
                       {.heading = "RENEWED", .leaves = 2},
                       {.heading = "", .leaves = 3}});
    for (const api::SessionInfo& session : sessions.items) {
        table.add({term::Cell(session.id.text()), ago(session.created_at, view),
                   ago(session.refreshed_at, view), term::Cell(session.current ? "this one" : "")});
    }
    return table.render(view.painter, view.columns);
}

constexpr std::array<Column, 5> token_columns{
    {{"id"}, {"name"}, {"scopes", "comma between"}, {"created_at"}, {"expires_at"}}};
const Printed printed_tokens{.shape = &api::shape_of<api::TokenInfos>, .columns = token_columns};

void append_tsv(Tsv& tsv, const api::TokenInfo& token) {
    tsv.line(token_columns, token.id.text(), token.name.text(), joined(token.scopes),
             rfc3339(token.created_at), rfc3339(token.expires_at));
}

std::string text_of(const api::TokenInfos& tokens, const View& view) {
    term::Table table({{.heading = "TOKEN"},
                       {.heading = "NAME", .least_columns = 8, .leaves = 3},
                       {.heading = "ALLOWS", .leaves = 2},
                       {.heading = "ENDS", .leaves = 1}});
    for (const api::TokenInfo& token : tokens.items) {
        table.add({term::Cell(token.id.text()), term::Cell(token.name.text()),
                   term::Cell(joined(token.scopes)),
                   term::Cell(rfc3339(token.expires_at), view.painter.dim())});
    }
    return table.render(view.painter, view.columns);
}

// The token first, for `cut -f1`.
constexpr std::array<Column, 6> new_token_columns{
    {{"token"}, {"id"}, {"name"}, {"scopes", "comma between"}, {"created_at"}, {"expires_at"}}};
const Printed printed_new_token{.shape = &api::shape_of<api::NewToken>,
                                .columns = new_token_columns};

void append_tsv(Tsv& tsv, const api::NewToken& token) {
    tsv.line(new_token_columns, token.token.text(), token.id.text(), token.name.text(),
             joined(token.scopes), rfc3339(token.created_at), rfc3339(token.expires_at));
}

std::string text_of(const api::NewToken& token, const View& view) {
    const std::string note = "allows " + joined(token.scopes) + " until " +
                             rfc3339(token.expires_at) + "; shown this once";
    return token.token.text() + "\n" + view.painter.styled(view.painter.dim(), note) + "\n";
}

}  // namespace palette::cli
