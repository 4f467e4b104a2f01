// Likes and rankings.
#pragma once

#include "api/popularity.hpp"
#include "cli/render/output.hpp"
#include "cli/render/tsv.hpp"

#include <string>

namespace palette::cli {

// ref, liked, changed, likes
void append_tsv(Tsv& tsv, const api::Liking& liking);
[[nodiscard]] std::string text_of(const api::Liking& liking, const View& view);

// user, ref, liked_at
void append_tsv(Tsv& tsv, const api::Like& like);
[[nodiscard]] std::string text_of(const api::LikePage& page, const View& view);

// ref, your stars (empty for none), changed, all stars, ratings
void append_tsv(Tsv& tsv, const api::Rating& rating);
[[nodiscard]] std::string text_of(const api::Rating& rating, const View& view);

// rank, likes, ref, title, colors (blank between), created_at, views, stars, ratings
void append_tsv(Tsv& tsv, const api::PopularItemOf<api::Palette>& item);
[[nodiscard]] std::string text_of(const api::PopularPage& page, const View& view);

// rank, score, likes, ref, title, colors (blank between), created_at, and with --explain its terms
// as hour=likes*weight (comma between)
void append_tsv(Tsv& tsv, const api::TrendingItemOf<api::Palette>& item);
[[nodiscard]] std::string text_of(const api::TrendingPage& page, const View& view);

}  // namespace palette::cli
