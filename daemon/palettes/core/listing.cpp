#include "palettes/core/listing.hpp"

#include "api/page.hpp"
#include "api/reference.hpp"
#include "palettes/core/accounts.hpp"

namespace palette::palettes {

namespace {

// Rows a page may visit: one that meets many private palettes ends early and is gone on with.
constexpr std::size_t most_visited = 200;

// Takes rows in their order until the page is full.
class PageFiller {
  public:
    PageFiller(const store::ReadTxn& txn, const api::ListPalettes& wanted, const Asker& caller)
        : txn_(txn),
          wanted_(wanted),
          caller_(caller),
          budget_({.items = wanted.limit.value(), .rows = most_visited}) {}

    // `place` is where the row stands in the order. False when the page has ended.
    bool take(const PaletteFacts& facts, std::string place) {
        if (!budget_.visits()) return end();
        if (belongs(facts)) {
            StoredPalette palette = shown_to(txn_, facts, caller_);
            if (!budget_.takes(palette.json().size())) return end();
            page_.items.push_back(std::move(palette));
        }
        last_ = std::move(place);
        return true;
    }
    [[nodiscard]] api::ListPalettes::Stored page() && { return std::move(page_); }

  private:
    [[nodiscard]] bool belongs(const PaletteFacts& facts) const {
        if (!may_see(txn_, facts, caller_)) return false;
        return !wanted_.tag ||
               txn_.has(palettes_tagged, {facts.owner_id, wanted_.tag->text(), facts.id});
    }
    bool end() {
        page_.next = api::Cursor::from(last_);
        return false;
    }

    const store::ReadTxn& txn_;
    const api::ListPalettes& wanted_;
    const Asker& caller_;
    api::PageBudget budget_;
    api::ListPalettes::Stored page_;
    std::string last_;
};

void take_newest(const store::ReadTxn& txn, const api::ListPalettes& wanted,
                 const std::optional<std::uint64_t>& owner, std::uint64_t before,
                 PageFiller& filler) {
    const auto take_all = [&](const auto& rows) {
        for (const auto& [key, facts] : rows) {
            if (!filler.take(facts, std::to_string(facts.id))) return;
        }
    };
    if (wanted.tag) {
        const std::uint64_t whose = owner.value_or(everybody);
        const std::string& tag = wanted.tag->text();
        return take_all(
            txn.scan(palettes_tagged).under(whose, tag).after(whose, tag, before).down());
    }
    if (owner) return take_all(txn.scan(palettes_of).under(*owner).after(*owner, before).down());
    take_all(txn.scan(palette_facts).after(before).down());
}

void take_by_name(const store::ReadTxn& txn, const api::ListPalettes& wanted,
                  const std::optional<api::PaletteRef>& last, PageFiller& filler) {
    auto rows = txn.scan(palette_refs);
    if (wanted.user) rows = std::move(rows).under(wanted.user->text());
    if (last) {
        const auto parts = api::parts_of(*last);
        rows = std::move(rows).after(std::string(parts.owner), std::string(parts.slug));
    }
    for (const auto& [key, facts] : rows) {
        if (!filler.take(facts, std::get<0>(key) + "/" + std::get<1>(key))) return;
    }
}

// The cursor of a list by name is the last reference on the page before.
Result<std::optional<api::PaletteRef>> name_before(const std::optional<api::Cursor>& cursor) {
    if (!cursor) return std::nullopt;
    auto ref = api::PaletteRef::from(cursor->text());
    if (ref && !api::parts_of(*ref).slug.empty()) return ref;
    return api::unknown_cursor();
}

Result<std::optional<std::uint64_t>> owner_of(const store::ReadTxn& txn,
                                              const std::optional<api::Username>& name) {
    if (!name) return std::nullopt;
    const auto id = find_user_id(txn, *name);
    if (!id) return no_user("user", *name);
    return id;
}

}  // namespace

Result<api::ListPalettes::Stored> list(const store::ReadTxn& txn, const api::ListPalettes& wanted,
                                       const Asker& caller) {
    const auto owner = owner_of(txn, wanted.user);
    if (!owner) return refuse(owner.error());
    PageFiller filler(txn, wanted, caller);
    switch (wanted.sort) {
        case api::PaletteOrder::new_: {
            const auto before = api::number_after(wanted.after, api::id_rule.greatest);
            if (!before) return refuse(before.error());
            take_newest(txn, wanted, *owner, *before, filler);
            break;
        }
        case api::PaletteOrder::name: {
            const auto last = name_before(wanted.after);
            if (!last) return refuse(last.error());
            take_by_name(txn, wanted, *last, filler);
            break;
        }
    }
    return std::move(filler).page();
}

}  // namespace palette::palettes
