#include "palettes/core/slugs.hpp"

#include "base/ascii.hpp"
#include "palettes/tables.hpp"

#include <string>

namespace palette::palettes {

namespace {

constexpr std::size_t longest_slug = api::slug_rule.most;

void trim_hyphens(std::string& slug) {
    while (!slug.empty() && slug.back() == '-')
        slug.pop_back();
}

}  // namespace

api::Slug slug_of(const api::Title& title) {
    std::string slug;
    for (const char c : title.text()) {
        const bool kept = is_letter(c) || is_digit(c);
        if (kept && slug.size() < longest_slug) slug.push_back(to_lower(c));
        if (!kept && !slug.empty() && slug.back() != '-' && slug.size() < longest_slug) {
            slug.push_back('-');
        }
    }
    trim_hyphens(slug);
    return api::Slug::from(slug).value_or(api::Slug("palette"));
}

api::Slug free_slug(store::WriteTxn& txn, std::uint64_t owner_id, const api::Username& owner,
                    const api::Slug& wanted) {
    if (!txn.has(palette_refs, {owner.text(), wanted.text()})) return wanted;
    // The number that was free last time, so that a thousand palettes of one title are not tried
    // one after the other.
    std::uint32_t number = txn.get(slug_numbers, {owner_id, wanted.text()}).value_or(2);
    while (true) {
        const std::string suffix = "-" + std::to_string(number++);
        std::string slug = wanted.text().substr(0, longest_slug - suffix.size());
        trim_hyphens(slug);
        slug += suffix;
        if (txn.has(palette_refs, {owner.text(), slug})) continue;
        txn.put(slug_numbers, {owner_id, wanted.text()}, number);
        return *api::Slug::from(slug);
    }
}

}  // namespace palette::palettes
