#include "cli/commands/palette_generate.hpp"

#include "base/random.hpp"
#include "cli/render/generated.hpp"
#include "cli/render/print.hpp"
#include "color/hex.hpp"

#include <array>
#include <span>

namespace palette::cli {

namespace {

// Short enough to be typed again.
std::uint64_t seed_by_chance() {
    SystemRandom random;
    std::array<std::uint32_t, 1> number{};
    random.fill(std::as_writable_bytes(std::span(number)));
    return number.front();
}

Result<color::Color> locked_by(const Context& context, const SetColor& asked, std::size_t count) {
    const std::string place = std::to_string(asked.place.number());
    if (asked.place.value() > count) {
        return refuse(ErrorKind::invalid_argument, "lock",
                      "--lock " + place + ": there are " + std::to_string(count) + " colors",
                      "--count " + place + " makes more");
    }
    const auto given = read_color(context, asked.color, "--lock " + place);
    if (!given) return refuse(given.error());
    const color::Color locked = given->hex;
    if (locked.a == color::Color{}.a) return locked;
    return refuse(ErrorKind::invalid_argument, "lock",
                  "--lock " + place + ": " + color::to_hex(locked) + " is not opaque");
}

// What was left to chance.
void tell_chance(const Context& context, const PaletteGenerate& asked, std::uint64_t seed,
                 color::Harmony harmony) {
    const std::string drawn = "harmony by chance: " + std::string(api::word_of(harmony));
    const std::string again = "--seed " + std::to_string(seed) + " makes the same again";
    if (!asked.harmony && !asked.seed) return context.note(drawn + "; " + again);
    if (!asked.harmony) return context.advise(drawn);
    if (!asked.seed) context.note(again);
}

}  // namespace

Result<Exit> PaletteGenerate::run(Context& context) const {
    color::Recipe recipe{.seed = seed ? seed->value() : seed_by_chance(), .harmony = harmony};
    recipe.slots.resize(count.value());
    for (const SetColor& one : lock) {
        const auto locked = locked_by(context, one, recipe.slots.size());
        if (!locked) return refuse(locked.error());
        auto& slot = recipe.slots[one.place.value() - 1];
        if (slot) {
            return refuse(ErrorKind::invalid_argument, "lock",
                          "--lock " + std::to_string(one.place.number()) + ": given twice");
        }
        slot = *locked;
    }
    if (min_contrast) {
        recipe.min_contrast =
            static_cast<double>(min_contrast->hundredths()) / api::hundredths_in_one;
    }
    const auto made = color::generate(recipe);
    if (!made) return refuse(made.error());
    GeneratedColors shown{.seed = api::Count::clamped(recipe.seed), .harmony = made->harmony};
    for (const color::Color one : made->colors)
        shown.items.push_back({one});
    print_page(context, shown, "");
    tell_chance(context, *this, recipe.seed, made->harmony);
    return Exit::done;
}

}  // namespace palette::cli
