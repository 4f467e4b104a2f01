#include "formats/fit.hpp"

#include "base/trim.hpp"
#include "base/utf8.hpp"

#include <algorithm>

namespace palette::formats {

namespace {

constexpr std::string_view ellipsis = "…";
constexpr std::string_view last_resort = "Untitled";

// Cuts what is too long, and remembers that it did.
class Fitter {
  public:
    // None when nothing but blanks is there.
    template <class Text>
    std::optional<Text> text(std::string_view member, std::string_view found) {
        const std::string_view whole = trimmed(found);
        constexpr std::size_t most = Text::the_rule().most;
        if (whole.empty()) return std::nullopt;
        if (characters(whole) <= most) return Text::from(whole);
        remember(member);
        return Text::from(std::string(first_characters(whole, most - 1)) + std::string(ellipsis));
    }

    api::Tags tags(const std::vector<std::string>& found) {
        api::Tags tags;
        for (const std::string& one : found) {
            auto tag = text<api::Tag>("tags", one);
            if (!tag || std::ranges::count(tags, *tag) > 0) continue;
            if (tags.size() == api::Tags::most) {
                remember("tags");
                break;
            }
            tags.push_back(*std::move(tag));
        }
        return tags;
    }

    api::Colors colors(const std::vector<RecordColor>& found) {
        api::Colors colors{api::Blank{}};
        colors.reserve(found.size());
        for (const RecordColor& one : found) {
            colors.push_back(
                {.hex = one.color,
                 .name = text<api::Title>("colors", one.name),
                 .role = text<api::Tag>("colors", one.role.empty() ? one.group : one.role)});
        }
        return colors;
    }

    std::optional<api::Credit> credit(const Record& record) {
        api::Credit credit{.author = text<api::CreditText>("author", record.author),
                           .source = text<api::CreditText>("source", record.source),
                           .url = text<api::CreditText>("url", record.url),
                           .license = text<api::CreditText>("license", record.license)};
        if (credit == api::Credit{}) return std::nullopt;
        return credit;
    }

    [[nodiscard]] std::vector<std::string_view> cut() && { return std::move(cut_); }

  private:
    void remember(std::string_view member) {
        if (std::ranges::count(cut_, member) == 0) cut_.push_back(member);
    }

    std::vector<std::string_view> cut_;
};

}  // namespace

std::string title_of_place(std::string_view file_stem, const Record& record, const Where& where) {
    if (where.unit == Where::Unit::file) return std::string(file_stem);
    const std::string number =
        record.rank ? std::to_string(*record.rank) : std::to_string(where.number);
    return std::string(file_stem) + " " + number;
}

Fitted fit(const Record& record, std::string_view untitled) {
    Fitter fitter;
    auto title = fitter.text<api::Title>("title", record.title);
    if (!title) title = fitter.text<api::Title>("title", untitled);
    if (!title) title = api::Title::from(last_resort);
    const auto description = fitter.text<api::Description>("description", record.description);
    api::ImportPalette palette{.title = *std::move(title),
                               .colors = fitter.colors(record.colors),
                               .description = description.value_or(api::Description("")),
                               .tags = fitter.tags(record.tags),
                               .visibility = record.visibility,
                               .credit = fitter.credit(record)};
    return {std::move(palette), std::move(fitter).cut()};
}

}  // namespace palette::formats
