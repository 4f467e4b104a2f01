// Whether a write that may be repeated changed anything.
#pragma once

#include "api/describe.hpp"

namespace palette::api {

struct Changed {
    bool changed = false;

    static constexpr std::string_view name_of_shape = "Changed";
    static constexpr auto fields() {
        return std::array{field<&Changed::changed>("False when it was so already")};
    }
};

}  // namespace palette::api
