// The lists that are shown: what is popular, what is trending, and who likes a palette.
#pragma once

#include "api/opinion.hpp"
#include "api/popularity.hpp"
#include "popularity/core/view.hpp"

namespace palette::popularity {

// A page looks at so many rows at most, so that a rare tag does not keep others waiting: it may be
// short of items, or empty, and still have a next.
inline constexpr std::size_t most_rows_looked_at = 1'000;

// Best first; among equals the older palette. invalid_argument for a cursor that no page gave.
[[nodiscard]] Result<api::ListPopular::Stored> popular(const View& view,
                                                       const api::ListPopular& wanted,
                                                       Timestamp now);

// What the same lists were made from.
[[nodiscard]] api::FiguresPage figures_of(const View& view, const api::ReadFigures& wanted,
                                          Timestamp now);

[[nodiscard]] Result<api::ListTrending::Stored> trending(const View& view,
                                                         const api::ListTrending& wanted,
                                                         Timestamp now);

// Newest first. not_found for what `who`, null for anyone, may not see.
[[nodiscard]] Result<api::LikePage> likers_of(const View& view, const service::Caller* who,
                                              const api::ListLikes& wanted);
// Of one that was found, whatever the reference says.
[[nodiscard]] Result<api::LikePage> likers_of(const View& view, const Subject& subject,
                                              const api::ListLikes& wanted);

}  // namespace palette::popularity
