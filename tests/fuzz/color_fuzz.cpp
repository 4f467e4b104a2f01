// Whatever text is taken for a color, it ends in one that can be written, read again and shown, or
// in a fault that lies within the text.
#include "base/check.hpp"
#include "color/css_notation.hpp"
#include "color/gamut.hpp"
#include "color/parse.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace palette::color;

namespace {

bool is_finite(const Coordinates& color) {
    return std::ranges::all_of(color.values, [](double value) { return std::isfinite(value); }) &&
           color.alpha >= 0 && color.alpha <= 1;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto notation = parse_pasted(text);
    CHECK_INVARIANT(notation || notation.error().offset <= size);
    if (!notation) return 0;
    CHECK_INVARIANT(is_finite(notation->color));
    for (const SpaceFacts& facts : all_spaces()) {
        const Coordinates converted = convert(notation->color, facts.space);
        CHECK_INVARIANT(is_finite(converted));
        const auto again = parse_css(to_css(converted));
        CHECK_INVARIANT(again && again->color.space == facts.space);
    }
    CHECK_INVARIANT(parse_css(to_css(*notation)).has_value());
    static_cast<void>(to_color(notation->color));
    return 0;
}
