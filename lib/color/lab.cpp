#include "color/lab.hpp"

#include "color/hue.hpp"
#include "color/oklab.hpp"
#include "color/rgb_spaces.hpp"
#include "color/transfer.hpp"

#include <cmath>

namespace palette::color {

namespace {

constexpr double lab_kappa = 24'389.0 / 27;
constexpr double lab_epsilon = 216.0 / 24'389;
constexpr Vector d50_white = lit(d50);

double lab_compressed(double share) {
    return share > lab_epsilon ? std::cbrt(share) : (lab_kappa * share + 16) / 116;
}

double lab_expanded(double f) {
    const double cube = f * f * f;
    return cube > lab_epsilon ? cube : (116 * f - 16) / lab_kappa;
}

}  // namespace

Vector to_lab(const Vector& xyz) {
    const double x = lab_compressed(xyz[0] / d50_white[0]);
    const double y = lab_compressed(xyz[1] / d50_white[1]);
    const double z = lab_compressed(xyz[2] / d50_white[2]);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

Vector from_lab(const Vector& lab) {
    const double y = (lab[0] + 16) / 116;
    return {lab_expanded(y + lab[1] / 500) * d50_white[0],
            (lab[0] > lab_kappa * lab_epsilon ? y * y * y : lab[0] / lab_kappa) * d50_white[1],
            lab_expanded(y - lab[2] / 200) * d50_white[2]};
}

Vector to_oklab(const Vector& xyz) {
    return cones_to_oklab(xyz_to_cones * xyz);
}

Vector from_oklab(const Vector& oklab) {
    return cones_to_xyz * oklab_to_cones(oklab);
}

Vector oklab_of(Color color) {
    static constexpr Matrix light_to_cones = xyz_to_cones * srgb_to_xyz;
    const Vector light{srgb_decoded_byte(color.r), srgb_decoded_byte(color.g),
                       srgb_decoded_byte(color.b)};
    return cones_to_oklab(light_to_cones * light);
}

Vector to_axes(const Vector& lch) {
    const double angle = radians(lch[2]);
    return {lch[0], lch[1] * std::cos(angle), lch[1] * std::sin(angle)};
}

Vector to_polar(const Vector& lab) {
    return {lab[0], std::sqrt(lab[1] * lab[1] + lab[2] * lab[2]), direction(lab[1], lab[2])};
}

}  // namespace palette::color
