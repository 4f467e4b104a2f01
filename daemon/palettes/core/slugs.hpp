// Slugs: a palette's name among its owner's.
#pragma once

#include "api/names.hpp"
#include "store/txn.hpp"

#include <cstdint>

namespace palette::palettes {

// From a title: its ASCII letters and digits in lower case, hyphens for what is between them, cut
// to 64; "palette" when nothing is left.
[[nodiscard]] api::Slug slug_of(const api::Title& title);

// The slug itself when the owner has none like it, else numbered -2, -3, ...: the first that is
// free.
[[nodiscard]] api::Slug free_slug(store::WriteTxn& txn, std::uint64_t owner_id,
                                  const api::Username& owner, const api::Slug& wanted);

}  // namespace palette::palettes
