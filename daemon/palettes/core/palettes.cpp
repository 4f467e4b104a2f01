#include "palettes/core/palettes.hpp"

#include "api/reference.hpp"
#include "api/writer.hpp"
#include "outbox/outbox.hpp"
#include "palettes/core/palette_events.hpp"
#include "palettes/core/slugs.hpp"

namespace palette::palettes {

namespace {

// The most that a palette may take as JSON, so that its event still fits into a page and a request
// (api::most_page_bytes, api::most_document_bytes). 8,192 nameless colors do.
constexpr std::size_t most_palette_bytes = 480 * 1024;

// What everything but the colors can take at most.
constexpr std::size_t most_bytes_around = 64 * 1024;

bool fits(const api::Palette& palette) {
    // What one color without its words takes at most.
    constexpr std::size_t swatch_bytes = 48;
    constexpr std::size_t escaped = 6;  // bytes that one may become
    std::size_t at_most = most_bytes_around;
    for (const api::Swatch& swatch : palette.colors) {
        at_most += swatch_bytes;
        if (swatch.name) at_most += escaped * swatch.name->text().size();
        if (swatch.role) at_most += escaped * swatch.role->text().size();
    }
    // Only what could be too large is worth encoding twice.
    return at_most <= most_palette_bytes || api::to_json(palette).size() <= most_palette_bytes;
}

// What is asked for, whoever it comes from.
struct Content {
    const api::Title& title;
    const api::Description& description;
    const api::Tags& tags;
    api::Visibility visibility;
    const api::Colors& colors;
    const std::optional<api::Credit>& credit;
    std::uint64_t forked_from = 0;
};

template <class Wanted>
Content content_of(const Wanted& wanted) {
    return {wanted.title,      wanted.description, wanted.tags,
            wanted.visibility, wanted.colors,      wanted.credit};
}

// A palette that has no number yet.
api::Palette palette_of(const Content& content, const api::Username& owner, const api::Slug& slug,
                        Timestamp now) {
    return {.id = 1,
            .ref = api::reference_to(owner, slug),
            .owner = owner,
            .slug = slug,
            .title = content.title,
            .description = content.description,
            .tags = content.tags,
            .visibility = content.visibility,
            .revision = 1,
            .colors = content.colors,
            .created_at = now,
            .updated_at = now,
            .credit = content.credit};
}

Result<PaletteFacts> publish(store::WriteTxn& txn, const service::Caller& owner,
                             const std::optional<api::Slug>& slug, const Content& content,
                             Timestamp now) {
    // Who left while this waited has nothing more to publish.
    if (!txn.has(users, owner.id.value())) return service::session_ended();
    if (slug) {
        if (auto is_free = check_slug(txn, owner.name, *slug); !is_free) {
            return refuse(is_free.error());
        }
    }
    const api::Slug like_title = slug_of(content.title);
    api::Palette made = palette_of(content, owner.name, slug.value_or(like_title), now);
    if (auto sized = check_size(made); !sized) return refuse(sized.error());
    if (!slug) {
        made.slug = free_slug(txn, owner.id.value(), owner.name, like_title);
        made.ref = api::reference_to(owner.name, made.slug);
    }
    const PaletteFacts facts{.id = txn.next_id(palette_sequence),
                             .owner_id = owner.id.value(),
                             .is_private = content.visibility == api::Visibility::private_,
                             .forked_from = content.forked_from};
    made.id = api::PaletteId::clamped(facts.id);
    const std::string json = api::to_json(made);
    put_rows(txn, facts, made, json);
    outbox::append(txn, created_event(facts, json, made.revision, now));
    return facts;
}

}  // namespace

Result<void> check_slug(const store::ReadTxn& txn, const api::Username& owner,
                        const api::Slug& slug) {
    if (!txn.has(palette_refs, {owner.text(), slug.text()})) return {};
    return refuse(ErrorKind::already_exists, "slug",
                  api::reference_to(owner, slug).text() + " is taken", "choose another --slug");
}

Result<void> check_size(const api::Palette& palette) {
    if (fits(palette)) return {};
    return refuse(
        ErrorKind::invalid_argument, "colors",
        "the palette takes more than " + std::to_string(most_palette_bytes / 1024) + " KiB as JSON",
        "give fewer colors, or shorter names");
}

Result<StoredPalette> create(store::WriteTxn& txn, const service::Caller& owner,
                             const api::CreatePalette& wanted, Timestamp now) {
    const auto made = publish(txn, owner, wanted.slug, content_of(wanted), now);
    if (!made) return refuse(made.error());
    return shown_to(txn, *made, owner);
}

Result<api::Imported> import(store::WriteTxn& txn, const service::Caller& owner,
                             const api::ImportPalette& wanted, Timestamp now) {
    const auto there = find_content(txn, owner.id.value(), wanted.title, wanted.colors);
    if (there) return api::Imported{.ref = stored_palette(txn, *there).ref, .created = false};
    const auto made = publish(txn, owner, std::nullopt, content_of(wanted), now);
    if (!made) return refuse(made.error());
    return api::Imported{.ref = stored_palette(txn, made->id).ref, .created = true};
}

Result<StoredPalette> fork(store::WriteTxn& txn, const service::Caller& owner,
                           const api::ForkPalette& wanted, Timestamp now) {
    const auto facts = look_up(txn, wanted.ref, owner);
    if (!facts) return refuse(facts.error());
    const auto found = find_for(txn, wanted.ref, owner);
    if (!found) return refuse(found.error());
    const api::Palette origin = palette_in(found->json());
    Content content = content_of(origin);
    content.forked_from = facts->id;
    const auto made = publish(txn, owner, wanted.slug, content, now);
    if (!made) return refuse(made.error());
    return shown_to(txn, *made, owner);
}

}  // namespace palette::palettes
