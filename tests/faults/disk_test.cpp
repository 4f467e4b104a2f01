#include "catch.hpp"
#include "family.hpp"
#include "log_audit.hpp"

#include <sched.h>
#include <sys/mount.h>

#include <fstream>

namespace palette::test {

namespace {

// A small disk under the family's stores, for this thread and the processes it starts.
class SmallDisk {
  public:
    explicit SmallDisk(BareFamily& family) : folder_(family.home().data) {
        is_there_ = ::unshare(CLONE_NEWNS) == 0 &&
                    ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                    ::mount("tmpfs", folder_.c_str(), "tmpfs", MS_NOSUID | MS_NODEV,
                            "size=24m,mode=0700") == 0;
        if (!is_there_) WARN("skipped: this process may not mount a tmpfs");
        for (const api::Daemon* daemon : api::family)
            family.set(*daemon, "store_reserve_mib: 1");
    }
    // Daemons that are still there keep it until they are gone.
    ~SmallDisk() {
        if (is_there_) ::umount2(folder_.c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    [[nodiscard]] bool is_there() const { return is_there_; }

  private:
    std::filesystem::path folder_;
    bool is_there_ = false;
};

bool is_disk_full(const Error& error) {
    return error.kind == ErrorKind::resource_exhausted || error.kind == ErrorKind::unavailable;
}

// Takes what is left of the disk.
void fill(const std::filesystem::path& file) {
    std::ofstream out(file, std::ios::binary);
    const std::string piece(64 * 1024, 'x');
    while (out.write(piece.data(), static_cast<std::streamsize>(piece.size())).flush()) {
    }
}

api::Health health_of(rpc::Client& client, const api::Daemon& daemon) {
    const auto answer = client.ask(
        {.daemon = &daemon, .method = &api::row_of<api::AskHealth>, .params = "{}", .options{}});
    REQUIRE(answer);
    return *api::read_json<api::Health>(*answer);
}

TEST_CASE("a full disk refuses writes clearly, keeps reads going, and is forgotten once freed",
          "[disk]") {
    BareFamily family;
    const SmallDisk disk(family);
    if (!disk.is_there()) return;
    family.start_all();
    auto client = family.connect();
    const Person person = sign_up(client, "squirrel");
    const auto first = client.call(palette_titled("First"), person.options());
    REQUIRE(first);
    Ledger acknowledged;
    acknowledged.published(*first);

    const auto ballast = family.home().data / "ballast";
    fill(ballast);
    const auto refused = client.call(palette_titled("Too much"), person.options());
    REQUIRE_FALSE(refused);
    INFO(refused.error().message);
    CHECK(is_disk_full(refused.error()));
    const auto not_liked = client.call(api::LikePalette{.ref = first->ref}, person.options());
    REQUIRE_FALSE(not_liked);
    CHECK(is_disk_full(not_liked.error()));
    CHECK(client.call(api::GetPalette{.ref = first->ref}));
    CHECK(client.call(api::ListPopular{}));
    CHECK(client.call(api::ListEvents{.after = 0}));
    for (const api::Daemon* daemon : api::family) {
        CHECK(family.runs(*daemon));
        const api::Health health = health_of(client, *daemon);
        CHECK(health.state == api::HealthState::degraded);
        CHECK_THAT(health.problem->text(), Catch::Contains("the disk has 0 MiB left"));
    }

    std::filesystem::remove(ballast);
    for (const api::Daemon* daemon : api::family)
        CHECK(health_of(client, *daemon).state == api::HealthState::ready);
    const auto resumed = client.call(palette_titled("Again"), person.options());
    REQUIRE(resumed);
    acknowledged.published(*resumed);
    audit(client, person, acknowledged);
}

TEST_CASE("a disk that fills up under writes loses nothing that was acknowledged", "[disk]") {
    BareFamily family;
    const SmallDisk disk(family);
    if (!disk.is_there()) return;
    family.start_all();
    auto client = family.connect();
    const Person person = sign_up(client, "hamster");
    Ledger acknowledged;
    constexpr int most_palettes = 20'000;
    std::optional<Error> full;
    for (int i = 0; i < most_palettes && !full; ++i) {
        api::CreatePalette wanted = palette_titled("Nut " + std::to_string(i));
        wanted.description = *api::Description::from(std::string(2'000, 'n'));
        const auto made = client.call(wanted, person.options());
        if (made) acknowledged.published(*made);
        if (!made) full = made.error();
    }
    REQUIRE(full);
    INFO(full->message);
    CHECK(is_disk_full(*full));
    CHECK(acknowledged.titles().size() > 100);
    for (const auto& [id, title] : acknowledged.titles()) {
        const auto found =
            client.call(api::GetPalette{.ref = *api::PaletteRef::from(std::to_string(id))});
        if (!found || found->title.text() != title) FAIL("palette " << id << " is gone");
    }
    for (const api::Daemon* daemon : {&api::palettes_daemon, &api::popularity_daemon}) {
        CHECK(family.stop(*daemon).how == "ended with code 0");
        CHECK(family.verify(*daemon) == "ended with code 0");
    }
}

}  // namespace

}  // namespace palette::test
