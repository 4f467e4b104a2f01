#include "palettes/core/palette_rows.hpp"

#include "api/reader.hpp"
#include "api/writer.hpp"
#include "auth/digest.hpp"
#include "base/check.hpp"

namespace palette::palettes {

namespace {

Digest content_of(const api::Title& title, const api::Colors& colors) {
    std::string content = title.text() + "\n";
    for (const api::Swatch& swatch : colors)
        api::append_json(content, swatch.hex);
    return auth::digest(content);
}

}  // namespace

void put_rows(store::WriteTxn& txn, const PaletteFacts& facts, const api::Palette& palette,
              std::string_view json) {
    txn.put(palettes, facts.id, json);
    txn.put(palette_facts, facts.id, facts);
    txn.put(palette_refs, {palette.owner.text(), palette.slug.text()}, facts);
    txn.put(palettes_of, {facts.owner_id, facts.id}, facts);
    if (facts.forked_from != 0) txn.put(forks_of, {facts.forked_from, facts.id}, facts);
    for (const api::Tag& tag : palette.tags) {
        txn.put(palettes_tagged, {facts.owner_id, tag.text(), facts.id}, facts);
        txn.put(palettes_tagged, {everybody, tag.text(), facts.id}, facts);
    }
    txn.put(palette_contents, {facts.owner_id, content_of(palette.title, palette.colors), facts.id},
            1);
}

void erase_rows(store::WriteTxn& txn, const PaletteFacts& facts, const api::Palette& palette) {
    txn.erase(palettes, facts.id);
    txn.erase(palette_facts, facts.id);
    txn.erase(palette_refs, {palette.owner.text(), palette.slug.text()});
    txn.erase(palettes_of, {facts.owner_id, facts.id});
    if (facts.forked_from != 0) txn.erase(forks_of, {facts.forked_from, facts.id});
    for (const api::Tag& tag : palette.tags) {
        txn.erase(palettes_tagged, {facts.owner_id, tag.text(), facts.id});
        txn.erase(palettes_tagged, {everybody, tag.text(), facts.id});
    }
    txn.erase(palette_contents,
              {facts.owner_id, content_of(palette.title, palette.colors), facts.id});
}

std::string_view stored_json(const store::ReadTxn& txn, std::uint64_t id) {
    const auto json = txn.get(palettes, id);
    CHECK_INVARIANT(json.has_value());
    return *json;
}

api::Palette stored_palette(const store::ReadTxn& txn, std::uint64_t id) {
    return palette_in(stored_json(txn, id));
}

api::Palette palette_in(std::string_view json) {
    auto palette = api::read_json<api::Palette>(json);
    CHECK_INVARIANT(palette.has_value());
    return *std::move(palette);
}

std::optional<std::uint64_t> find_content(const store::ReadTxn& txn, std::uint64_t owner_id,
                                          const api::Title& title, const api::Colors& colors) {
    const auto row = txn.scan(palette_contents).under(owner_id, content_of(title, colors)).first();
    if (!row) return std::nullopt;
    return std::get<2>(row->key);
}

}  // namespace palette::palettes
