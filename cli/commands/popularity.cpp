#include "cli/commands/popularity.hpp"

#include "cli/command_line/typed.hpp"
#include "cli/render/popularity.hpp"
#include "cli/render/print.hpp"

namespace palette::cli {

namespace {

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

Result<Exit> Popular::run(Context& context) const {
    const auto page = context.call(api::ListPopular{.limit = limit, .after = after});
    if (!page) return refuse(page.error());
    print_page(context, *page,
               "nothing is liked yet: palettectl palette list, then palettectl like REF");
    advise_next_page(context, *this, page->next);
    return Exit::done;
}

}  // namespace palette::cli
