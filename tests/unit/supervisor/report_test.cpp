#include "supervisor/report.hpp"

#include "catch.hpp"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <string>

using namespace palette;
using namespace palette::supervisor;
using namespace std::chrono_literals;

namespace {

// All that was written, and an `EOF` when the writer has closed it.
std::string drained(const Fd& fd) {
    std::string all;
    pollfd readable{fd.get(), POLLIN, 0};
    while (::poll(&readable, 1, 0) == 1) {
        std::array<char, 512> bytes{};
        const ssize_t got = ::read(fd.get(), bytes.data(), bytes.size());
        if (got <= 0) return all + "EOF";
        all.append(bytes.data(), static_cast<std::size_t>(got));
    }
    return all;
}

struct Reported {
    Pipe pipe = make_pipe();
    Report report{::dup(pipe.write.get())};
    Moment begin{};

    Reported() {
        pipe.write.reset();  // only the report holds that end
        report.started(7, {"a", "b"}, begin);
    }
    std::string said() const { return drained(pipe.read); }
};

}  // namespace

TEST_CASE("each daemon is named once and the report ends with the last") {
    Reported family;
    CHECK(family.said() == "started 7\n");
    family.report.ready("a");
    family.report.failed("a", "too late to matter");
    CHECK(family.said() == "a ready\n");
    CHECK(family.report.due());
    family.report.failed("b", "no disk");
    CHECK(family.said() == "b failed no disk\nEOF");
    CHECK_FALSE(family.report.due());
}

TEST_CASE("a daemon that waits for a lock has until the patience ends") {
    Reported family;
    family.report.ready("b");
    family.report.held_up("a", "its store is held by process 12");
    CHECK(family.said() == "started 7\nb ready\n");
    SECTION("and may become ready") {
        family.report.ready("a");
        CHECK(family.said() == "a ready\nEOF");
    }
    SECTION("then the holder is named") {
        family.report.tick(family.begin + Report::patience - 1ms);
        CHECK(family.said().empty());
        family.report.tick(family.begin + Report::patience);
        CHECK(family.said() == "a failed its store is held by process 12\nEOF");
    }
}

TEST_CASE("a daemon that says nothing has failed when the patience ends") {
    Reported family;
    family.report.ready("a");
    family.report.tick(*family.report.due());
    CHECK(family.said() == "started 7\na ready\nb failed gave no answer in 20 s\nEOF");
}

TEST_CASE("without a listener there is nothing to wait for") {
    Report report(std::nullopt);
    report.started(7, {"a"}, {});
    CHECK_FALSE(report.due());
    report.ready("a");
}

TEST_CASE("a descriptor that is not open is an error at once") {
    CHECK_THROWS_AS(Report(9'999), std::system_error);
}
