#include "formats/json.hpp"

#include "base/trim.hpp"
#include "color/parse.hpp"
#include "formats/nested_json.hpp"

#include <array>

namespace palette::formats {

namespace {

// Text of a file. It is cut to what a palette may have later; here it is only bounded.
constexpr api::TextRule free_text_rule{"Text", "text", "text", 0, 1'000'000};
using FreeText = api::Text<free_text_rule>;

constexpr api::WholeRule file_rank_rule{"Rank", "a place in a ranking", 1, 0};
using FileRank = api::Whole<file_rank_rule>;

constexpr std::size_t most_tags = 1'000;

struct JsonCredit {
    std::optional<FreeText> author{};
    std::optional<FreeText> source{};
    std::optional<FreeText> url{};
    std::optional<FreeText> license{};

    static constexpr std::string_view name_of_shape = "Credit";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&JsonCredit::author>("Who made it"),
            field<&JsonCredit::source>("Where it was taken from"),
            field<&JsonCredit::url>("Its address there"),
            field<&JsonCredit::license>("Under which license"),
        };
    }
};

struct JsonColor {
    FreeText hex;
    std::optional<FreeText> name{};
    std::optional<FreeText> role{};

    static constexpr std::string_view name_of_shape = "Color";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&JsonColor::hex>("The color, in any notation"),
            field<&JsonColor::name>("What people call it"),
            field<&JsonColor::role>("What it is for"),
        };
    }
};

using JsonColors = api::List<api::Json, 0, api::Colors::most>;

struct JsonRecord {
    JsonColors colors{};
    std::optional<FreeText> title{};
    std::optional<FreeText> name{};
    std::optional<FreeText> description{};
    std::optional<FreeText> author{};
    std::optional<FreeText> source{};
    std::optional<FreeText> url{};
    std::optional<FreeText> license{};
    api::List<FreeText, 0, most_tags> tags{};
    std::optional<FileRank> rank{};
    api::List<FreeText, 0, api::Colors::most> color_names{};
    api::Visibility visibility = api::Visibility::public_;
    std::optional<JsonCredit> credit{};

    static constexpr std::string_view name_of_shape = "Record";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&JsonRecord::colors>("Notations, or objects with hex, name, role"),
            field<&JsonRecord::title>("What it is called"),
            field<&JsonRecord::name>("The same, as others say it"),
            field<&JsonRecord::description>("A few sentences about it"),
            field<&JsonRecord::author>("Who made it"),
            field<&JsonRecord::source>("Where it was taken from"),
            field<&JsonRecord::url>("Its address there"),
            field<&JsonRecord::license>("Under which license"),
            field<&JsonRecord::tags>("Words to find it by"),
            field<&JsonRecord::rank>("Its place in a ranking there"),
            field<&JsonRecord::color_names>("Names, one a color"),
            field<&JsonRecord::visibility>("Who may see it"),
            field<&JsonRecord::credit>("As palettes of ours have it"),
        };
    }
};

struct JsonPage {
    api::List<api::Json, 0, most_json_items> items{};

    static constexpr std::string_view name_of_shape = "Page";
    static constexpr auto fields() { return std::array{api::field<&JsonPage::items>("Palettes")}; }
};
using JsonItems = api::List<api::Json, 0, most_json_items>;

std::string text_of(const std::optional<FreeText>& text) {
    return text ? text->text() : std::string();
}

std::string either(const std::optional<FreeText>& first, const std::optional<FreeText>& second) {
    return first && !first->text().empty() ? first->text() : text_of(second);
}

// A color as a JSON value. A notation has no letter that JSON would escape.
Result<RecordColor> read_color(const api::Json& json) {
    std::string_view text = json.text();
    if (text.starts_with('{')) {
        const auto object = api::read_json<JsonColor>(text);
        if (!object) return refuse(object.error());
        return color::parse_color(object->hex.text()).map([&](color::Color color) {
            return RecordColor{color, text_of(object->name), text_of(object->role)};
        });
    }
    if (!text.starts_with('"')) {
        return refuse(ErrorKind::invalid_argument, "colors",
                      "expected a color, got " + api::shown(text));
    }
    text = text.substr(1, text.size() - 2);
    return color::parse_color(text).map([](color::Color color) { return RecordColor{color}; });
}

