// From a daemon's handlers to rows that the host dispatches by: one for each method of its list, or
// it does not compile.
//
// The handlers of a daemon are one class, here called Answers, with an operator() for each method:
//
//     // A read: brief, on the server's thread.
//     Result<R> operator()(const Call<M>&, const store::ReadTxn&) const;
//     // A write: on the writer's thread; may run twice.
//     Result<R> operator()(const Call<M>&, store::WriteTxn&) const;
//
// A read of what this daemon may not have heard of yet: asked in the pool when it is not found
// here:
//
//     Result<R> elsewhere(const Call<M>&) const;
//
// A write that needs slow work first (hashing, asking a sibling) has that done in the pool:
//
//     Result<P> prepare(const Call<M>&) const;
//     Result<R> operator()(const Call<M>&, const P&, store::WriteTxn&) const;
//     // Optional: it is tried with P{} first, and prepared only after a refusal that says so.
//     bool wants_preparation(const Call<M>&, const Error& refusal) const;
//
// R is M::Result, Encoded<M::Result>, or M::Stored. Handlers keep no state of their own: they are
// called from several threads at once.
#pragma once

#include "api/envelope.hpp"
#include "api/method.hpp"
#include "api/reader.hpp"
#include "api/writer.hpp"
#include "service/call.hpp"
#include "store/txn.hpp"

#include <functional>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

namespace palette::service {

// A write on its way: read on the server's thread, prepared in the pool, run by the writer. One
// thread has it at a time.
class WriteCall {
  public:
    virtual ~WriteCall() = default;
    // Whether run() may be called without prepare().
    [[nodiscard]] virtual bool may_run() const = 0;
    // In the pool, at most once.
    [[nodiscard]] virtual Result<void> prepare() = 0;
    // The result's JSON. May be called again after a rolled back transaction.
    [[nodiscard]] virtual Result<std::string> run(store::WriteTxn& txn) const = 0;
    // Whether run(), which refused so, should be tried again after prepare().
    [[nodiscard]] virtual bool wants_preparation(const Error& refusal) const = 0;
};

// Asks for what was not found here: the result's JSON. In the pool.
using Elsewhere = std::function<Result<std::string>()>;

struct Binding {
    const api::MethodRow* method = nullptr;
    // Reads: appends the result's JSON to the frame; on a refusal the frame is as it was.
    Result<void> (*read)(const void* answers, const api::Document& request, Circumstances about,
                         const store::ReadTxn& txn, std::string& frame) = nullptr;
    // Writes: the call, its parameters read and checked.
    Result<std::unique_ptr<WriteCall>> (*write)(const void* answers, const api::Document& request,
                                                Circumstances about) = nullptr;
    // Reads that others may know the answer to; null when nobody does.
    Result<Elsewhere> (*elsewhere)(const void* answers, const api::Document& request,
                                   Circumstances about) = nullptr;
};

template <class M, class R>
inline constexpr bool answers_with =
    std::is_same_v<R, typename M::Result> || std::is_same_v<R, api::Encoded<typename M::Result>> ||
    requires { requires std::is_same_v<R, typename M::Stored>; };

template <class M>
[[nodiscard]] Result<Call<M>> read_call(const api::Document& request, Circumstances about) {
    auto params = request.read_at<M>(api::params_member, api::Unknown::refused);
    if (!params) return refuse(std::move(params.error()));
    return Call<M>{std::move(about), std::move(*params)};
}

template <class Answers, class M>
Result<void> answer_read(const void* answers, const api::Document& request, Circumstances about,
                         const store::ReadTxn& txn, std::string& frame) {
    const auto call = read_call<M>(request, std::move(about));
    if (!call) return refuse(call.error());
    const auto result = (*static_cast<const Answers*>(answers))(*call, txn);
    static_assert(answers_with<M, typename std::decay_t<decltype(result)>::value_type>);
    if (!result) return refuse(result.error());
    api::append_json(frame, *result);
    return {};
}

template <class Answers, class M>
concept AsksElsewhere =
    requires(const Answers& answers, const Call<M>& call) { answers.elsewhere(call); };

template <class Answers, class M>
Result<Elsewhere> begin_elsewhere(const void* answers, const api::Document& request,
                                  Circumstances about) {
    auto call = read_call<M>(request, std::move(about));
    if (!call) return refuse(std::move(call.error()));
    return Elsewhere([&handlers = *static_cast<const Answers*>(answers),
                      call = std::move(*call)]() -> Result<std::string> {
        const auto result = handlers.elsewhere(call);
        static_assert(answers_with<M, typename std::decay_t<decltype(result)>::value_type>);
        if (!result) return refuse(result.error());
        return api::to_json(*result);
    });
}

template <class Answers, class M>
concept Prepares = requires(const Answers& answers, const Call<M>& call) { answers.prepare(call); };

template <class Answers, class M>
concept TriedFirst =
    Prepares<Answers, M> && requires(const Answers& answers, const Call<M>& call,
                                     const Error& why) { answers.wants_preparation(call, why); };

// For writes without preparation.
struct Nothing {};

template <class Answers, class M>
struct PreparationOf {
    using type = Nothing;
};
template <class Answers, class M>
    requires Prepares<Answers, M>
struct PreparationOf<Answers, M> {
    using type = typename decltype(std::declval<const Answers&>().prepare(
        std::declval<const Call<M>&>()))::value_type;
};

template <class Answers, class M>
class BoundWrite final : public WriteCall {
  public:
    BoundWrite(const Answers& answers, Call<M> call) : answers_(answers), call_(std::move(call)) {}

