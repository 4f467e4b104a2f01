#include "color/naming.hpp"

#include "base/check.hpp"
#include "color/color_names.hpp"
#include "color/difference.hpp"
#include "color/hex.hpp"
#include "color/lab.hpp"

#include <limits>
#include <vector>

namespace palette::color {

namespace {

struct Entry {
    NamedColor named;
    Vector oklab;
};
using List = std::vector<Entry>;

List css_list() {
    List list;
    for (const NamedColor& named : css_colors())
        list.push_back({named, oklab_of(named.color)});
    return list;
}

// "0b3954 Incremental Blue"
Entry entry_of(std::string_view line) {
    constexpr std::size_t digits = 6;
    CHECK_INVARIANT(line.size() > digits + 1);
    const auto color = parse_hex(line.substr(0, digits));
    CHECK_INVARIANT(color.has_value());
    return {{line.substr(digits + 1), *color}, oklab_of(*color)};
}

List long_list() {
    constexpr std::size_t about = 16'000;
    List list;
    list.reserve(about);
    for (std::string_view rest : color_names) {
        while (!rest.empty()) {
            const std::size_t end = rest.find('\n');
            list.push_back(entry_of(rest.substr(0, end)));
            rest.remove_prefix(end + 1);
        }
    }
    return list;
}

// Orders as delta_e_ok does; of many, the roots would cost more than all else.
double squared_distance(const Vector& one, const Vector& other) {
    const double l = one[0] - other[0];
    const double a = one[1] - other[1];
    const double b = one[2] - other[2];
    return l * l + a * a + b * b;
}

Naming nearest_in(const List& list, Color color) {
    const Vector wanted = oklab_of(color);
    const Entry* nearest = nullptr;
    double least = std::numeric_limits<double>::infinity();
    for (const Entry& entry : list) {
        const double distance = squared_distance(entry.oklab, wanted);
        if (distance >= least) continue;
        least = distance;
        nearest = &entry;
    }
    CHECK_INVARIANT(nearest != nullptr);
    return {nearest->named, delta_e_ok(nearest->oklab, wanted)};
}

}  // namespace

Naming nearest_css_name(Color color) {
    static const List list = css_list();
    return nearest_in(list, color);
}

Naming nearest_name(Color color) {
    if (const Naming css = nearest_css_name(color); css.difference == 0) return css;
    static const List list = long_list();
    return nearest_in(list, color);
}

}  // namespace palette::color
