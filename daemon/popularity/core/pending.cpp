#include "popularity/core/pending.hpp"

#include <algorithm>

namespace palette::popularity {

void PendingOpinion::take(const PendingOpinion& newer) {
    if (newer.likes) likes = newer.likes;
    if (newer.stars) stars = newer.stars;
    if (newer.viewed_in) viewed_in = newer.viewed_in;
}

void PendingPart::add(std::uint64_t number, Timestamp at, Hour hour, const Entry& entry) {
    const std::lock_guard guard(mutex_);
    rows_.through = number;
    if (const auto* like = std::get_if<LikeChanged>(&entry)) {
        count(like->palette, number, like->likes ? one_like : -one_like);
        counted_[like->palette].likes.push_back(
            {number, like->user, like->likes, at, like->username});
        opinions_[{like->palette, like->user}].likes = like->likes;
    } else if (const auto* rating = std::get_if<RatingChanged>(&entry)) {
        Figures by = -rating_of(rating->before);
        by += rating_of(rating->stars);
        count(rating->palette, number, by);
        opinions_[{rating->palette, rating->user}].stars = rating->stars;
    } else if (const auto* view = std::get_if<Viewed>(&entry)) {
        count(view->palette, number, one_view);
        opinions_[{view->palette, view->user}].viewed_in = hour;
    }
}

void PendingPart::count(std::uint64_t palette, std::uint64_t number, const Figures& by) {
    Counted& counted = counted_[palette];
    counted.sum += by;
    counted.changes.push_back({number, by});
}

void PendingPart::learn(std::uint64_t palette, PendingPalette told) {
    const std::lock_guard guard(mutex_);
    if (!told.is_gone) names_[told.known.ref] = palette;
    palettes_.insert_or_assign(palette, std::move(told));
}

Range PendingPart::rows() const {
    const std::lock_guard guard(mutex_);
    return rows_;
}

Figures PendingPart::change(std::uint64_t palette, const Range& range) const {
    const std::lock_guard guard(mutex_);
    const auto found = counted_.find(palette);
    if (found == counted_.end() || range.after >= rows_.through) return {};
    if (range.after <= rows_.after && range.through >= rows_.through) return found->second.sum;
    Figures sum;
    for (const Change& change : found->second.changes) {
        if (range.has(change.number)) sum += change.by;
    }
    return sum;
}

PendingOpinion PendingPart::opinion(std::uint64_t palette, std::uint64_t user) const {
    const std::lock_guard guard(mutex_);
    const auto found = opinions_.find({palette, user});
    return found == opinions_.end() ? PendingOpinion{} : found->second;
}

std::vector<PendingLike> PendingPart::likes(std::uint64_t palette, const Range& range) const {
    const std::lock_guard guard(mutex_);
    std::vector<PendingLike> within;
    const auto found = counted_.find(palette);
    if (found == counted_.end()) return within;
    std::ranges::copy_if(found->second.likes, std::back_inserter(within),
                         [&](const PendingLike& like) { return range.has(like.number); });
    return within;
}

std::optional<PendingPalette> PendingPart::palette(std::uint64_t id) const {
    const std::lock_guard guard(mutex_);
    const auto found = palettes_.find(id);
    if (found == palettes_.end()) return std::nullopt;
    return found->second;
}

std::optional<std::uint64_t> PendingPart::palette_named(const std::string& ref) const {
    const std::lock_guard guard(mutex_);
    const auto found = names_.find(ref);
    if (found == names_.end()) return std::nullopt;
    return found->second;
}

}  // namespace palette::popularity
