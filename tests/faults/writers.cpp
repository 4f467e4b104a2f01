#include "writers.hpp"

#include "api/directory.hpp"
#include "api/reference.hpp"

#include <poll.h>

#include <stdexcept>

namespace palette::test {

namespace {

// A like is taken back so many likes later.
constexpr std::size_t likes_kept = 16;
constexpr std::size_t most_complaints = 10;
constexpr int pause_when_away_ms = 2;

bool passes(ErrorKind kind) {
    return kind == ErrorKind::unavailable || kind == ErrorKind::deadline_exceeded ||
           kind == ErrorKind::outcome_unknown;
}

api::PaletteRef by_number(const api::PaletteId& id) {
    return *api::PaletteRef::from(std::to_string(id.number()));
}

}  // namespace

Writers::Writers(BareFamily& family) : family_(family) {
    auto client = family.connect();
    for (std::size_t i = 0; i < people; ++i) {
        writers_.push_back(std::make_unique<Writer>(
            Writer{.person = sign_up(client, "writer-" + std::to_string(i))}));
    }
    for (const auto& writer : writers_)
        writer->thread = std::thread([this, &one = *writer] { run(one); });
}

Writers::~Writers() {
    static_cast<void>(stop());
}

Ledger Writers::stop() {
    stopping_ = true;
    Ledger all;
    for (const auto& writer : writers_) {
        if (writer->thread.joinable()) writer->thread.join();
        all.add(writer->ledger);
    }
    return all;
}

void Writers::let_write(std::size_t more) const {
    const std::size_t wanted = acknowledged_ + more;
    if (!eventually([&] { return acknowledged_ >= wanted; }, std::chrono::seconds(60))) {
        throw std::runtime_error("writes are no longer acknowledged");
    }
}

std::vector<std::string> Writers::complaints() const {
    std::vector<std::string> all;
    for (const auto& writer : writers_)
        all.insert(all.end(), writer->complaints.begin(), writer->complaints.end());
    return all;
}

void Writers::run(Writer& writer) {
    auto client = family_.connect();
    while (!stopping_) {
        ++writer.rounds;
        publish(writer, client);
        like_any(writer, client);
        like_any(writer, client);
        if (writer.liked.size() > likes_kept) take_back(writer, client);
    }
}

void Writers::publish(Writer& writer, rpc::Client& client) {
    const std::string title = writer.person.name.text() + " " + std::to_string(writer.rounds);
    const auto made = client.call(palette_titled(title), writer.person.options());
    if (!made) return hear(writer, made.error());
    writer.ledger.published(*made);
    ++acknowledged_;
    const std::lock_guard guard(mutex_);
    palettes_.push_back(by_number(made->id));
}

void Writers::like_any(Writer& writer, rpc::Client& client) {
    const auto ref = any_palette(writer);
    if (!ref) return;
    give_opinion(writer, client, api::LikePalette{.ref = *ref});
    writer.liked.push_back(*ref);
}

void Writers::take_back(Writer& writer, rpc::Client& client) {
    const api::PaletteRef ref = writer.liked.front();
    writer.liked.pop_front();
    give_opinion(writer, client, api::UnlikePalette{.ref = ref});
}

template <class M>
void Writers::give_opinion(Writer& writer, rpc::Client& client, const M& asked) {
    const std::uint64_t palette = *api::parts_of(asked.ref).id;
    const Ledger::Liking liking{palette, writer.person.id};
    const auto told = client.call(asked, writer.person.options());
    if (told) {
        const bool likes = std::is_same_v<M, api::LikePalette>;
        writer.ledger.told(liking, likes ? Ledger::Opinion::likes : Ledger::Opinion::does_not);
        ++acknowledged_;
        return;
    }
    if (told.error().kind == ErrorKind::outcome_unknown) {
        writer.ledger.told(liking, Ledger::Opinion::uncertain);
    }
    hear(writer, told.error());
}

void Writers::hear(Writer& writer, const Error& refusal) const {
    if (passes(refusal.kind)) {
        ::poll(nullptr, 0, pause_when_away_ms);
    } else if (writer.complaints.size() < most_complaints) {
        writer.complaints.push_back(std::string(name_of(refusal.kind)) + ": " + refusal.message);
    }
}

// The newest every other time, which palette-popularityd may not have heard of.
std::optional<api::PaletteRef> Writers::any_palette(const Writer& writer) {
    const std::lock_guard guard(mutex_);
    if (palettes_.empty()) return std::nullopt;
    if (writer.rounds % 2 == 0) return palettes_.back();
    return palettes_[writer.rounds * 7 % palettes_.size()];
}

}  // namespace palette::test
