#include "ledger.hpp"

namespace palette::test {

void Ledger::published(const api::Palette& palette) {
    titles_[palette.id.value()] = palette.title.text();
}

void Ledger::told(const Liking& liking, Opinion opinion) {
    const auto [known, is_new] = opinions_.try_emplace(liking, opinion);
    if (!is_new && known->second != Opinion::uncertain) known->second = opinion;
}

void Ledger::add(const Ledger& other) {
    titles_.insert(other.titles_.begin(), other.titles_.end());
    for (const auto& [liking, opinion] : other.opinions_)
        told(liking, opinion);
}

}  // namespace palette::test
