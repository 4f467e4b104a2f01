// A write that waits for its turn: a function over the transaction and the answer to it.
#pragma once

#include "base/result.hpp"
#include "store/txn.hpp"

#include <optional>
#include <type_traits>
#include <utility>

namespace palette::store {

class Job {
  public:
    virtual ~Job() = default;

    // On the writer's thread, maybe more than once, each time in a transaction that knows nothing
    // of the time before. False when it refuses. May throw.
    [[nodiscard]] virtual bool run(WriteTxn& txn) = 0;
    // Once, after the last run: gives the function's own answer, or `failure` when there is one.
    virtual void answer(const Error* failure) noexcept = 0;
};

// What a write function's answer is to whoever asked: Result<T>, whether it returns that, T or
// nothing.
template <class T>
struct AnswerOf {
    using type = Result<T>;
};
template <class T>
struct AnswerOf<Result<T>> {
    using type = Result<T>;
};
template <class Run>
using Answer = typename AnswerOf<std::invoke_result_t<Run&, WriteTxn&>>::type;

template <class Run, class Done>
class FunctionJob final : public Job {
  public:
    FunctionJob(Run run, Done done) : run_(std::move(run)), done_(std::move(done)) {}

    [[nodiscard]] bool run(WriteTxn& txn) override {
        answer_.reset();
        if constexpr (std::is_void_v<std::invoke_result_t<Run&, WriteTxn&>>) {
            run_(txn);
            answer_.emplace();
        } else {
            answer_.emplace(run_(txn));
        }
        return answer_->has_value();
    }

    void answer(const Error* failure) noexcept override {
        if (failure != nullptr) return done_(Answer<Run>(tl::unexpect, *failure));
        done_(std::move(*answer_));
    }

  private:
    Run run_;
    Done done_;
    std::optional<Answer<Run>> answer_;
};

}  // namespace palette::store
