#include "rpc/client.hpp"

#include "base/check.hpp"
#include "base/whole_number.hpp"
#include "rpc/channel.hpp"
#include "rpc/in_flight.hpp"
#include "rpc/socket.hpp"

#include <algorithm>
#include <list>
#include <map>
#include <vector>

namespace palette::rpc {

namespace {

// A page of events, and room for how it is wrapped.
constexpr std::size_t most_reply_bytes = std::size_t{2} * 1024 * 1024;
// Taken from one daemon before the others have their turn.
constexpr std::size_t most_replies_a_turn = 2 * most_in_flight;
// A wait without an end of its own comes back to look around.
constexpr std::chrono::milliseconds longest_wait{1'000};

std::optional<std::uint64_t> own_id(std::string_view text) {
    return whole_number<std::uint64_t>(text);
}

Error too_long(const Asked& asked, std::size_t bytes) {
    return {.kind = ErrorKind::invalid_argument,
            .message = std::string(asked.method->facts->name) + ": the request has " +
                       std::to_string(bytes) + " bytes, expected at most " +
                       std::to_string(api::most_document_bytes)};
}

}  // namespace

bool tells_outcome(ErrorKind refusal) {
    switch (refusal) {
        case ErrorKind::unavailable:
        case ErrorKind::resource_exhausted:
        case ErrorKind::deadline_exceeded:
        case ErrorKind::internal:
        case ErrorKind::unauthenticated:
        case ErrorKind::outcome_unknown:
            return false;
        case ErrorKind::invalid_argument:
        case ErrorKind::not_found:
        case ErrorKind::already_exists:
        case ErrorKind::permission_denied:
        case ErrorKind::failed_precondition:
        case ErrorKind::aborted:
        case ErrorKind::out_of_range:
        case ErrorKind::unimplemented:
            return true;
    }
    return false;
}

Error misread(const api::Daemon& daemon, const api::Method& method, const Error& fault) {
    return {.kind = ErrorKind::internal,
            .message = std::string(daemon.name) + " answered " + std::string(method.name) +
                       " with something else: " + fault.message};
}

struct Client::Impl {
    Context& context;
    const SocketFolder& folder;
    Random& random;
    Patience patience;
    // At most two a daemon. A list stays good to walk while what `done` sends opens another.
    std::list<Channel> channels{};
    std::map<std::uint64_t, InFlight> in_flight{};  // at most most_in_flight, by id
    std::uint64_t last_id = 0;
    api::Document document{most_reply_bytes};
    Message message{};

