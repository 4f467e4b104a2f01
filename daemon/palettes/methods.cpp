#include "palettes/methods.hpp"

#include "palettes/core/deletion.hpp"
#include "palettes/core/editing.hpp"
#include "palettes/core/history.hpp"
#include "palettes/core/lineage.hpp"
#include "palettes/core/listing.hpp"
#include "palettes/core/palettes.hpp"
#include "palettes/core/sessions.hpp"
#include "palettes/core/snapshot.hpp"

namespace palette::palettes {

using service::Call;

Result<void> Answers::admit(const service::Caller& caller, const store::ReadTxn& txn) const {
    return palettes::admit(txn, caller);
}

Result<StoredPalette> Answers::operator()(const Call<api::CreatePalette>& call,
                                          store::WriteTxn& txn) const {
    return create(txn, call.user(), call.params, call.now);
}

Result<api::Imported> Answers::operator()(const Call<api::ImportPalette>& call,
                                          store::WriteTxn& txn) const {
    return import(txn, call.user(), call.params, call.now);
}

Result<StoredPalette> Answers::operator()(const Call<api::UpdatePalette>& call,
                                          store::WriteTxn& txn) const {
    return update(txn, call.user(), call.params, call.now);
}

Result<StoredPalette> Answers::operator()(const Call<api::ForkPalette>& call,
                                          store::WriteTxn& txn) const {
    return fork(txn, call.user(), call.params, call.now);
}

Result<api::DeletedPalette> Answers::operator()(const Call<api::DeletePalette>& call,
                                                store::WriteTxn& txn) const {
    return delete_palette(txn, call.user(), call.params.ref, call.now);
}

Result<StoredPalette> Answers::operator()(const Call<api::GetPalette>& call,
                                          const store::ReadTxn& txn) const {
    return find_for(txn, call.params.ref, call.caller);
}

Result<api::FindPalette::Stored> Answers::operator()(const Call<api::FindPalette>& call,
                                                     const store::ReadTxn& txn) const {
    return find(txn, call.params.ref);
}

Result<api::ListPalettes::Stored> Answers::operator()(const Call<api::ListPalettes>& call,
                                                      const store::ReadTxn& txn) const {
    return list(txn, call.params, call.caller);
}

Result<api::ListRevisions::Stored> Answers::operator()(const Call<api::ListRevisions>& call,
                                                       const store::ReadTxn& txn) const {
    return list_revisions(txn, call.params, call.caller);
}

Result<api::Lineage> Answers::operator()(const Call<api::GetLineage>& call,
                                         const store::ReadTxn& txn) const {
    return lineage_of(txn, call.params, call.caller);
}

Result<api::SnapshotPage> Answers::operator()(const Call<api::ReadSnapshot>& call,
                                              const store::ReadTxn& txn) const {
    return read_snapshot(txn, store_.incarnation(), call.params, call.now);
}

}  // namespace palette::palettes
