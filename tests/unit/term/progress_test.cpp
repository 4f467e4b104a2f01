#include "term/progress.hpp"

#include "catch.hpp"

#include <cstdlib>

using namespace palette::term;
using palette::Clock;
using palette::Timestamp;

namespace {

class ManualClock final : public Clock {
  public:
    [[nodiscard]] Timestamp now() const override { return now_; }
    void advance(std::int64_t ms) { now_.ms += ms; }

  private:
    Timestamp now_{1'000'000};
};

// Stands for stderr and keeps what is printed.
class Screen {
  public:
    Screen() : file_(::open_memstream(&text_, &size_)) {}
    ~Screen() {
        std::fclose(file_);
        std::free(text_);
    }
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    [[nodiscard]] std::FILE* file() const { return file_; }
    [[nodiscard]] std::string text() const {
        std::fflush(file_);
        return {text_, size_};
    }

  private:
    char* text_ = nullptr;
    std::size_t size_ = 0;
    std::FILE* file_;
};

constexpr Terminal wide{.is_terminal = true, .redraws = true, .columns = 80};

}  // namespace

TEST_CASE("progress is a line that is drawn in place") {
    const Screen screen;
    const ManualClock clock;
    Progress progress(screen.file(), wide, clock, "importing");
    progress.update(50, 200);
    CHECK(screen.text() == "\rimporting  [######..................] 25%  50 of 200");
}

TEST_CASE("without a total there is only the count") {
    const Screen screen;
    const ManualClock clock;
    Progress progress(screen.file(), wide, clock, "importing");
    progress.update(50, std::nullopt);
    CHECK(screen.text() == "\rimporting  50");
}

TEST_CASE("it is drawn ten times a second at most, and again when the clock goes back") {
    const Screen screen;
    ManualClock clock;
    Progress progress(screen.file(), wide, clock, "x");
    progress.update(1, std::nullopt);
    clock.advance(99);
    progress.update(2, std::nullopt);
    CHECK(screen.text() == "\rx  1");
    clock.advance(1);
    progress.update(3, std::nullopt);
    CHECK(screen.text() == "\rx  1\rx  3");
    clock.advance(-5000);
    progress.update(4, std::nullopt);
    CHECK(screen.text() == "\rx  1\rx  3\rx  4");
}

TEST_CASE("a shorter line covers the longer one before, and the end leaves nothing") {
    const Screen screen;
    ManualClock clock;
    {
        Progress progress(screen.file(), wide, clock, "x");
        progress.update(1000, std::nullopt);
        clock.advance(100);
        progress.update(1, std::nullopt);
    }
    CHECK(screen.text() == "\rx  1000\rx  1   \r    \r");
}

TEST_CASE("after a message it is drawn again at once") {
    const Screen screen;
    const ManualClock clock;
    Progress progress(screen.file(), wide, clock, "x");
    progress.update(1, std::nullopt);
    progress.erase();
    progress.update(2, std::nullopt);
    CHECK(screen.text() == "\rx  1\r    \r\rx  2");
}

TEST_CASE("it never reaches the last column") {
    const Screen screen;
    const ManualClock clock;
    Progress progress(screen.file(), Terminal{.is_terminal = true, .redraws = true, .columns = 12},
                      clock, "importing");
    progress.update(1, 2);
    CHECK(screen.text() == "\rimporting …");
}

TEST_CASE("a share beyond the total or of nothing is all of it") {
    const Screen screen;
    const ManualClock clock;
    Progress progress(screen.file(), wide, clock, "x");
    progress.update(5, 0);
    CHECK(screen.text() == "\rx  [########################] 100%  5 of 0");
}

TEST_CASE("where nobody looks nothing is printed") {
    const Screen screen;
    const ManualClock clock;
    {
        Progress progress(screen.file(), Terminal{}, clock, "importing");
        progress.update(1, 2);
    }
    CHECK(screen.text().empty());
}
