#include "popularity/core/opinions.hpp"

#include "api/writer.hpp"
#include "popularity/core/catalogue.hpp"

#include <algorithm>

namespace palette::popularity {

namespace {

// What somebody says, and all that decides about it.
struct Question {
    View view;
    Subject subject;
    Opinion before;

    [[nodiscard]] api::PaletteRef ref() const { return *api::PaletteRef::from(subject.known.ref); }
};

// Whether paletted was asked and told what is not known yet.
bool is_news(const View& view, const Said& said) {
    if (said.fetched == nullptr) return false;
    const auto known = view.find(said.fetched->palette.id.value());
    const KnownPalette told = known_as(*said.fetched);
    return !known || !is_same(known->known, told) || known->known.revision < told.revision;
}

// Refuses before anything is put, but for what was fetched, which the caller may see.
Result<Question> question(Ledger& ledger, store::WriteTxn& log_store, const Said& said) {
    View view = ledger.follow(log_store);
    if (auto admitted = ledger.admits(); !admitted) return refuse(std::move(admitted.error()));
    if (is_news(view, said)) {
        // It enters the log before what is said of it. A fold may have begun since the view was
        // taken, and then the row is in a part that the view does not have.
        ledger.append(log_store, PaletteTold{api::to_json(*said.fetched)}, said.now);
        view = ledger.latest();
    }
    auto subject = view.find_for(&said.who, said.ref);
    if (!subject) return refuse(std::move(subject.error()));
    const Opinion before = view.opinion(*subject, said.who.id.value());
    return Question{std::move(view), *std::move(subject), before};
}

api::Count count_of(std::int64_t figure) {
    return api::Count::clamped(static_cast<std::uint64_t>(std::max<std::int64_t>(figure, 0)));
}

Result<api::Liking> set_liking(Ledger& ledger, store::WriteTxn& log_store, const Said& said,
                               bool likes) {
    const auto asked = question(ledger, log_store, said);
    if (!asked) return refuse(asked.error());
    const bool changed = asked->before.likes != likes;
    Figures figures = asked->view.figures(asked->subject);
    if (changed) {
        figures += likes ? one_like : -one_like;
        ledger.append(log_store,
                      LikeChanged{.palette = asked->subject.id,
                                  .user = said.who.id.value(),
                                  .likes = likes,
                                  .is_private = asked->subject.known.is_private,
                                  .count = count_of(figures.likes).value(),
                                  .username = said.who.name.text()},
                      said.now);
    }
    return api::Liking{
        .ref = asked->ref(), .liked = likes, .changed = changed, .likes = count_of(figures.likes)};
}

// The standing of a person is made of stars: nobody gives them to themselves.
tl::unexpected<Error> own(const api::PaletteRef& ref) {
    return refuse(ErrorKind::permission_denied, "ref",
                  ref.text() + " is your own: its stars are for others to give",
                  "you may like it: palettectl like " + ref.text());
}

}  // namespace

Result<api::Liking> like(Ledger& ledger, store::WriteTxn& log_store, const Said& said) {
    return set_liking(ledger, log_store, said, true);
}

Result<api::Liking> unlike(Ledger& ledger, store::WriteTxn& log_store, const Said& said) {
    return set_liking(ledger, log_store, said, false);
}

Result<api::Rating> rate(Ledger& ledger, store::WriteTxn& log_store, const Said& said,
                         const std::optional<api::Stars>& stars) {
    const auto asked = question(ledger, log_store, said);
    if (!asked) return refuse(asked.error());
    if (stars && asked->subject.known.owner_id == said.who.id.value()) return own(asked->ref());
    const std::uint8_t before = asked->before.stars;
    const auto after = static_cast<std::uint8_t>(stars ? stars->number() : 0);
    Figures figures = asked->view.figures(asked->subject);
    if (before != after) {
        figures += -rating_of(before);
        figures += rating_of(after);
        ledger.append(log_store,
                      RatingChanged{.palette = asked->subject.id,
                                    .user = said.who.id.value(),
                                    .before = before,
                                    .stars = after,
                                    .is_private = asked->subject.known.is_private,
                                    .username = said.who.name.text()},
                      said.now);
    }
    return api::Rating{.ref = asked->ref(),
                       .changed = before != after,
                       .stars = count_of(figures.stars),
                       .ratings = count_of(figures.ratings),
                       .yours = stars};
}

Result<api::Viewing> view(Ledger& ledger, store::WriteTxn& log_store, const Said& said) {
    const auto asked = question(ledger, log_store, said);
    if (!asked) return refuse(asked.error());
    // The log's hour does not go back, so that the fold, which has that alone, decides the same.
    const Hour hour = std::max(hour_of(said.now), ledger.hour());
    const auto& last = asked->before.viewed_in;
    const bool counted = !last || day_of(*last) != day_of(hour);
    Figures figures = asked->view.figures(asked->subject);
    if (counted) {
        figures += one_view;
        ledger.append(log_store,
                      Viewed{asked->subject.id, said.who.id.value(), said.who.name.text()},
                      said.now);
    }
    return api::Viewing{.ref = asked->ref(), .counted = counted, .views = count_of(figures.views)};
}

}  // namespace palette::popularity
