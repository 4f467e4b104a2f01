#include "popularity/sink.hpp"

#include "api/palette.hpp"
#include "api/reader.hpp"
#include "api/user.hpp"
#include "api/writer.hpp"
#include "service/family_keys.hpp"
#include "service/revocations.hpp"

#include <stdexcept>
#include <string>

namespace palette::popularity {

namespace {

// No paletted of this family wrote what does not read. Going on would lose a palette: the consumer
// waits and says so, and all else is answered.
template <class Data>
Data read(std::string_view type, const api::Json& data) {
    auto read = api::read_json<Data>(data.text(), api::Unknown::ignored);
    if (!read) throw std::runtime_error(std::string(type) + ": " + read.error().message);
    return *std::move(read);
}

}  // namespace

void CatalogueSink::apply(const api::Event& event, store::WriteTxn& log_store) {
    service::learn_ended(log_store, event.type.text(), event.data, event.time);
    service::learn_keys(log_store, event.type.text(), event.data);
    take({event.type.text(), event.data, event.revision.value()}, log_store);
}

void CatalogueSink::apply_snapshot(const api::NewEvent& state, store::WriteTxn& log_store) {
    service::learn_ended(log_store, state.type.text(), state.data, state.time);
    service::learn_keys(log_store, state.type.text(), state.data);
    if (state.type.text() == api::UserRegistered::event.name) {
        const auto there = read<api::UserRegistered>(state.type.text(), state.data);
        return append(UserTold{there.user.id.value()}, log_store);
    }
    take({state.type.text(), state.data, state.revision.value()}, log_store);
}

void CatalogueSink::take(const Told& told, store::WriteTxn& log_store) {
    if (told.data == api::Json()) return;  // it was erased: a later event says what is
    if (told.type == api::PaletteCreated::event.name ||
        told.type == api::PaletteCreated::changed.name) {
        return append(PaletteTold{api::to_json(read<api::PaletteCreated>(told.type, told.data))},
                      log_store);
    }
    if (told.type == api::PaletteDeleted::event.name) {
        const auto gone = read<api::PaletteDeleted>(told.type, told.data);
        return append(PaletteGone{gone.palette_id.value(), told.revision}, log_store);
    }
    if (told.type == api::UserDeleted::event.name) {
        const auto gone = read<api::UserDeleted>(told.type, told.data);
        return append(UserGone{gone.user_id.value()}, log_store);
    }
}

void CatalogueSink::begin_snapshot(store::WriteTxn& log_store) {
    append(SnapshotBegan{}, log_store);
}

CatalogueSink::Sweep CatalogueSink::sweep(store::WriteTxn& log_store) {
    append(SnapshotEnded{}, log_store);
    return Sweep::done;
}

bool CatalogueSink::has_room() const {
    return ledger_.admits().has_value();
}

void CatalogueSink::append(const Entry& entry, store::WriteTxn& log_store) {
    static_cast<void>(ledger_.follow(log_store));
    ledger_.append(log_store, entry, clock_.now());
}

}  // namespace palette::popularity
