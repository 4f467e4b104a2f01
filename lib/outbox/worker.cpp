#include "outbox/worker.hpp"

namespace palette::outbox {

Worker::Worker(Round round) : round_(std::move(round)), thread_([this] { run(); }) {}

Worker::~Worker() {
    {
        const std::lock_guard guard(mutex_);
        stopping_ = true;
    }
    called_.notify_all();
    thread_.join();
}

void Worker::wake() {
    {
        const std::lock_guard guard(mutex_);
        woken_ = true;
    }
    called_.notify_all();
}

bool Worker::stopping() const {
    const std::lock_guard guard(mutex_);
    return stopping_;
}

void Worker::run() {
    while (!stopping()) {
        const auto wait = round_();
        std::unique_lock lock(mutex_);
        called_.wait_for(lock, wait, [this] { return woken_ || stopping_; });
        woken_ = false;
    }
}

}  // namespace palette::outbox
