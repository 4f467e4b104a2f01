// A file descriptor that closes itself. Move-only; -1 is none.
#pragma once

#include <string_view>
#include <utility>

namespace palette {

class Fd {
  public:
    Fd() = default;
    explicit Fd(int fd) : fd_(fd) {}
    Fd(Fd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    Fd& operator=(Fd&& other) noexcept {
        if (this != &other) reset(std::exchange(other.fd_, -1));
        return *this;
    }
    Fd(const Fd&) = delete;
    Fd& operator=(const Fd&) = delete;
    ~Fd() { reset(); }

    [[nodiscard]] int get() const { return fd_; }
    [[nodiscard]] explicit operator bool() const { return fd_ >= 0; }
    void reset(int fd = -1);

  private:
    int fd_ = -1;
};

struct Pipe {
    Fd read;
    Fd write;
};

// Both ends close-on-exec. Throws std::system_error.
[[nodiscard]] Pipe make_pipe();

// Opens /dev/null in the place of every standard stream that is closed, so that no descriptor of
// ours takes that place. For the first line of main.
void fill_standard_streams();

}  // namespace palette