    [[nodiscard]] bool may_run() const override {
        return !Prepares<Answers, M> || TriedFirst<Answers, M>;
    }

    [[nodiscard]] Result<void> prepare() override {
        if constexpr (Prepares<Answers, M>) {
            auto preparation = answers_.prepare(call_);
            if (!preparation) return refuse(std::move(preparation.error()));
            preparation_ = std::move(*preparation);
            is_prepared_ = true;
        }
        return {};
    }

    [[nodiscard]] bool wants_preparation(const Error& refusal) const override {
        if constexpr (TriedFirst<Answers, M>) {
            return !is_prepared_ && answers_.wants_preparation(call_, refusal);
        }
        return false;
    }

    [[nodiscard]] Result<std::string> run(store::WriteTxn& txn) const override {
        const auto result = answer(txn);
        static_assert(answers_with<M, typename std::decay_t<decltype(result)>::value_type>);
        if (!result) return refuse(result.error());
        return api::to_json(*result);
    }

  private:
    auto answer(store::WriteTxn& txn) const {
        if constexpr (Prepares<Answers, M>) {
            return answers_(call_, preparation_, txn);
        } else {
            return answers_(call_, txn);
        }
    }

    const Answers& answers_;
    Call<M> call_;
    typename PreparationOf<Answers, M>::type preparation_{};
    bool is_prepared_ = false;
};

template <class Answers, class M>
Result<std::unique_ptr<WriteCall>> begin_write(const void* answers, const api::Document& request,
                                               Circumstances about) {
    auto call = read_call<M>(request, std::move(about));
    if (!call) return refuse(std::move(call.error()));
    return std::make_unique<BoundWrite<Answers, M>>(*static_cast<const Answers*>(answers),
                                                    std::move(*call));
}

template <class Answers, class M>
consteval Binding bind_one() {
    if constexpr (M::method.effect == api::Effect::read) {
        Binding read{.method = &api::row_of<M>, .read = answer_read<Answers, M>};
        if constexpr (AsksElsewhere<Answers, M>) read.elsewhere = begin_elsewhere<Answers, M>;
        return read;
    } else {
        return {.method = &api::row_of<M>, .write = begin_write<Answers, M>};
    }
}

template <class Answers, class... Methods>
[[nodiscard]] consteval std::array<Binding, sizeof...(Methods)> bind(
    api::MethodList<Methods...> /*methods*/) {
    return {bind_one<Answers, Methods>()...};
}

}  // namespace palette::service
