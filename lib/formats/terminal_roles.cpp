#include "formats/terminal_roles.hpp"

#include "base/check.hpp"
#include "color/css_names.hpp"
#include "color/hex.hpp"

#include <charconv>

namespace palette::formats {

namespace {

// A part of rgb:, of which ffff, fff, ff and f are the same.
std::optional<std::uint8_t> x11_component(std::string_view digits) {
    if (digits.empty() || digits.size() > 4) return std::nullopt;
    unsigned value = 0;
    const char* end = digits.data() + digits.size();
    const auto [stopped_at, fault] = std::from_chars(digits.data(), end, value, 16);
    if (fault != std::errc{} || stopped_at != end) return std::nullopt;
    const unsigned most = (1U << (4 * digits.size())) - 1;
    return static_cast<std::uint8_t>((value * 255 + most / 2) / most);
}

std::optional<color::Color> x11_color(std::string_view text) {
    std::array<std::uint8_t, 3> parts{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto end = text.find('/');
        if ((end == std::string_view::npos) != (i + 1 == parts.size())) return std::nullopt;
        const auto part = x11_component(text.substr(0, end));
        if (!part) return std::nullopt;
        parts.at(i) = *part;
        text.remove_prefix(std::min(text.size(), end == std::string_view::npos ? end : end + 1));
    }
    return color::Color{parts[0], parts[1], parts[2]};
}

}  // namespace

std::vector<Slot> slots_of(SlotName name) {
    std::vector<Slot> slots;
    for (const TerminalRole& row : terminal_roles) {
        if (!(row.*name).empty()) slots.push_back({row.role, row.*name});
    }
    return slots;
}

const Slot* slot_named(std::span<const Slot> slots, std::string_view name) {
    const auto slot = std::ranges::find(slots, name, &Slot::name);
    return slot == slots.end() ? nullptr : &*slot;
}

void give_roles(std::span<RecordColor> colors, SlotName name) {
    const auto slots = slots_of(name);
    const bool is_theme = std::ranges::all_of(slots, [&](const Slot& slot) {
        return !slot.role.starts_with("ansi-") ||
               std::ranges::find(colors, slot.name, &RecordColor::name) != colors.end();
    });
    if (!is_theme) return;
    for (RecordColor& color : colors) {
        if (const Slot* slot = slot_named(slots, color.name)) color.role = slot->role;
    }
}

std::vector<const RecordColor*> in_slots(const Record& record, std::span<const Slot> slots) {
    CHECK_INVARIANT(record.colors.size() <= slots.size());
    std::vector<const RecordColor*> placed(slots.size(), nullptr);
    std::vector<const RecordColor*> others;
    for (const RecordColor& color : record.colors) {
        const auto slot = std::ranges::find(slots, color.role, &Slot::role);
        const auto place = static_cast<std::size_t>(slot - slots.begin());
        if (place < slots.size() && placed[place] == nullptr) {
            placed[place] = &color;
        } else {
            others.push_back(&color);
        }
    }
    auto free = placed.begin();
    for (const RecordColor* color : others) {
        free = std::find(free, placed.end(), nullptr);
        *free = color;
    }
    return placed;
}

std::optional<color::Color> terminal_color(std::string_view text) {
    if (text.starts_with('#')) return color::parse_hex(text);
    if (text.starts_with("0x") && text.size() == 8) return color::parse_hex(text.substr(2));
    if (text.starts_with("rgb:")) return x11_color(text.substr(4));
    return color::css_color_named(text);
}

std::string opaque_hex(color::Color color) {
    color.a = 255;
    return color::to_hex(color);
}

}  // namespace palette::formats
