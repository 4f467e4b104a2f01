#include "store/schema.hpp"

#include "store/failure.hpp"
#include "store/txn_state.hpp"
#include "store/write_access.hpp"

namespace palette::store {

namespace {

// One table with a value type per row: an older program must be able to read the number of a newer
// store whatever else stands beside it.
constexpr Table<std::string, std::uint32_t> schema_row{meta_table};
constexpr Table<std::string, Incarnation> incarnation_row{meta_table};
constexpr Table<std::string, Timestamp> created_row{meta_table};
constexpr Table<std::string, std::uint64_t> birth_row{meta_table};

constexpr auto schema_key = "schema";
constexpr auto incarnation_key = "incarnation";
constexpr auto created_key = "created_at";
constexpr auto birth_key = "born_at_ns";

template <class Value>
Value required(const ReadTxn& txn, const Table<std::string, Value>& row, const char* key) {
    const auto value = txn.get(row, key);
    if (!value) throw CannotOpen(std::string("the store does not say its ") + key);
    return *value;
}

std::uint32_t stored_schema(const Environment& environment) {
    return required(ReadTxn(environment.begin_read()), schema_row, schema_key);
}

}  // namespace

std::vector<std::string> with_own_tables(std::span<const std::string_view> tables) {
    std::vector<std::string> names(tables.begin(), tables.end());
    names.emplace_back(meta_table);
    names.emplace_back(sequences.name);
    return names;
}

void describe_new_store(Environment& environment, std::uint32_t schema, const Identity& identity) {
    WriteTxn txn(environment.begin_write());
    txn.put(schema_row, schema_key, schema);
    put_incarnation(txn, identity.incarnation);
    txn.put(created_row, created_key, identity.created_at);
    WriteAccess::commit(txn);
}

void put_incarnation(WriteTxn& txn, const Incarnation& incarnation) {
    txn.put(incarnation_row, incarnation_key, incarnation);
}

Identity read_identity(const Environment& environment) {
    const ReadTxn txn(environment.begin_read());
    return {required(txn, incarnation_row, incarnation_key),
            required(txn, created_row, created_key)};
}

std::optional<std::uint64_t> noted_birth(const Environment& environment) {
    return ReadTxn(environment.begin_read()).get(birth_row, birth_key);
}

void note_birth(WriteTxn& txn, std::uint64_t birth) {
    txn.put(birth_row, birth_key, birth);
}

void migrate(Environment& environment, std::span<const Migration> migrations) {
    const std::uint32_t known = schema_after(migrations);
    std::uint32_t schema = stored_schema(environment);
    if (schema > known) {
        throw CannotOpen("the store has schema " + std::to_string(schema) +
                         " and this program knows schemas up to " + std::to_string(known) +
                         ": it was written by a newer version; use that one, or restore a backup "
                         "made before the upgrade");
    }
    while (schema < known) {
        WriteTxn txn(environment.begin_write());
        migrations[schema - 1](txn);
        txn.put(schema_row, schema_key, ++schema);
        WriteAccess::commit(txn);
    }
}

}  // namespace palette::store
