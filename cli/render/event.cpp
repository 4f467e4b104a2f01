#include "cli/render/event.hpp"

#include "api/channel.hpp"
#include "api/palette.hpp"
#include "api/popularity.hpp"
#include "api/reader.hpp"
#include "api/user.hpp"
#include "base/counted.hpp"
#include "cli/render/moment.hpp"
#include "cli/render/palette.hpp"
#include "term/safe_text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <type_traits>

namespace palette::cli {

namespace {

std::string published(const api::PaletteCreated& data, const View& view) {
    return data.palette.owner.text() + " published " + data.palette.ref.text() + "  " +
           strip_of(data.palette.colors, view).text + "  " +
           term::safe_line(data.palette.title.text());
}

std::string opinion(const api::PaletteLiked& data, std::string_view did) {
    const std::string who = data.user ? data.user->text() : "somebody";
    const std::string what = data.ref ? data.ref->text() : "a palette that is gone";
    return who + std::string(did) + what + ", now " + counted(data.likes.number(), "like");
}

std::string liked(const api::PaletteLiked& data) {
    return opinion(data, " likes ");
}

std::string unliked(const api::PaletteLiked& data) {
    return opinion(data, " no longer likes ");
}

std::string changed(const api::PaletteCreated& data, const View& view) {
    return data.palette.owner.text() + " changed " + data.palette.ref.text() + "  " +
           strip_of(data.palette.colors, view).text + "  " +
           term::safe_line(data.palette.title.text());
}

std::string rated(const api::PaletteRated& data) {
    const std::string what = data.ref ? data.ref->text() : "a palette that is gone";
    const std::string who = data.user ? data.user->text() : "somebody";
    if (!data.stars) return who + " no longer rates " + what;
    return who + " rates " + what + ", " + counted(data.stars->number(), "star");
}

std::string said(const api::MessagePosted& data) {
    const std::string who = data.author ? data.author->text() : "somebody";
    return data.channel.text() + "  " + who + "  " + term::safe_line(data.text.text());
}

std::string deleted(const api::PaletteDeleted& data) {
    return "palette " + std::to_string(data.palette_id.number()) + " was deleted";
}

std::string registered(const api::UserRegistered& data) {
    return data.user.username.text() + " registered";
}

std::string renamed(const api::UserRegistered& data) {
    return data.user.username.text() + " changed their profile";
}

// One way to say an event: none when its data is not what it should be, or was erased.
using Says = std::optional<std::string> (*)(const std::string& data, const View& view);

template <class Data, auto say>
std::optional<std::string> read_and_say(const std::string& data, const View& view) {
    const auto read = api::read_json<Data>(data);
    if (!read) return std::nullopt;
    if constexpr (std::is_invocable_v<decltype(say), const Data&, const View&>) {
        return say(*read, view);
    } else {
        return say(*read);
    }
}

struct Sentence {
    std::string_view type;
    Says says;
};
constexpr std::array sentences{
    Sentence{api::PaletteCreated::event.name, read_and_say<api::PaletteCreated, published>},
    Sentence{api::PaletteCreated::changed.name, read_and_say<api::PaletteCreated, changed>},
    Sentence{api::PaletteDeleted::event.name, read_and_say<api::PaletteDeleted, deleted>},
    Sentence{api::PaletteLiked::event.name, read_and_say<api::PaletteLiked, liked>},
    Sentence{api::PaletteLiked::undone.name, read_and_say<api::PaletteLiked, unliked>},
    Sentence{api::PaletteRated::event.name, read_and_say<api::PaletteRated, rated>},
    Sentence{api::MessagePosted::event.name, read_and_say<api::MessagePosted, said>},
    Sentence{api::UserRegistered::event.name, read_and_say<api::UserRegistered, registered>},
    Sentence{api::UserRegistered::changed.name, read_and_say<api::UserRegistered, renamed>},
};

// What happened, in words; an event of a later version, with other data or without any more, by its
// names alone.
std::string sentence(const api::Event& event, const View& view) {
    const std::string& type = event.type.text();
    const auto* const known = std::ranges::find(sentences, type, &Sentence::type);
    if (known != sentences.end()) {
        if (auto words = known->says(event.data.text(), view)) return *std::move(words);
    }
    return term::safe_line(type + " " + event.subject.text());
}

}  // namespace

constexpr std::array<Column, 6> event_columns{
    {{"offset"}, {"time"}, {"topic"}, {"type"}, {"subject"}, {"data", "JSON"}}};
const Printed printed_event{.shape = &api::shape_of<api::Event>, .columns = event_columns};

void append_tsv(Tsv& tsv, const api::Event& event) {
    tsv.line(event_columns, std::to_string(event.offset.number()), rfc3339(event.time),
             event.topic.text(), event.type.text(), event.subject.text(), event.data.text());
}

std::string text_of(const api::Event& event, const View& view) {
    return view.painter.styled(view.painter.dim(), moment_text(event.time, view.now)) + "  " +
           sentence(event, view) + "\n";
}

}  // namespace palette::cli
