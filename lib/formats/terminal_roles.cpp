#include "formats/terminal_roles.hpp"

#include "base/check.hpp"
#include "color/hex.hpp"

namespace palette::formats {

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

std::string opaque_hex(color::Color color) {
    color.a = 255;
    return color::to_hex(color);
}

}  // namespace palette::formats
