// Likes and rankings.
#pragma once

#include "api/popularity.hpp"
#include "cli/render/output.hpp"
#include "cli/render/tsv.hpp"

#include <string>

namespace palette::cli {

void append_tsv(Tsv& tsv, const api::Liking& liking);
extern const Printed printed_liking;
[[nodiscard]] std::string text_of(const api::Liking& liking, const View& view);

void append_tsv(Tsv& tsv, const api::Like& like);
extern const Printed printed_likes;
[[nodiscard]] std::string text_of(const api::LikePage& page, const View& view);

void append_tsv(Tsv& tsv, const api::Rating& rating);
extern const Printed printed_rating;
[[nodiscard]] std::string text_of(const api::Rating& rating, const View& view);

void append_tsv(Tsv& tsv, const api::PopularItemOf<api::Palette>& item);
extern const Printed printed_popular;
[[nodiscard]] std::string text_of(const api::PopularPage& page, const View& view);

void append_tsv(Tsv& tsv, const api::TrendingItemOf<api::Palette>& item);
extern const Printed printed_trending;
// With the terms of each score.
extern const Printed printed_explained;
[[nodiscard]] std::string text_of(const api::TrendingPage& page, const View& view);

}  // namespace palette::cli
