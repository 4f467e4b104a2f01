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

// rank, likes, ref, title, colors (blank between), created_at
void append_tsv(Tsv& tsv, const api::PopularItemOf<api::Palette>& item);
[[nodiscard]] std::string text_of(const api::PopularPage& page, const View& view);

}  // namespace palette::cli
