// What this process writes to stderr while the object lives.
#pragma once

#include "base/fd.hpp"
#include "temporary_folder.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace palette::test {

class StderrCapture {
  public:
    StderrCapture() : before_(::dup(STDERR_FILENO)) {
        const Fd file(::open(path().c_str(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600));
        if (!before_ || !file || ::dup2(file.get(), STDERR_FILENO) < 0)
            throw std::runtime_error("stderr cannot be captured");
    }
    ~StderrCapture() {
        std::fflush(stderr);
        ::dup2(before_.get(), STDERR_FILENO);
    }
    StderrCapture(const StderrCapture&) = delete;
    StderrCapture& operator=(const StderrCapture&) = delete;

    [[nodiscard]] std::string text() const {
        std::fflush(stderr);
        std::ifstream in(path(), std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

  private:
    [[nodiscard]] std::string path() const { return (folder_.path() / "stderr").string(); }

    TemporaryFolder folder_;
    Fd before_;
};

}  // namespace palette::test
