// The handlers of accounts, which need slow work, run as the host runs them.
#pragma once

#include "auth/token.hpp"
#include "palettes/core/sessions.hpp"
#include "palettes/core/signing_key.hpp"
#include "palettes/methods.hpp"
#include "registry.hpp"

namespace palette::test {

inline constexpr std::string_view good_password = "correct horse battery";

struct SignIn {
    EmptyRegistry registry;
    palettes::Answers answers{*registry.store, registry.store.random,
                              auth::PasswordHasher({.memory_bytes = 64 * 1024, .passes = 1})};

    SignIn() {
        REQUIRE(registry.store->write([&](store::WriteTxn& txn) {
            palettes::replace_signing_key(txn, registry.store.random, registry.store.clock.now());
        }));
    }

    template <class M>
    using Answer = Result<typename M::Result>;

    template <class M>
    Answer<M> run_call(const service::Call<M>& call) {
        if constexpr (service::Prepares<palettes::Answers, M>) {
            const auto prepared = answers.prepare(call);
            if (!prepared) return refuse(prepared.error());
            return registry.store->write(
                [&](store::WriteTxn& txn) { return answers(call, *prepared, txn); });
        } else if constexpr (M::method.effect == api::Effect::write) {
            return registry.store->write([&](store::WriteTxn& txn) { return answers(call, txn); });
        } else {
            return answers(call, registry.store.read());
        }
    }
    template <class M>
    Answer<M> run(const M& params, const std::optional<Uuid>& under = {}) {
        return run_call(
            service::Call<M>{{.now = registry.store.clock.now(), .key = under}, params});
    }
    template <class M>
    Answer<M> run_as(const api::Token& token, const M& params,
                     const std::optional<Uuid>& under = {}) {
        const Timestamp now = registry.store.clock.now();
        const auto who = caller_of(token);
        const auto admitted = answers.admit(who, registry.store.read());
        if (!admitted) return refuse(admitted.error());
        return run_call(service::Call<M>{{.caller = who, .now = now, .key = under}, params});
    }
    service::Caller caller_of(const api::Token& token) {
        const auto claims = auth::read_unverified(token.text(), registry.store.clock.now());
        REQUIRE(claims);
        return *service::caller_of(*claims);
    }
    Result<api::Session> sign_up(std::string_view name, std::string_view password = good_password,
                                 const std::optional<Uuid>& under = {}) {
        return run(api::RegisterUser{*api::Username::from(name), *api::SecretText::from(password)},
                   under);
    }
    Result<api::Session> log_in(std::string_view name, std::string_view password = good_password) {
        return run(api::LogIn{*api::Username::from(name), *api::SecretText::from(password)});
    }
    Uuid new_key() { return make_uuid7(registry.store.clock.now(), registry.store.random); }
};

}  // namespace palette::test
