// The family that examples of help and the manual speak of: alice has a palette alice/sea-glass,
// which is number 42, and bob has bob/dusk.
#pragma once

#include "family.hpp"

#include <string>
#include <string_view>

namespace palette::test {

class ExampleFamily : public Place {
  public:
    // Started, and nobody in it.
    ExampleFamily();
    void enter(const std::string& name) const;
    // The people and palettes that examples speak of. alice is signed in.
    void populate() const;
    // The files that they read.
    void lay_files() const;
    void sign_in() const;
};

// Without Ctrl-C.
[[nodiscard]] bool ends_by_itself(std::string_view line);

}  // namespace palette::test
