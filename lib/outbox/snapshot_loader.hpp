// Loads the snapshot of a source: its present state, in pages, through a sink into a store, with
// the cursor to go on from in the log.
//
// Whatever is written before the last step counts for nothing: who is stopped or killed on the way
// loads the snapshot again from its beginning. On the consumer's thread.
#pragma once

#include "api/source.hpp"
#include "base/result.hpp"
#include "outbox/cursor_table.hpp"

#include <optional>
#include <string>

namespace palette::api {
struct Daemon;
}
namespace palette::rpc {
class Client;
}
namespace palette::store {
class Store;
}

namespace palette::outbox {

class Sink;
class Worker;

class SnapshotLoader {
  public:
    // All of it outlives the loader.
    struct Parts {
        const std::string& consumer;
        const api::Daemon& source;
        Sink& sink;
        store::Store& store;
        rpc::Client& client;
        const Worker& worker;
    };
    explicit SnapshotLoader(const Parts& parts) : with_(parts) {}

    // Notes the log's head, loads all pages, sweeps what they did not have, and sets the cursor at
    // that head. The incarnation that the source had. Refuses what source and broker refuse;
    // aborted when the source's store became another one meanwhile, unavailable when the worker is
    // to stop.
    [[nodiscard]] Result<std::string> load();

  private:
    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<std::string> load_pages();
    [[nodiscard]] Result<api::SnapshotPage> ask(const std::optional<api::Cursor>& after);
    [[nodiscard]] Result<void> sweep_and_set(const CursorRow& cursor);

    Parts with_;
};

}  // namespace palette::outbox
