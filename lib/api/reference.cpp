#include "api/reference.hpp"

#include "base/check.hpp"
#include "base/whole_number.hpp"

namespace palette::api {

ReferenceParts parts_of(const PaletteRef& reference) {
    const std::string_view text = reference.text();
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) return {.id = whole_number<std::uint64_t>(text)};
    ReferenceParts parts{.owner = text.substr(0, slash), .slug = text.substr(slash + 1)};
    if (const auto at = parts.slug.find('@'); at != std::string_view::npos) {
        parts.revision = whole_number<std::uint64_t>(parts.slug.substr(at + 1));
        parts.slug = parts.slug.substr(0, at);
    }
    return parts;
}

PaletteRef reference_to(const Username& owner, const Slug& slug) {
    const auto made = PaletteRef::from(owner.text() + "/" + slug.text());
    CHECK_INVARIANT(made.has_value());
    return *made;
}

}  // namespace palette::api
