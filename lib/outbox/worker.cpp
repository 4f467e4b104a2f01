#include "outbox/worker.hpp"

#include <exception>

namespace palette::outbox {

Worker::Worker(Round round, Failed failed)
    : round_(std::move(round)), failed_(std::move(failed)), thread_([this] { run(); }) {}

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

Result<void> Worker::may_go_on() const {
    if (stopping()) return refuse(ErrorKind::unavailable, "", "stopping");
    return {};
}

void Worker::run() {
    while (!stopping()) {
        const auto wait = try_round();
        std::unique_lock lock(mutex_);
        called_.wait_for(lock, wait, [this] { return woken_ || stopping_; });
        woken_ = false;
    }
}

std::chrono::milliseconds Worker::try_round() {
    try {
        return round_();
    } catch (const std::exception& failure) {
        failed_(failure.what());
        return retry_after;
    }
}

}  // namespace palette::outbox
