#include "palettes/core/editing.hpp"

#include "api/reference.hpp"
#include "api/writer.hpp"
#include "outbox/outbox.hpp"
#include "palettes/core/history.hpp"
#include "palettes/core/palette_events.hpp"
#include "palettes/core/palettes.hpp"

#include <algorithm>
#include <vector>

namespace palette::palettes {

namespace {

using Swatches = std::vector<api::Swatch>;

tl::unexpected<Error> bad_change(std::string message, std::string hint = {}) {
    return refuse(ErrorKind::invalid_argument, "changes", std::move(message), std::move(hint));
}

// The place as an index, at most `last`.
Result<std::ptrdiff_t> index_of(const std::optional<api::ColorPlace>& place, std::size_t count) {
    if (!place) return bad_change("changes: a place is missing");
    if (place->value() <= count) return static_cast<std::ptrdiff_t>(place->value()) - 1;
    return bad_change("there is no color " + std::to_string(place->value()) + ": the palette has " +
                          std::to_string(count),
                      "colors are counted from 1");
}

Result<void> add(Swatches& colors, const api::ColorChange& change) {
    if (!change.hex) return bad_change("changes: the color to add is missing");
    auto place = colors.end();
    if (change.at) {
        const auto index = index_of(change.at, colors.size() + 1);
        if (!index) return refuse(index.error());
        place = colors.begin() + *index;
    }
    colors.insert(place, {.hex = *change.hex});
    return {};
}

Result<void> remove(Swatches& colors, const api::ColorChange& change) {
    const auto index = index_of(change.at, colors.size());
    if (!index) return refuse(index.error());
    colors.erase(colors.begin() + *index);
    return {};
}

// Its role stays; a name told of the color that it was.
Result<void> set(Swatches& colors, const api::ColorChange& change) {
    if (!change.hex) return bad_change("changes: the color to set is missing");
    const auto index = index_of(change.at, colors.size());
    if (!index) return refuse(index.error());
    api::Swatch& swatch = colors[static_cast<std::size_t>(*index)];
    swatch = {.hex = *change.hex, .role = swatch.role};
    return {};
}

Result<void> move(Swatches& colors, const api::ColorChange& change) {
    const auto from = index_of(change.at, colors.size());
    if (!from) return refuse(from.error());
    const auto to = index_of(change.to, colors.size());
    if (!to) return refuse(to.error());
    const auto begin = colors.begin();
    if (*from < *to) {
        std::rotate(begin + *from, begin + *from + 1, begin + *to + 1);
    } else {
        std::rotate(begin + *to, begin + *from, begin + *from + 1);
    }
    return {};
}

Result<void> apply(Swatches& colors, const api::ColorChange& change) {
    switch (change.operation) {
        case api::ColorOperation::add:
            return add(colors, change);
        case api::ColorOperation::remove:
            return remove(colors, change);
        case api::ColorOperation::set:
            return set(colors, change);
        case api::ColorOperation::move:
            return move(colors, change);
    }
    return {};
}

// The palette as it is wanted, its number and moment unchanged yet.
Result<api::Palette> edited(const api::Palette& before, const api::UpdatePalette& wanted) {
    api::Palette after = before;
    if (wanted.title) after.title = *wanted.title;
    if (wanted.slug) after.slug = *wanted.slug;
    if (wanted.description) after.description = *wanted.description;
    if (wanted.tags) after.tags = *wanted.tags;
    if (wanted.visibility) after.visibility = *wanted.visibility;
    if (wanted.colors) after.colors = *wanted.colors;
    after.ref = api::reference_to(after.owner, after.slug);
    auto colors = changed_colors(after.colors, wanted.changes);
    if (!colors) return refuse(colors.error());
    after.colors = *std::move(colors);
    return after;
}

Result<void> check_revision(const api::Palette& palette,
                            const std::optional<api::Revision>& wanted) {
    if (!wanted || *wanted == palette.revision) return {};
    return refuse(ErrorKind::aborted, "if_revision",
                  palette.ref.text() + " has revision " + std::to_string(palette.revision.value()) +
                      ", not " + std::to_string(wanted->value()),
                  "look at it with: palettectl palette show --long " + palette.ref.text());
}

void replace(store::WriteTxn& txn, const PaletteFacts& before, const api::Palette& was,
             const std::string& was_json, api::Palette after, Timestamp now) {
    after.revision = api::Revision::clamped(was.revision.value() + 1);
    after.updated_at = now;
    PaletteFacts facts = before;
    facts.is_private = after.visibility == api::Visibility::private_;
    const std::string json = api::to_json(after);
    keep_revision(txn, before, was.revision, was_json);
    erase_rows(txn, before, was);
    put_rows(txn, facts, after, json);
    outbox::append(txn, updated_event(before, facts, json, after.revision, now));
}

}  // namespace

Result<api::Colors> changed_colors(const api::Colors& colors, const api::ColorChanges& changes) {
    Swatches swatches(colors.begin(), colors.end());
    for (const api::ColorChange& change : changes) {
        if (auto applied = apply(swatches, change); !applied) return refuse(applied.error());
    }
    if (swatches.empty()) return bad_change("a palette has one color at least");
    if (swatches.size() > api::Colors::most) {
        return bad_change("at most " + std::to_string(api::Colors::most) +
                          " colors make a palette");
    }
    return api::Colors(std::move(swatches));
}

Result<StoredPalette> update(store::WriteTxn& txn, const service::Caller& owner,
                             const api::UpdatePalette& wanted, Timestamp now) {
    const auto facts = look_up_own(txn, wanted.ref, owner);
    if (!facts) return refuse(facts.error());
    const std::string json(stored_json(txn, facts->id));
    const api::Palette before = palette_in(json);
    if (auto is_it = check_revision(before, wanted.if_revision); !is_it) {
        return refuse(is_it.error());
    }
    auto after = edited(before, wanted);
    if (!after) return refuse(after.error());
    if (api::to_json(*after) == json) return shown_to(txn, *facts, owner);
    if (after->slug != before.slug) {
        if (auto is_free = check_slug(txn, owner.name, after->slug); !is_free) {
            return refuse(is_free.error());
        }
    }
    if (auto sized = check_size(*after); !sized) return refuse(sized.error());
    replace(txn, *facts, before, json, *std::move(after), now);
    return shown_to(txn, *txn.get(palette_facts, facts->id), owner);
}

}  // namespace palette::palettes