Result<std::vector<RecordColor>> read_colors(const JsonColors& found) {
    if (found.empty()) return refuse(ErrorKind::invalid_argument, "colors", "it has no colors");
    std::vector<RecordColor> colors;
    colors.reserve(found.size());
    for (const api::Json& json : found) {
        auto color = read_color(json);
        if (!color) {
            Error error = std::move(color.error());
            error.message = "colors[" + std::to_string(colors.size()) + "]: " + error.message;
            return refuse(std::move(error));
        }
        colors.push_back(*std::move(color));
    }
    return colors;
}

Result<Record> record_of(const JsonRecord& found) {
    auto colors = read_colors(found.colors);
    if (!colors) return refuse(std::move(colors.error()));
    Record record{.colors = *std::move(colors)};
    for (std::size_t i = 0; i < record.colors.size() && i < found.color_names.size(); ++i) {
        if (record.colors[i].name.empty()) record.colors[i].name = found.color_names[i].text();
    }
    const JsonCredit credit = found.credit.value_or(JsonCredit{});
    record.title = either(found.title, found.name);
    record.description = text_of(found.description);
    record.author = either(found.author, credit.author);
    record.source = either(found.source, credit.source);
    record.url = either(found.url, credit.url);
    record.license = either(found.license, credit.license);
    for (const FreeText& tag : found.tags)
        record.tags.push_back(tag.text());
    if (found.rank) record.rank = found.rank->number();
    record.visibility = found.visibility;
    return record;
}

// The parsed document as a list of values of any kind.
template <class L>
Result<L> read_list(const api::Document& document) {
    L list;
    api::Faults faults;
    document.read_into(api::shape_of<L>, &list, api::Unknown::ignored, faults);
    if (!faults.none()) return refuse(faults.error());
    return list;
}

Result<void> read_items(const JsonItems& items, const TakeRecord& take) {
    api::Document document;
    std::size_t number = 0;
    for (const api::Json& item : items)
        take({Where::Unit::item, ++number}, read_record(document, item.text()));
    return {};
}

// The faults of both are told by the record, and so is where they are.
Result<Record> read_nested(std::string_view json) {
    auto record = read_nested_colors(json);
    if (!record) return refuse(ErrorKind::invalid_argument, "colors", record.error().message);
    return *std::move(record);
}

bool is_color_text(const api::Json& json) {
    return json.text().starts_with('"');
}

}  // namespace

Result<Record> read_record(api::Document& document, std::string_view json) {
    if (!document.parse(json)) {
        return refuse(ErrorKind::invalid_argument, "", "this is not JSON");
    }
    if (without_leading_blanks(json).starts_with('[')) {
        auto colors = read_list<JsonColors>(document);
        if (!colors) return refuse(std::move(colors.error()));
        return record_of({.colors = *std::move(colors)});
    }
    if (without_leading_blanks(json).starts_with('{')) {
        const std::string colors = document.text_at("colors");
        if (colors == "null" || colors.starts_with('{')) return read_nested(json);
    }
    const auto found = document.read<JsonRecord>(api::Unknown::ignored);
    if (!found) return refuse(found.error());
    return record_of(*found);
}

Result<void> read_json_file(std::string_view json, const TakeRecord& take) {
    api::Document document(most_json_bytes);
    if (!document.parse(json)) {
        return refuse(ErrorKind::invalid_argument, "", "this is neither JSON nor JSON lines");
    }
    const std::string_view start = without_leading_blanks(json);
    if (start.starts_with('[')) {
        const auto items = read_list<JsonItems>(document);
        if (!items) return refuse(items.error());
        if (items->empty() || !is_color_text((*items)[0])) return read_items(*items, take);
    } else if (document.text_at("items") != "null") {
        const auto page = document.read<JsonPage>(api::Unknown::ignored);
        if (!page) return refuse(page.error());
        return read_items(page->items, take);
    }
    take({Where::Unit::item, 1}, read_record(document, json));
    return {};
}

}  // namespace palette::formats
