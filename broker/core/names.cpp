#include "broker/core/names.hpp"

#include "api/channel.hpp"
#include "api/palette.hpp"
#include "api/popularity.hpp"
#include "api/user.hpp"
#include "api/writer.hpp"
#include "broker/tables.hpp"

#include <algorithm>
#include <array>

namespace palette::broker {

namespace {

constexpr std::string_view nothing = "null";

// None when the owner is gone: then the palette is about to go, and its name holds theirs.
std::optional<api::PaletteRef> ref_of_palette(const store::ReadTxn& txn, std::uint64_t id) {
    const auto named = txn.get(palette_names, id);
    if (!named || is_gone_user(txn, named->owner_id)) return std::nullopt;
    return api::PaletteRef::from(named->ref);
}

// What people think of palettes.
template <class Opinion>
std::string name_opinion(const store::ReadTxn& txn, Opinion opinion) {
    if (txn.has(gone_palettes, opinion.palette_id.value())) return std::string(nothing);
    opinion.user = name_of_user(txn, opinion.user_id.value());
    opinion.ref = ref_of_palette(txn, opinion.palette_id.value());
    return api::to_json(opinion);
}

std::string name_message(const store::ReadTxn& txn, api::MessagePosted message) {
    message.author = name_of_user(txn, message.author_id.value());
    return message.author ? api::to_json(message) : std::string(nothing);
}

template <class Data, std::string (*name)(const store::ReadTxn&, Data)>
std::string read_and_name(const store::ReadTxn& txn, std::string_view data,
                          api::Document& document) {
    if (!document.parse(data)) return std::string(nothing);
    auto read = document.read<Data>(api::Unknown::ignored);
    return read ? name(txn, *std::move(read)) : std::string(nothing);
}

struct NamedType {
    std::string_view type;
    std::string (*put_in)(const store::ReadTxn& txn, std::string_view data,
                          api::Document& document);  // null: nothing
    bool numbers_alone;
};
constexpr std::array named_types{
    NamedType{api::PaletteLiked::event.name,
              read_and_name<api::PaletteLiked, name_opinion<api::PaletteLiked>>, true},
    NamedType{api::PaletteLiked::undone.name,
              read_and_name<api::PaletteLiked, name_opinion<api::PaletteLiked>>, true},
    NamedType{api::PaletteRated::event.name,
              read_and_name<api::PaletteRated, name_opinion<api::PaletteRated>>, true},
    NamedType{api::UserRated::event.name, nullptr, true},
    NamedType{api::MessagePosted::event.name, read_and_name<api::MessagePosted, name_message>,
              false},
};

const NamedType* named_type(std::string_view type) {
    const auto* const found = std::ranges::find(named_types, type, &NamedType::type);
    return found == named_types.end() ? nullptr : found;
}

void learn_user(store::WriteTxn& txn, const api::User& user) {
    txn.put(user_names, user.id.value(), user.username.text());
    txn.erase(gone_users, user.id.value());
}

void forget_user(store::WriteTxn& txn, std::uint64_t id) {
    txn.erase(user_names, id);
    txn.put(gone_users, id, 1);
    txn.put(leaving_users, id, 1);
}

// One that was never seen leaves no mark. What an event erases may have been seen although it is
// not known here by name: its source took that back before it was handed over.
void hide_palette(store::WriteTxn& txn, const api::NewEvent& event, std::uint64_t id) {
    const bool was_named = txn.erase(palette_names, id);
    if (was_named || event.erases) txn.put(gone_palettes, id, 1);
}

void learn_palette(store::WriteTxn& txn, const api::NewEvent& event,
                   const api::PaletteCreated& told) {
    const api::Palette& palette = told.palette;
    const std::uint64_t id = palette.id.value();
    if (palette.visibility != api::Visibility::public_) return hide_palette(txn, event, id);
    txn.put(palette_names, id, {palette.ref.text(), told.owner_id.value()});
    txn.erase(gone_palettes, id);
}

}  // namespace

void learn_names(store::WriteTxn& txn, const api::NewEvent& event) {
    const std::string& type = event.type.text();
    const std::string& data = event.data.text();
    if (type == api::UserRegistered::event.name || type == api::UserRegistered::changed.name) {
        if (const auto read = api::read_json<api::UserRegistered>(data))
            learn_user(txn, read->user);
    } else if (type == api::UserDeleted::event.name) {
        if (const auto read = api::read_json<api::UserDeleted>(data))
            forget_user(txn, read->user_id.value());
    } else if (type == api::PaletteCreated::event.name ||
               type == api::PaletteCreated::changed.name) {
        if (const auto read = api::read_json<api::PaletteCreated>(data))
            learn_palette(txn, event, *read);
    } else if (type == api::PaletteDeleted::event.name) {
        if (const auto read = api::read_json<api::PaletteDeleted>(data))
            hide_palette(txn, event, read->palette_id.value());
    }
}

bool holds_numbers_alone(std::string_view type) {
    const NamedType* const named = named_type(type);
    return named != nullptr && named->numbers_alone;
}

std::optional<api::Username> name_of_user(const store::ReadTxn& txn, std::uint64_t id) {
    const auto name = txn.get(user_names, id);
    if (!name) return std::nullopt;
    return api::Username::from(*name);
}

bool is_gone_user(const store::ReadTxn& txn, std::uint64_t id) {
    return txn.has(gone_users, id);
}

std::optional<std::string> with_names(const store::ReadTxn& txn, std::string_view type,
                                      std::string_view data, api::Document& document) {
    const NamedType* const named = named_type(type);
    if (named == nullptr || named->put_in == nullptr) return std::nullopt;
    if (data == nothing) return std::string(nothing);
    return named->put_in(txn, data, document);
}

}  // namespace palette::broker
