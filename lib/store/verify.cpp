#include "store/verify.hpp"

#include "store/creation.hpp"
#include "store/cursor.hpp"
#include "store/environment.hpp"
#include "store/store.hpp"
#include "store/txn_state.hpp"

namespace palette::store {

namespace {

void report(Verification& found, const std::string& what) {
    ++found.damaged;
    if (found.reports.size() < most_reported_damages) found.reports.push_back(what);
}

void verify_rows(TxnState& txn, const std::string& table, Verification& found) {
    for (Cursor cursor(txn, table, {}); cursor.on_row(); cursor.advance()) {
        ++found.rows;
        try {
            static_cast<void>(cursor.value());
        } catch (const Corrupt& damage) {
            report(found, damage.what());
        }
    }
}

}  // namespace

Verification verify(const std::filesystem::path& folder) {
    const FileLock lock = claim(folder);
    Environment::Settings settings{folder, {}, default_map_bytes, Environment::Access::read_only};
    settings.tables = Environment(settings).stored_tables();
    const Environment environment(settings);
    Verification found;
    for (const std::string& table : settings.tables) {
        try {
            verify_rows(*environment.begin_read(), table, found);
        } catch (const EngineFailure& failure) {
            report(found, "table " + table + " cannot be read: " + failure.what());
        }
    }
    return found;
}

}  // namespace palette::store
