#include "cli/commands/popularity.hpp"

#include "base/whole_number.hpp"
#include "cli/command_line/typed.hpp"
#include "cli/render/popularity.hpp"
#include "cli/render/print.hpp"

#include <algorithm>
#include <chrono>

namespace palette::cli {

namespace {

// Nobody notices so long a wait before the prompt is back.
constexpr std::chrono::milliseconds longest_telling{200};

template <class M>
Result<Exit> change_liking(Context& context, const M& asked) {
    const auto liking = context.call(asked);
    if (!liking) return refuse(liking.error());
    confirm(context, *liking);
    return Exit::done;
}

}  // namespace

Result<Exit> Like::run(Context& context) const {
    return change_liking(context, api::LikePalette{.ref = ref});
}

Result<Exit> Unlike::run(Context& context) const {
    return change_liking(context, api::UnlikePalette{.ref = ref});
}

Result<Exit> Likes::run(Context& context) const {
    const auto page = context.call(api::ListLikes{.ref = ref, .limit = limit, .after = after});
    if (!page) return refuse(page.error());
    print_page(context, *page, "nobody likes it yet: palettectl like " + ref.text());
    if (page->next) {
        context.advise("more: palettectl likes " + ref.text() + " --after " + page->next->text());
    }
    return Exit::done;
}

Result<Exit> Rate::run(Context& context) const {
    // None for "none".
    const auto number = whole_number<std::int64_t>(stars.text());
    const auto given = number ? api::Stars::from(*number) : std::nullopt;
    const auto rating = context.call(api::RatePalette{.ref = ref, .stars = given});
    if (!rating) return refuse(rating.error());
    confirm(context, *rating);
    return Exit::done;
}

Result<Exit> Popular::run(Context& context) const {
    const auto page =
        context.call(api::ListPopular{.by = by, .window = window, .limit = limit, .after = after});
    if (!page) return refuse(page.error());
    print_page(context, *page,
               "nothing here yet: palettectl palette list, then palettectl like REF");
    advise_next_page(context, *this, page->next);
    return Exit::done;
}

Result<Exit> Trending::run(Context& context) const {
    const auto page = context.call(api::ListTrending{.limit = limit, .explain = explain_});
    if (!page) return refuse(page.error());
    print_page(context, *page,
               "nothing was liked this week: palettectl palette list, then palettectl like REF");
    return Exit::done;
}

void tell_of_look(Context& context, const api::PaletteRef& ref) {
    if (context.out().layout() != Layout::people) return;
    context.out().flush();
    auto options = context.options_for(api::ViewPalette::method);
    const auto daemons = context.client();
    if (!options || !daemons) return;
    options->timeout = std::min(options->timeout, longest_telling);
    // Whatever comes of it: the palette has been shown.
    static_cast<void>((*daemons)->call(api::ViewPalette{.ref = ref}, *options));
}

}  // namespace palette::cli
