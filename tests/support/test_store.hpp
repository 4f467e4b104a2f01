// A store of a few tables in a folder of the test's own, which can be closed and opened again.
#pragma once

#include "manual_clock.hpp"
#include "store/store.hpp"
#include "temporary_folder.hpp"

#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace palette::test {

class TestStore {
  public:
    explicit TestStore(std::vector<std::string_view> tables) : tables_(std::move(tables)) {
        open();
    }

    [[nodiscard]] store::Store& operator*() { return *store_; }
    [[nodiscard]] store::Store* operator->() { return store_.get(); }
    [[nodiscard]] store::ReadTxn read() const { return store_->read(); }

    void reopen() {
        store_.reset();
        open();
    }
    // What another process would see of it: the file.
    [[nodiscard]] std::filesystem::path file() const {
        return folder_.path() / "store" / "data.mdb";
    }

    ManualClock clock;
    SystemRandom random;

  private:
    void open() {
        store::Options options{.folder = folder_.path() / "store", .tables = tables_};
        options.map_bytes = std::size_t{1} << 30;
        options.reserve_bytes = 0;
        store_ = std::make_unique<store::Store>(options, clock, random);
    }

    TemporaryFolder folder_;
    std::vector<std::string_view> tables_;
    std::unique_ptr<store::Store> store_;
};

}  // namespace palette::test
