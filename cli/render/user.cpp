#include "cli/render/user.hpp"

#include "api/writer.hpp"
#include "base/counted.hpp"
#include "term/relative_time.hpp"
#include "term/safe_text.hpp"

namespace palette::cli {

namespace {

std::string person(const api::Username& username, const api::DisplayName& shown, const View& view) {
    std::string text = view.painter.styled(view.painter.bold(), username.text());
    if (!shown.text().empty()) text += " (" + term::safe_line(shown.text()) + ")";
    return text;
}

// Empty when nobody rated any of their palettes.
std::string rating_text(const std::optional<api::MeanStars>& rating) {
    return rating ? api::to_json(*rating) : std::string();
}

std::string rated_text(const std::optional<api::MeanStars>& rating, api::Count ratings) {
    if (!rating) return {};
    return "rated " + rating_text(rating) + " of 5 by " + counted(ratings.number(), "rating") +
           "\n";
}

}  // namespace

constexpr std::array<Column, 4> user_columns{
    {{"username"}, {"id"}, {"display_name"}, {"created_at"}}};
const Printed printed_user{.shape = &api::shape_of<api::User>, .columns = user_columns};

void append_tsv(Tsv& tsv, const api::User& user) {
    tsv.line(user_columns, user.username.text(), std::to_string(user.id.number()),
             user.display_name.text(), rfc3339(user.created_at));
}

std::string text_of(const api::User& user, const View& view) {
    return person(user.username, user.display_name, view) + ", signed in; registered " +
           term::relative_time(user.created_at, view.now) + "\n";
}

constexpr std::array<Column, 7> me_columns{{{"username"},
                                            {"id"},
                                            {"display_name"},
                                            {"created_at"},
                                            {"expires_at"},
                                            {"rating", "empty for none"},
                                            {"ratings"}}};
const Printed printed_me{.shape = &api::shape_of<api::Me>, .columns = me_columns};

void append_tsv(Tsv& tsv, const api::Me& me) {
    tsv.line(me_columns, me.username.text(), std::to_string(me.id.number()), me.display_name.text(),
             rfc3339(me.created_at), rfc3339(me.expires_at), rating_text(me.rating),
             std::to_string(me.ratings.number()));
}

std::string text_of(const api::Me& me, const View& view) {
    return person(me.username, me.display_name, view) + ", signed in; registered " +
           term::relative_time(me.created_at, view.now) + "\n" + rated_text(me.rating, me.ratings);
}

constexpr std::array<Column, 7> profile_columns{{{"username"},
                                                 {"id"},
                                                 {"display_name"},
                                                 {"created_at"},
                                                 {"bio"},
                                                 {"rating", "empty for none"},
                                                 {"ratings"}}};
const Printed printed_profile{.shape = &api::shape_of<api::Profile>, .columns = profile_columns};

void append_tsv(Tsv& tsv, const api::Profile& profile) {
    tsv.line(profile_columns, profile.username.text(), std::to_string(profile.id.number()),
             profile.display_name.text(), rfc3339(profile.created_at), profile.bio.text(),
             rating_text(profile.rating), std::to_string(profile.ratings.number()));
}

std::string text_of(const api::Profile& profile, const View& view) {
    std::string text = person(profile.username, profile.display_name, view) + ", registered " +
                       term::relative_time(profile.created_at, view.now) + "\n";
    if (!profile.bio.text().empty()) text += term::safe_line(profile.bio.text()) + "\n";
    return text + rated_text(profile.rating, profile.ratings);
}

constexpr std::array<Column, 1> changed_columns{{{"changed"}}};
const Printed printed_changed{.shape = &api::shape_of<api::Changed>, .columns = changed_columns};

void append_tsv(Tsv& tsv, const api::Changed& changed) {
    tsv.line(changed_columns, changed.changed ? "true" : "false");
}

std::string text_of(const api::Changed& changed, const View&) {
    return changed.changed ? "done\n" : "it was so already\n";
}

}  // namespace palette::cli
