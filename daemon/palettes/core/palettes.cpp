#include "palettes/core/palettes.hpp"

#include "api/page.hpp"
#include "api/reader.hpp"
#include "api/reference.hpp"
#include "api/writer.hpp"
#include "auth/digest.hpp"
#include "base/check.hpp"
#include "outbox/outbox.hpp"
#include "palettes/core/slugs.hpp"

namespace palette::palettes {

namespace {

// Rows a page may visit: one that meets many private palettes ends early and is gone on with.
constexpr std::size_t most_visited = 200;

tl::unexpected<Error> no_palette(const api::PaletteRef& ref) {
    return refuse(ErrorKind::not_found, "ref", "there is no palette " + ref.text(),
                  "list what there is with: palettectl palette list");
}

bool may_see(const PaletteFacts& facts, const std::optional<service::Caller>& caller) {
    return !facts.is_private || (caller && caller->id.value() == facts.owner_id);
}

std::optional<PaletteFacts> facts_of(const store::ReadTxn& txn, const api::PaletteRef& ref) {
    const auto parts = api::parts_of(ref);
    if (parts.id) return txn.get(palette_facts, *parts.id);
    // A first revision is all there is of a palette that cannot be edited yet.
    if (parts.revision && *parts.revision != 1) return std::nullopt;
    return txn.get(palette_refs, {std::string(parts.owner), std::string(parts.slug)});
}

StoredPalette stored(const store::ReadTxn& txn, std::uint64_t id) {
    const auto json = txn.get(palettes, id);
    CHECK_INVARIANT(json.has_value());
    return StoredPalette(*json);
}

// The most that a palette may take as JSON, so that its event still fits into a page and a request
// (api::most_page_bytes, api::most_document_bytes). 8,192 nameless colors do.
constexpr std::size_t most_palette_bytes = 480 * 1024;

bool fits(const api::ImportPalette& wanted) {
    // What everything but the colors, and one color without its words, can take at most.
    constexpr std::size_t around_bytes = 64 * 1024;
    // What the registry adds to what was asked for: id, reference, moments.
    constexpr std::size_t added_bytes = 1024;
    constexpr std::size_t swatch_bytes = 48;
    constexpr std::size_t escaped = 6;  // bytes that one may become
    std::size_t at_most = around_bytes;
    for (const api::Swatch& swatch : wanted.colors) {
        at_most += swatch_bytes;
        if (swatch.name) at_most += escaped * swatch.name->text().size();
        if (swatch.role) at_most += escaped * swatch.role->text().size();
    }
    // Only what could be too large is worth encoding twice.
    return at_most <= most_palette_bytes ||
           api::to_json(wanted).size() + added_bytes <= most_palette_bytes;
}

tl::unexpected<Error> too_large() {
    return refuse(
        ErrorKind::invalid_argument, "colors",
        "the palette takes more than " + std::to_string(most_palette_bytes / 1024) + " KiB as JSON",
        "give fewer colors, or shorter names");
}

Digest content_of(const api::Title& title, const api::Colors& colors) {
    std::string content = title.text() + "\n";
    for (const api::Swatch& swatch : colors)
        api::append_json(content, swatch.hex);
    return auth::digest(content);
}

// Puts every row of a new palette, and its event.
std::string publish(store::WriteTxn& txn, const service::Caller& owner, const api::Slug& slug,
                    const api::ImportPalette& wanted, Timestamp now) {
    const PaletteFacts facts{.id = txn.next_id(palette_sequence),
                             .owner_id = owner.id.value(),
                             .is_private = wanted.visibility == api::Visibility::private_};
    const api::Palette made{.id = api::PaletteId::clamped(facts.id),
                            .ref = api::reference_to(owner.name, slug),
                            .owner = owner.name,
                            .slug = slug,
                            .title = wanted.title,
                            .description = wanted.description,
                            .tags = wanted.tags,
                            .visibility = wanted.visibility,
                            .revision = 1,
                            .colors = wanted.colors,
                            .created_at = now,
                            .updated_at = now,
                            .credit = wanted.credit};
    std::string json = api::to_json(made);
    txn.put(palettes, facts.id, json);
    txn.put(palette_facts, facts.id, facts);
    txn.put(palette_refs, {owner.name.text(), slug.text()}, facts);
    txn.put(palettes_of, {facts.owner_id, facts.id}, facts);
    txn.put(palette_contents, {facts.owner_id, content_of(made.title, made.colors)}, facts.id);
    outbox::append(txn, created_event(facts, json, now));
    return json;
}

// Takes rows, newest first, until the page is full.
class PageFiller {
  public:
    PageFiller(const store::ReadTxn& txn, const api::ListPalettes& wanted,
               const std::optional<service::Caller>& caller)
        : txn_(txn),
          budget_({.items = wanted.limit.value(), .rows = most_visited}),
          caller_(caller) {}