    Channel& channel_to(const api::Daemon& daemon, api::Socket which);
    void begin(Asked asked, Done done);
    void dispatch(InFlight& request, std::string_view frame, Moment now);
    void send_again(std::uint64_t id, InFlight& request, Moment now);
    std::size_t take_replies();
    void take_reply(const Channel& channel, std::string_view frame);
    Result<std::string> read_reply(const Asked& asked) const;
    void answer(std::uint64_t id, Result<std::string> json);
    void wait(std::chrono::milliseconds at_most);
    void look_at_the_clock();
};

Channel& Client::Impl::channel_to(const api::Daemon& daemon, api::Socket which) {
    for (Channel& channel : channels) {
        if (channel.leads_to(daemon, which)) return channel;
    }
    return channels.emplace_back(context, folder, daemon, which, patience);
}

void Client::Impl::begin(Asked asked, Done done) {
    const Moment now = Moment::clock::now();
    Channel& channel = channel_to(*asked.daemon, asked.socket);
    if (!channel.listening(now)) return done(refuse(not_running(*asked.daemon)));
    const Moment deadline = now + asked.options.timeout;
    InFlight request{std::move(asked), &channel, std::move(done), deadline};
    request.take_key(random);
    const std::string frame = request.frame(++last_id, now);
    if (frame.size() > api::most_document_bytes) {
        return request.done(refuse(too_long(request.asked, frame.size())));
    }
    dispatch(request, frame, now);
    in_flight.emplace(last_id, std::move(request));
}

void Client::Impl::dispatch(InFlight& request, std::string_view frame, Moment now) {
    const bool sent = request.channel->send(frame);
    if (sent) ++request.times_sent;
    request.next_send = now + (sent ? patience.resend_after : patience.look_again);
}

void Client::Impl::send_again(std::uint64_t id, InFlight& request, Moment now) {
    if (!request.channel->listening(now)) {
        request.next_send = now + patience.look_again;
        return;
    }
    dispatch(request, request.frame(id, now), now);
}

std::size_t Client::Impl::take_replies() {
    const Moment now = Moment::clock::now();
    std::size_t taken = 0;
    for (Channel& channel : channels) {
        for (std::size_t n = 0; n < most_replies_a_turn && channel.receive(message, now); ++n) {
            take_reply(channel, message.frames[1]);
            ++taken;
        }
    }
    return taken;
}

void Client::Impl::take_reply(const Channel& channel, std::string_view frame) {
    if (!document.parse(frame)) return;
    const auto id = own_id(document.text_at("id"));
    if (!id) return;
    const auto found = in_flight.find(*id);
    if (found == in_flight.end() || found->second.channel != &channel) return;
    InFlight& request = found->second;
    auto reply = read_reply(request.asked);
    if (!reply && request.may_be_done(reply.error())) {
        request.doubt = std::move(reply.error().message);
        return;
    }
    answer(*id, std::move(reply));
}

Result<std::string> Client::Impl::read_reply(const Asked& asked) const {
    const auto reply = document.read<api::Reply>(api::Unknown::ignored);
    if (!reply) return refuse(misread(*asked.daemon, *asked.method->facts, reply.error()));
    if (const auto& error = reply->error) return refuse(api::to_error(*error));
    return document.text_at("result");
}

// The request is gone before `done` is called, which may send more and even pump.
void Client::Impl::answer(std::uint64_t id, Result<std::string> json) {
    const auto request = in_flight.extract(id);
    request.mapped().done(std::move(json));
}

void Client::Impl::wait(std::chrono::milliseconds at_most) {
    const Moment now = Moment::clock::now();
    Moment until = now + std::clamp(at_most, std::chrono::milliseconds(0), longest_wait);
    for (const auto& [id, request] : in_flight) {
        until = std::min({until, request.next_send, request.deadline});
    }
    std::vector<Waited> waited;
    for (Channel& channel : channels) {
        if (channel.socket() != nullptr) waited.push_back({.socket = channel.socket()});
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - now);
    wait_readable(waited, std::max(left, std::chrono::milliseconds(0)));
}

void Client::Impl::look_at_the_clock() {
    const Moment now = Moment::clock::now();
    std::vector<std::uint64_t> over;
    for (auto& [id, request] : in_flight) {
        if (now >= request.deadline) {
            over.push_back(id);
        } else if (now >= request.next_send) {
            send_again(id, request, now);
        }
    }
    for (const std::uint64_t id : over) {
        // One `done` may pump, and answer another.
        const auto found = in_flight.find(id);
        if (found != in_flight.end()) answer(id, refuse(found->second.given_up(now)));
    }
}

Client::Client(Context& context, const SocketFolder& folder, Random& random, Patience patience)
    : impl_(new Impl{context, folder, random, patience}) {}

Client::~Client() = default;

Result<std::string> Client::ask(Asked asked) {
    std::optional<Result<std::string>> answer;
    send(std::move(asked), [&](Result<std::string> json) { answer = std::move(json); });
    while (!answer) {
        pump(longest_wait);
    }
    return *std::move(answer);
}

void Client::send(Asked asked, Done done) {
    CHECK_INVARIANT(asked.daemon != nullptr && asked.method != nullptr);
    while (impl_->in_flight.size() >= most_in_flight) {
        pump(longest_wait);
    }
    impl_->begin(std::move(asked), std::move(done));
}

std::size_t Client::pump(std::chrono::milliseconds at_most) {
    if (impl_->in_flight.empty()) return 0;
    if (impl_->take_replies() == 0) {
        impl_->wait(at_most);
        impl_->take_replies();
    }
    impl_->look_at_the_clock();
    return impl_->in_flight.size();
}

void Client::finish() {
    while (pump(longest_wait) > 0) {
    }
}

}  // namespace palette::rpc
