#include "api/given_settings.hpp"

#include "api/describe.hpp"
#include "api/faults.hpp"
#include "api/writer.hpp"
#include "base/nearest_word.hpp"
#include "base/whole_number.hpp"

#include <algorithm>

namespace palette::api {

namespace {

template <class T>
constexpr auto names_at_run_time = T::at_run_time();

struct Found {
    const Member* member = nullptr;
    void* object = nullptr;
};

Found find_setting(std::string_view name, std::span<const SettingsPart> parts) {
    for (const SettingsPart& part : parts) {
        if (const Member* member = find_member(*part.shape, name)) return {member, part.object};
    }
    return {};
}

bool set_value(const Shape& shape, void* value, const std::string& text) {
    if (shape.set_text != nullptr) return shape.set_text(value, text);
    if (shape.set_flag != nullptr && (text == "true" || text == "false"))
        return shape.set_flag(value, text == "true");
    const auto number = whole_number<std::int64_t>(text);
    return shape.set_whole != nullptr && number && shape.set_whole(value, *number);
}

tl::unexpected<Error> no_setting(std::string_view file, const GivenSetting& one,
                                 std::span<const SettingsPart> parts) {
    std::vector<std::string_view> names;
    for (const SettingsPart& part : parts) {
        for (const Member& member : part.shape->members)
            names.push_back(member.name);
    }
    return refuse(ErrorKind::invalid_argument, "",
                  place_in(file, one.name_at) + ": there is no setting " + shown(one.name),
                  did_you_mean(nearest_word(one.name, names)));
}

tl::unexpected<Error> mismatch(std::string_view file, const GivenSetting& one,
                               const Member& member) {
    return refuse(ErrorKind::invalid_argument, std::string(member.name),
                  place_in(file, one.value_at) + ": " + std::string(member.name) + ": expected " +
                      expected(*member.shape) + " (" + std::string(member.shape->meaning) +
                      "), got " + shown(one.value),
                  did_you_mean(nearest_word(one.value, member.shape->choices)));
}

}  // namespace

std::string place_in(std::string_view file, const Spot& spot) {
    return std::string(file) + ":" + std::to_string(spot.line) + ":" + std::to_string(spot.column);
}

std::vector<SettingsPart> parts_of(DaemonSettings& settings) {
    std::vector<SettingsPart> parts;
    const auto add = [&]<class Part>(Part& part) {
        parts.push_back({&shape_of<Part>, &part, names_at_run_time<Part>});
    };
    add(settings.common);
    std::visit(add, settings.own);
    return parts;
}

Result<void> apply_settings(std::string_view file, std::span<const GivenSetting> given,
                            std::span<const SettingsPart> parts) {
    for (const GivenSetting& one : given) {
        const Found found = find_setting(one.name, parts);
        if (found.member == nullptr) return no_setting(file, one, parts);
        if (std::ranges::count(given, one.name, &GivenSetting::name) > 1) {
            return refuse(ErrorKind::invalid_argument, one.name,
                          place_in(file, one.name_at) + ": " + one.name + " is set twice");
        }
        if (!set_value(*found.member->shape, found.member->place(found.object), one.value))
            return mismatch(file, one, *found.member);
    }
    return {};
}

std::string setting_text(const Member& member, const void* object) {
    const void* value = member.peek(object);
    std::string json;
    if (value != nullptr) append_json(json, *member.shape, value);
    return json.starts_with('"') ? json.substr(1, json.size() - 2) : json;
}

std::vector<ShownSetting> shown_settings(std::string_view file, std::span<const GivenSetting> given,
                                         std::span<const SettingsPart> parts) {
    std::vector<ShownSetting> all;
    for (const SettingsPart& part : parts) {
        for (const Member& member : part.shape->members) {
            const auto one = std::ranges::find(given, member.name, &GivenSetting::name);
            all.push_back(
                {std::string(member.name), setting_text(member, part.object),
                 one == given.end() ? std::string(default_origin) : place_in(file, one->value_at)});
        }
    }
    return all;
}

}  // namespace palette::api
