#include "color/generate.hpp"

#include "base/check.hpp"
#include "base/hundredths.hpp"
#include "color/chance.hpp"
#include "color/contrast.hpp"
#include "color/difference.hpp"
#include "color/gamut.hpp"
#include "color/hex.hpp"
#include "color/hue.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace palette::color {

namespace {

// Palettes that are drawn until one has no two colors alike; each is allowed a little more than the
// one before, the last anything.
constexpr std::size_t most_draws = 40;
constexpr double well_apart = 0.08;  // by delta_e_ok

constexpr double lightest = 0.93;
constexpr double darkest = 0.26;
constexpr double least_chroma = 0.05;
constexpr double most_chroma = 0.17;
constexpr double hue_jitter = 10;  // degrees, either way

// A background is nearly white or nearly black, and hardly has a hue.
constexpr double light_background = 0.97;
constexpr double dark_background = 0.19;
constexpr double background_chroma = 0.015;

constexpr int lightness_steps = 64;

struct Oklch {
    double lightness = 0;
    double chroma = 0;
    double hue = 0;
};

Color color_of(const Oklch& oklch) {
    return to_color(
        {.space = Space::oklch, .values = {oklch.lightness, oklch.chroma, in_turn(oklch.hue)}});
}

Oklch oklch_of(Color color) {
    const Vector values = convert(coordinates_of(color).values, Space::srgb, Space::oklch);
    return {values[0], values[1], values[2]};
}

// The most that any color has with it.
double most_contrast_with(Color background) {
    return std::max(wcag_contrast(white, background), wcag_contrast(black, background));
}

tl::unexpected<Error> impossible(std::string why) {
    return refuse(ErrorKind::invalid_argument, "min_contrast", std::move(why),
                  "ask for less contrast, or lock other colors");
}

class Generator {
  public:
    explicit Generator(const Recipe& recipe) : recipe_(recipe), chance_(recipe.seed) {}

    Result<Generated> palette() {
        Generated drawn;
        for (std::size_t i = 0; i < most_draws; ++i) {
            auto made = draw();
            if (!made) return refuse(std::move(made.error()));
            drawn = {.colors = *std::move(made), .harmony = harmony_};
            const double share = static_cast<double>(i) / (most_draws - 1);
            if (are_apart(drawn.colors, well_apart * (1 - share))) break;
        }
        return drawn;
    }

  private:
    Result<std::vector<Color>> draw() {
        draw_hues();
        is_light_first_ = chance_.share() < 0.5;
        std::vector<Color> colors;
        if (recipe_.min_contrast) {
            const auto background = draw_background();
            if (!background) return refuse(background.error());
            colors.push_back(*background);
        }
        while (colors.size() < recipe_.slots.size()) {
            const std::size_t place = colors.size();
            const Color drawn = draw_color(place);
            const Color kept = recipe_.slots[place].value_or(drawn);
            if (!recipe_.min_contrast) {
                colors.push_back(kept);
                continue;
            }
            const auto readable = made_readable(place, kept, colors.front());
            if (!readable) return refuse(readable.error());
            colors.push_back(*readable);
        }
        return colors;
    }

    void draw_hues() {
        constexpr double gray = 0.02;  // with less chroma a hue is not seen
        const auto own = static_cast<std::size_t>(chance_.share() * harmony_names.size());
        harmony_ = recipe_.harmony.value_or(static_cast<Harmony>(own));
        hues_ = all_harmonies()[static_cast<std::size_t>(harmony_)].hues;
        base_hue_ = chance_.between(0, turn);
        for (const auto& slot : recipe_.slots) {
            if (!slot || oklch_of(*slot).chroma < gray) continue;
            base_hue_ = oklch_of(*slot).hue;
            return;
        }
    }

    // One step of the palette's lightness each, from light to dark or the other way.
    Color draw_color(std::size_t place) {
        const auto count = static_cast<double>(recipe_.slots.size());
        const double step = (static_cast<double>(place) + chance_.between(0.15, 0.85)) / count;
        const double share = is_light_first_ ? step : 1 - step;
        Oklch drawn{.lightness = std::lerp(lightest, darkest, share)};
        const double turned = hues_.empty() ? 0 : hues_[place % hues_.size()];
        drawn.hue = base_hue_ + turned + chance_.between(-hue_jitter, hue_jitter);
        // Near white and black there is little.
        const double room = 1 - std::pow(std::abs(2 * drawn.lightness - 1), 3);
        drawn.chroma = chance_.between(least_chroma, most_chroma) * room;
        return color_of(drawn);
    }