    // False when the page has ended.
    bool take(const PaletteFacts& facts) {
        if (!budget_.visits()) return end();
        if (may_see(facts, caller_)) {
            StoredPalette palette = stored(txn_, facts.id);
            if (!budget_.takes(palette.json().size())) return end();
            page_.items.push_back(std::move(palette));
        }
        last_ = facts.id;
        return true;
    }
    [[nodiscard]] api::ListPalettes::Stored page() && { return std::move(page_); }

  private:
    bool end() {
        page_.next = api::cursor_of({last_});
        return false;
    }

    const store::ReadTxn& txn_;
    api::PageBudget budget_;
    const std::optional<service::Caller>& caller_;
    api::ListPalettes::Stored page_;
    std::uint64_t last_ = 0;
};

}  // namespace

Result<StoredPalette> create(store::WriteTxn& txn, const service::Caller& owner,
                             const api::CreatePalette& wanted, Timestamp now) {
    const api::ImportPalette content{.title = wanted.title,
                                     .colors = wanted.colors,
                                     .description = wanted.description,
                                     .tags = wanted.tags,
                                     .visibility = wanted.visibility,
                                     .credit = wanted.credit};
    if (!fits(content)) return too_large();
    if (wanted.slug && txn.has(palette_refs, {owner.name.text(), wanted.slug->text()})) {
        return refuse(ErrorKind::already_exists, "slug",
                      api::reference_to(owner.name, *wanted.slug).text() + " is taken",
                      "choose another --slug, or leave it out to have one made");
    }
    const api::Slug slug =
        wanted.slug ? *wanted.slug
                    : free_slug(txn, owner.id.value(), owner.name, slug_of(wanted.title));
    return StoredPalette::owning(publish(txn, owner, slug, content, now));
}

Result<api::Imported> import(store::WriteTxn& txn, const service::Caller& owner,
                             const api::ImportPalette& wanted, Timestamp now) {
    if (!fits(wanted)) return too_large();
    const auto there =
        txn.get(palette_contents, {owner.id.value(), content_of(wanted.title, wanted.colors)});
    if (there) {
        const auto palette = api::read_json<api::Palette>(stored(txn, *there).json());
        if (!palette) return refuse(palette.error());
        return api::Imported{.ref = palette->ref, .created = false};
    }
    const api::Slug slug = free_slug(txn, owner.id.value(), owner.name, slug_of(wanted.title));
    publish(txn, owner, slug, wanted, now);
    return api::Imported{.ref = api::reference_to(owner.name, slug), .created = true};
}

Result<api::FindPalette::Stored> find(const store::ReadTxn& txn, const api::PaletteRef& ref) {
    const auto facts = facts_of(txn, ref);
    if (!facts) return no_palette(ref);
    return api::FindPalette::Stored{.owner_id = api::UserId::clamped(facts->owner_id),
                                    .palette = stored(txn, facts->id)};
}

Result<StoredPalette> find_for(const store::ReadTxn& txn, const api::PaletteRef& ref,
                               const std::optional<service::Caller>& caller) {
    const auto facts = facts_of(txn, ref);
    if (!facts || !may_see(*facts, caller)) return no_palette(ref);
    return stored(txn, facts->id);
}

Result<api::ListPalettes::Stored> list(const store::ReadTxn& txn, const api::ListPalettes& wanted,
                                       const std::optional<service::Caller>& caller) {
    std::uint64_t before = api::id_rule.greatest;
    if (wanted.after) {
        const auto read = api::numbers_of(*wanted.after, 1);
        if (!read) return refuse(read.error());
        before = read->front();
    }
    PageFiller filler(txn, wanted, caller);
    if (wanted.user) {
        const auto user = txn.get(user_ids, wanted.user->text());
        if (!user) {
            return refuse(ErrorKind::not_found, "user",
                          "there is nobody called " + wanted.user->text());
        }
        for (const auto& [key, facts] :
             txn.scan(palettes_of).under(*user).after(*user, before).down()) {
            if (!filler.take(facts)) break;
        }
    } else {
        for (const auto& [id, facts] : txn.scan(palette_facts).after(before).down()) {
            if (!filler.take(facts)) break;
        }
    }
    return std::move(filler).page();
}

api::NewEvent created_event(const PaletteFacts& facts, std::string_view json, Timestamp at) {
    using Created = api::PaletteCreatedOf<StoredPalette>;
    const Created data{.owner_id = api::UserId::clamped(facts.owner_id),
                       .palette = StoredPalette(json)};
    return api::new_event(
        Created::event,
        {.kind = "palette",
         .id = facts.id,
         .time = at,
         .audience = facts.is_private ? api::Audience::daemons : api::Audience::public_,
         .revision = 1},
        api::to_json(data));
}

}  // namespace palette::palettes
