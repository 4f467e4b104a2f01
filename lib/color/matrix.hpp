// Matrices of three by three, and what color spaces make of them. At compile time as well.
#pragma once

#include <array>
#include <cstddef>

namespace palette::color {

using Vector = std::array<double, 3>;
using Matrix = std::array<Vector, 3>;  // by rows

[[nodiscard]] constexpr Vector operator*(const Matrix& m, const Vector& v) {
    return {m[0][0] * v[0] + m[0][1] * v[1] + m[0][2] * v[2],
            m[1][0] * v[0] + m[1][1] * v[1] + m[1][2] * v[2],
            m[2][0] * v[0] + m[2][1] * v[1] + m[2][2] * v[2]};
}

[[nodiscard]] constexpr Matrix transposed(const Matrix& m) {
    return {Vector{m[0][0], m[1][0], m[2][0]},
            {m[0][1], m[1][1], m[2][1]},
            {m[0][2], m[1][2], m[2][2]}};
}

[[nodiscard]] constexpr Matrix operator*(const Matrix& left, const Matrix& right) {
    const Matrix columns = transposed(right);
    return transposed({left * columns[0], left * columns[1], left * columns[2]});
}

[[nodiscard]] constexpr Matrix diagonal(const Vector& v) {
    return {Vector{v[0], 0, 0}, {0, v[1], 0}, {0, 0, v[2]}};
}

// Of one whose determinant is not 0.
[[nodiscard]] constexpr Matrix inverse(const Matrix& m) {
    const auto minor = [&](std::size_t r0, std::size_t c0, std::size_t r1, std::size_t c1) {
        return m[r0][c0] * m[r1][c1] - m[r0][c1] * m[r1][c0];
    };
    const Matrix adjugate{Vector{minor(1, 1, 2, 2), -minor(0, 1, 2, 2), minor(0, 1, 1, 2)},
                          {-minor(1, 0, 2, 2), minor(0, 0, 2, 2), -minor(0, 0, 1, 2)},
                          {minor(1, 0, 2, 1), -minor(0, 0, 2, 1), minor(0, 0, 1, 1)}};
    const double determinant =
        m[0][0] * adjugate[0][0] + m[0][1] * adjugate[1][0] + m[0][2] * adjugate[2][0];
    return diagonal({1 / determinant, 1 / determinant, 1 / determinant}) * adjugate;
}

// A place on the CIE 1931 chromaticity diagram.
struct Chromaticity {
    double x = 0;
    double y = 0;
};

// The XYZ of it, at y = 1.
[[nodiscard]] constexpr Vector lit(Chromaticity c) {
    return {c.x / c.y, 1, (1 - c.x - c.y) / c.y};
}

struct Primaries {
    Chromaticity red;
    Chromaticity green;
    Chromaticity blue;
};

// From light in these primaries to XYZ relative to the white, to which equal parts lead. Source:
// SMPTE RP 177-1993.
[[nodiscard]] constexpr Matrix rgb_to_xyz(const Primaries& of, Chromaticity white_point) {
    const Matrix columns = transposed({lit(of.red), lit(of.green), lit(of.blue)});
    return columns * diagonal(inverse(columns) * lit(white_point));
}

// From XYZ relative to one white to XYZ relative to the other. Source: the Bradford method, ICC
// specification 4.3, annex E.
[[nodiscard]] constexpr Matrix adaptation(Chromaticity from, Chromaticity to) {
    constexpr Matrix cones{
        Vector{0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}};
    const Vector before = cones * lit(from);
    const Vector after = cones * lit(to);
    const Vector gain{after[0] / before[0], after[1] / before[1], after[2] / before[2]};
    return inverse(cones) * diagonal(gain) * cones;
}

}  // namespace palette::color
