// Text that must not be left lying in memory or in a log: a password, a refresh token.
//
// It is wiped when it goes. It cannot be copied or printed; who needs the text says reveal(), which
// is easy to search for. What others hold of it (a received frame, a terminal's line) is theirs to
// wipe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace palette::auth {

class Secret {
  public:
    // Takes the text and wipes the place it came from.
    explicit Secret(std::string&& text);
    ~Secret();
    Secret(Secret&&) noexcept = default;
    // The two change places, so that the old text is wiped with `other`.
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;

    // Lives as long as this object stays where it is. Its data() is never null.
    [[nodiscard]] std::string_view reveal() const;

  private:
    // Not a std::string: moving a short one leaves its characters behind.
    std::vector<char> bytes_;
};

}  // namespace palette::auth
