#include "cli/commands/liked_first.hpp"

#include "api/popularity.hpp"

#include <set>
#include <string>
#include <string_view>

namespace palette::cli {

namespace {

// A page that is not empty ends after so many questions, also when it has room left: where nearly
// all are liked, or few have the tag, most answers add nothing to it.
constexpr int most_questions = 50;

// A cursor is that of the daemon, behind the part of the list where it is good.
constexpr std::string_view liked_part = "liked:";
constexpr std::string_view rest_part = "rest:";

using Inner = std::optional<api::Cursor>;

api::Cursor cursor_in(std::string_view part, const Inner& inner) {
    return *api::Cursor::from(std::string(part) + (inner ? inner->text() : ""));
}

class LikedFirst {
  public:
    LikedFirst(Context& context, const PaletteList& wanted) : context_(context), wanted_(wanted) {}

    Result<api::PalettePage> page() {
        auto done = begin();
        for (int i = 0; done && has_room() && (i < most_questions || page_.items.empty()); ++i) {
            if (part_ == Part::over) break;
            done = part_ == Part::liked ? add_liked() : add_rest();
        }
        if (!done) return refuse(std::move(done.error()));
        if (part_ == Part::liked) page_.next = cursor_in(liked_part, after_);
        if (part_ == Part::rest) page_.next = cursor_in(rest_part, after_);
        return std::move(page_);
    }

  private:
    enum class Part : std::uint8_t { liked, rest, over };

    Result<void> begin() {
        if (!wanted_.after) return {};
        const std::string_view text = wanted_.after->text();
        for (const auto part : {Part::liked, Part::rest}) {
            const auto word = part == Part::liked ? liked_part : rest_part;
            if (!text.starts_with(word)) continue;
            part_ = part;
            after_ = api::Cursor::from(text.substr(word.size()));
            has_all_liked_ = false;
            return {};
        }
        return refuse(ErrorKind::invalid_argument, "after",
                      "--after: expected `next` of a page by likes, got " + wanted_.after->text());
    }

    [[nodiscard]] std::size_t room() const { return wanted_.limit.value() - page_.items.size(); }
    [[nodiscard]] bool has_room() const { return room() > 0; }

    void go_on(const Inner& next, Part then) {
        after_ = next;
        if (!next) part_ = then;
    }

    Result<void> add_liked() {
        const auto liked = context_.call(api::ListPopular{.limit = api::Limit::clamped(room()),
                                                          .after = after_,
                                                          .user = wanted_.user,
                                                          .tag = wanted_.tag});
        if (!liked) return refuse(liked.error());
        for (const auto& item : liked->items) {
            shown_.insert(item.palette.id.value());
            page_.items.push_back(item.palette);
        }
        go_on(liked->next, Part::rest);
        return {};
    }

    Result<void> add_rest() {
        const auto some = context_.call(api::ListPalettes{.user = wanted_.user,
                                                          .limit = api::Limit::clamped(room()),
                                                          .after = after_,
                                                          .tag = wanted_.tag});
        if (!some) return refuse(some.error());
        const auto liked = liked_of(*some);
        if (!liked) return refuse(liked.error());
        for (const api::Palette& palette : some->items) {
            if (!liked->contains(palette.id.value())) page_.items.push_back(palette);
        }
        go_on(some->next, Part::over);
        return {};
    }

    // Those of them that are in the other part of the list.
    Result<std::set<std::uint64_t>> liked_of(const api::PalettePage& some) {
        if (has_all_liked_ || some.items.empty()) return shown_;
        std::vector<api::PaletteId> ids;
        for (const api::Palette& palette : some.items)
            ids.push_back(palette.id);
        const auto figures =
            context_.call(api::ReadFigures{.ids = decltype(api::ReadFigures::ids)(std::move(ids))});
        if (!figures) return refuse(figures.error());
        std::set<std::uint64_t> liked = shown_;
        for (const api::PaletteFigures& one : figures->items) {
            if (one.likes.value() > 0) liked.insert(one.id.value());
        }
        return liked;
    }

    Context& context_;
    const PaletteList& wanted_;
    api::PalettePage page_;
    Part part_ = Part::liked;
    Inner after_;
    // The liked ones of this page; and whether those are all there are.
    std::set<std::uint64_t> shown_;
    bool has_all_liked_ = true;
};

}  // namespace

Result<api::PalettePage> liked_first(Context& context, const PaletteList& wanted) {
    return LikedFirst(context, wanted).page();
}

}  // namespace palette::cli
