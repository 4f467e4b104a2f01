#include "cli/render/event.hpp"

#include "api/palette.hpp"
#include "api/popularity.hpp"
#include "api/reader.hpp"
#include "api/user.hpp"
#include "cli/render/palette.hpp"
#include "term/safe_text.hpp"

#include <array>
#include <ctime>
#include <optional>

namespace palette::cli {

namespace {

std::optional<std::tm> local_time(Timestamp at) {
    const std::time_t seconds = at.ms / 1000;
    std::tm local{};
    if (::localtime_r(&seconds, &local) == nullptr) return std::nullopt;
    return local;
}

// The hour where the reader is, with the date if that is not today's. A line stays on the screen,
// where "just now" would soon be wrong.
std::string moment_text(Timestamp at, Timestamp now) {
    const auto then = local_time(at);
    const auto today = local_time(now);
    if (!then || !today) return rfc3339(at);
    const bool is_today = then->tm_year == today->tm_year && then->tm_yday == today->tm_yday;
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(),
                                       is_today ? "%H:%M:%S" : "%Y-%m-%d %H:%M:%S", &*then)};
}

std::string published(const api::PaletteCreated& data, std::string_view did, const View& view) {
    return data.palette.owner.text() + std::string(did) + data.palette.ref.text() + "  " +
           strip_of(data.palette.colors, view).text + "  " +
           term::safe_line(data.palette.title.text());
}

std::string liked(const api::PaletteLiked& data, std::string_view did) {
    const auto likes = data.likes.number();
    const std::string who = data.user ? data.user->text() : "somebody";
    const std::string what = data.ref ? data.ref->text() : "a palette that is gone";
    return who + std::string(did) + what + ", now " + std::to_string(likes) +
           (likes == 1 ? " like" : " likes");
}

// What happened, in words; an event of a later version, or with other data, by its names alone.
std::string sentence(const api::Event& event, const View& view) {
    const std::string& type = event.type.text();
    const std::string& data = event.data.text();
    if (type == api::PaletteCreated::event.name) {
        if (const auto read = api::read_json<api::PaletteCreated>(data))
            return published(*read, " published ", view);
    } else if (type == api::PaletteCreated::changed.name) {
        if (const auto read = api::read_json<api::PaletteCreated>(data))
            return published(*read, " changed ", view);
    } else if (type == api::PaletteDeleted::event.name) {
        if (const auto read = api::read_json<api::PaletteDeleted>(data))
            return "palette " + std::to_string(read->palette_id.number()) + " was deleted";
    } else if (type == api::PaletteLiked::event.name) {
        if (const auto read = api::read_json<api::PaletteLiked>(data))
            return liked(*read, " likes ");
    } else if (type == api::PaletteLiked::undone.name) {
        if (const auto read = api::read_json<api::PaletteLiked>(data))
            return liked(*read, " no longer likes ");
    } else if (type == api::UserRegistered::event.name) {
        if (const auto read = api::read_json<api::UserRegistered>(data))
            return read->user.username.text() + " registered";
    }
    return term::safe_line(type + " " + event.subject.text());
}

}  // namespace

void append_tsv(Tsv& tsv, const api::Event& event) {
    tsv.line({std::to_string(event.offset.number()), rfc3339(event.time), event.topic.text(),
              event.type.text(), event.subject.text(), event.data.text()});
}

std::string text_of(const api::Event& event, const View& view) {
    return view.painter.styled(view.painter.dim(), moment_text(event.time, view.now)) + "  " +
           sentence(event, view) + "\n";
}

}  // namespace palette::cli