    Result<Color> draw_background() {
        const double wanted = is_light_first_ ? light_background : dark_background;
        const Oklch drawn{wanted, background_chroma,
                          base_hue_ + chance_.between(-hue_jitter, hue_jitter)};
        if (recipe_.slots.front()) return check_background(*recipe_.slots.front());
        if (suits_locked(color_of(drawn))) return color_of(drawn);
        return nearest_background(drawn);
    }

    Result<Color> check_background(Color background) const {
        if (most_contrast_with(background) >= *recipe_.min_contrast) return background;
        return impossible("nothing has a contrast of " + two_decimals(*recipe_.min_contrast) +
                          " with the background " + to_hex(background) + ": the most is " +
                          two_decimals(most_contrast_with(background)));
    }

    [[nodiscard]] bool suits_locked(Color background) const {
        return most_contrast_with(background) >= *recipe_.min_contrast &&
               std::ranges::all_of(recipe_.slots, [&](const std::optional<Color>& slot) {
                   return !slot || wcag_contrast(*slot, background) >= *recipe_.min_contrast;
               });
    }

    // Of all lightnesses, that nearest to the one drawn which suits what is locked.
    [[nodiscard]] Result<Color> nearest_background(const Oklch& drawn) const {
        std::optional<Oklch> nearest;
        for (int i = 0; i <= lightness_steps; ++i) {
            Oklch other = drawn;
            other.lightness = static_cast<double>(i) / lightness_steps;
            if (!suits_locked(color_of(other))) continue;
            const double apart = std::abs(other.lightness - drawn.lightness);
            if (!nearest || apart < std::abs(nearest->lightness - drawn.lightness)) nearest = other;
        }
        if (nearest) return color_of(*nearest);
        return impossible("no background has a contrast of " + two_decimals(*recipe_.min_contrast) +
                          " with every locked color");
    }

    // A locked color stays; another goes as far towards white or black as it must.
    Result<Color> made_readable(std::size_t place, Color color, Color background) const {
        const double wanted = *recipe_.min_contrast;
        if (wcag_contrast(color, background) >= wanted) return color;
        if (recipe_.slots[place]) {
            return impossible("locked color " + std::to_string(place + 1) + ", " + to_hex(color) +
                              ", has a contrast of " +
                              two_decimals(wcag_contrast(color, background)) +
                              " with the background " + to_hex(background) + ", " +
                              two_decimals(wanted) + " is wanted");
        }
        const bool is_lightened = wcag_contrast(white, background) >= wanted;
        const Color end = is_lightened ? white : black;
        const Oklch drawn = oklch_of(color);
        for (int i = 1; i < lightness_steps; ++i) {
            const double share = static_cast<double>(i) / lightness_steps;
            const Color moved =
                color_of({.lightness = std::lerp(drawn.lightness, is_lightened ? 1.0 : 0.0, share),
                          .chroma = drawn.chroma,
                          .hue = drawn.hue});
            if (wcag_contrast(moved, background) >= wanted) return moved;
        }
        return end;
    }

    // Locked colors may be as alike as they like.
    [[nodiscard]] bool are_apart(const std::vector<Color>& colors, double least) const {
        for (std::size_t i = 0; i < colors.size(); ++i) {
            for (std::size_t j = i + 1; j < colors.size(); ++j) {
                const bool are_locked = recipe_.slots[i] && recipe_.slots[j];
                if (!are_locked && difference(colors[i], colors[j]) < least) return false;
            }
        }
        return true;
    }

    const Recipe& recipe_;
    Chance chance_;
    Harmony harmony_{};
    std::span<const double> hues_{};
    double base_hue_ = 0;
    bool is_light_first_ = true;
};

}  // namespace

Result<Generated> generate(const Recipe& recipe) {
    CHECK_INVARIANT(!recipe.slots.empty() && recipe.slots.size() <= most_generated);
    return Generator(recipe).palette();
}

}  // namespace palette::color
