// What every daemon answers about itself: api::Common, bound like its own methods.
#pragma once

#include "api/directory.hpp"
#include "rpc/socket.hpp"
#include "service/bind.hpp"
#include "service/served.hpp"
#include "store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace palette::service {

// What a host has counted since it began. Of the server's thread.
struct Tally {
    Timestamp started{};
    std::uint64_t requests = 0;
    std::uint64_t refused = 0;  // messages that were not requests
};

struct SelfDescription {
    const api::Daemon& daemon;
    const Tally& tally;
    const store::Store& store;
    const Served& served;
    const rpc::Context& context;

    [[nodiscard]] std::optional<std::string> problem(const store::ReadTxn& txn) const;
    [[nodiscard]] std::uint64_t store_bytes() const;
    Result<api::Retried> operator()(const Call<api::RetryParked>& call, store::WriteTxn& txn) const;
    Result<api::Health> operator()(const Call<api::AskHealth>& call,
                                   const store::ReadTxn& txn) const;
    Result<api::Discovery> operator()(const Call<api::Discover>& call,
                                      const store::ReadTxn& txn) const;
};

inline constexpr auto self_description_bindings = bind<SelfDescription>(api::Common{});

}  // namespace palette::service
