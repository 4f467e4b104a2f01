#include "service/pool.hpp"

namespace palette::service {

Pool::Pool(std::size_t threads) {
    threads_.reserve(threads);
    for (std::size_t i = 0; i < threads; ++i)
        threads_.emplace_back([this] { run(); });
}

void Pool::close() {
    {
        const std::lock_guard guard(mutex_);
        closing_ = true;
    }
    something_.notify_all();
    for (std::thread& thread : threads_)
        if (thread.joinable()) thread.join();
}

bool Pool::submit(std::function<void()> work) {
    {
        const std::lock_guard guard(mutex_);
        if (closing_ || waiting_.size() >= most_waiting) return false;
        waiting_.push_back(std::move(work));
    }
    something_.notify_one();
    return true;
}

void Pool::run() {
    while (true) {
        std::function<void()> work;
        {
            std::unique_lock lock(mutex_);
            something_.wait(lock, [this] { return closing_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            work = std::move(waiting_.front());
            waiting_.pop_front();
        }
        work();
    }
}

}  // namespace palette::service
