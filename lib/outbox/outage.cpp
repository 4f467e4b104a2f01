#include "outbox/outage.hpp"

#include <utility>

namespace palette::outbox {

Outage::Outage(Notice notice, std::string_view worker)
    : notice_(std::move(notice)), worker_(worker) {}

void Outage::begins(std::string_view why) {
    if (lasts_) return;
    lasts_ = true;
    notice_(NoticeLevel::warning, worker_ + ".waits", why);
}

void Outage::ends() {
    if (!lasts_) return;
    lasts_ = false;
    notice_(NoticeLevel::info, worker_ + ".resumed", "");
}

}  // namespace palette::outbox
