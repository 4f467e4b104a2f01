#include "store/hooks.hpp"

namespace palette::store {

Hook::~Hook() {
    if (!shared_) return;  // moved from
    const std::lock_guard lock(shared_->mutex);
    shared_->functions.erase(place_);
}

Hook HookList::add(std::function<void()> function) {
    const std::lock_guard lock(shared_->mutex);
    shared_->functions.push_back(std::move(function));
    return {shared_, std::prev(shared_->functions.end())};
}

void HookList::call() noexcept {
    const std::lock_guard lock(shared_->mutex);
    for (const auto& function : shared_->functions)
        function();
}

}  // namespace palette::store
