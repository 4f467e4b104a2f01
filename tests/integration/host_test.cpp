// The host with handlers that throw, block and refuse.
#include "catch.hpp"
#include "daemon.hpp"
#include "eventually.hpp"
#include "raw_client.hpp"

#include <future>
#include <stdexcept>

using namespace palette;
using namespace palette::test;

namespace {

struct Prepared {
    bool is_made = false;
};

// What happens is told by the name that asks.
struct Answers {
    using LogIn = service::Call<api::LogIn>;

    static bool is(const LogIn& call, std::string_view name) {
        return call.params.username.text() == name;
    }
    [[nodiscard]] static bool wants_preparation(const LogIn&, const Error& refusal) {
        return refusal.kind == ErrorKind::not_found;
    }
    Result<Prepared> prepare(const LogIn& call) const {
        if (is(call, "throws-in-pool")) throw std::runtime_error("no memory");
        ++waiting;
        open.get();
        return Prepared{true};
    }
    Result<api::Session> operator()(const LogIn& call, const Prepared& prepared,
                                    store::WriteTxn&) const {
        if (is(call, "throws-in-writer")) throw std::runtime_error("a bug");
        const bool needs_more = is(call, "throws-in-pool") || is(call, "waits");
        if (needs_more && !prepared.is_made) return refuse(ErrorKind::not_found, "", "not yet");
        return refuse(ErrorKind::permission_denied, "", "done");
    }
    Result<api::PopularPage> operator()(const service::Call<api::ListPopular>&,
                                        const store::ReadTxn&) const {
        throw std::runtime_error("a damaged row");
    }

    mutable std::atomic<int> waiting = 0;
    std::promise<void> gate;
    std::shared_future<void> open = gate.get_future().share();
};

inline constexpr auto bindings =
    service::bind<Answers>(api::MethodList<api::ListPopular, api::LogIn>{});

struct Service {
    static constexpr const api::Daemon& daemon = api::popularity_daemon;
    static std::vector<std::string_view> tables() { return {}; }
    explicit Service(service::Host&) {}
    [[nodiscard]] service::Served served() const { return service::served(answers, bindings); }

    Answers answers;
};

std::string log_in(std::string_view name, std::string_view more = "") {
    return request("session.begin",
                   R"({"username":")" + std::string(name) + R"(","password":"secret"})", {}, more);
}

struct Scene {
    TestHome home;
    rpc::Context context;
    rpc::SocketFolder sockets{home->run};
    std::unique_ptr<Daemon<Service>> daemon = std::make_unique<Daemon<Service>>(*home);
    RawClient raw{context, sockets, Service::daemon.client_socket()};

    Answers& answers() { return daemon->service().answers; }
};

}  // namespace

TEST_CASE("a handler that throws costs its own request, and the daemon still stops") {
    Scene scene;
    for (const char* name : {"throws-in-pool", "throws-in-writer"}) {
        const auto answer = scene.raw.ask(log_in(name));
        INFO(name);
        CHECK(answer.kind() == ErrorKind::internal);
        CHECK(answer.message().find("secret") == std::string::npos);
    }
    CHECK(scene.raw.ask(request("palette.popular", "{}")).kind() == ErrorKind::internal);
    CHECK(scene.raw.ask(log_in("alice")).kind() == ErrorKind::permission_denied);
    scene.daemon.reset();
}

TEST_CASE("requests under way are answered before the daemon ends, later ones are not taken") {
    Scene scene;
    scene.raw.send(log_in("waits"));
    Answers& answers = scene.answers();
    REQUIRE(eventually([&] { return answers.waiting == 1; }));
    scene.daemon->stop();
    scene.raw.send(request("palette.popular", "{}"));
    answers.gate.set_value();
    CHECK(scene.raw.receive().kind() == ErrorKind::permission_denied);
    scene.daemon.reset();
    CHECK_FALSE(scene.raw.has_come());
}

TEST_CASE("a write that waits past its deadline is not done") {
    Scene scene;
    Answers& answers = scene.answers();
    scene.raw.send(log_in("waits"));
    scene.raw.send(log_in("waits"));
    REQUIRE(eventually([&] { return answers.waiting == 2; }));
    scene.raw.send(log_in("waits", R"(,"deadline_ms":1)"));
    // A read that is answered says that the request before it was taken.
    const SystemClock clock;
    CHECK(scene.raw.ask(request("palette.popular", "{}")).kind() == ErrorKind::internal);
    const Timestamp taken = clock.now();
    REQUIRE(eventually([&] { return clock.now() > taken + std::chrono::milliseconds(1); }));
    answers.gate.set_value();
    int late = 0;
    for (int i = 0; i < 3; ++i) {
        if (scene.raw.receive().kind() == ErrorKind::deadline_exceeded) ++late;
    }
    CHECK(late == 1);
    CHECK(answers.waiting == 2);
}

TEST_CASE("what waits is bounded in bytes; who is refused is told to come back") {
    Scene scene;
    const std::string large = log_in("waits") + std::string(900'000, ' ');
    constexpr std::size_t sent = 100;
    const std::size_t held = service::UnderWay::most_bytes / large.size();
    for (std::size_t i = 0; i < sent; ++i)
        scene.raw.send(large);
    for (std::size_t i = held; i < sent; ++i) {
        const auto answer = scene.raw.receive();
        REQUIRE(answer.kind() == ErrorKind::resource_exhausted);
        CHECK(answer.error->data->retry_after_ms);
    }
    scene.answers().gate.set_value();
    for (std::size_t i = 0; i < held; ++i)
        CHECK(scene.raw.receive().kind() != ErrorKind::resource_exhausted);
    CHECK(scene.raw.ask(log_in("alice")).kind() == ErrorKind::permission_denied);
}
