#include "cli/commands/admin.hpp"

#include "api/directory.hpp"
#include "cli/render/print.hpp"
#include "cli/render/retried.hpp"

#include <algorithm>

namespace palette::cli {

namespace {

Result<api::Retried> retry(Context& context, const api::Daemon& daemon) {
    const auto client = context.client();
    if (!client) return refuse(client.error());
    const auto json = (*client)->ask({.daemon = &daemon,
                                      .method = &api::row_of<api::RetryParked>,
                                      .params = "{}",
                                      .options = {.timeout = context.options().timeout.length}});
    if (!json) return refuse(json.error());
    auto retried = api::read_json<api::Retried>(*json, api::Unknown::ignored);
    if (!retried) return refuse(rpc::misread(daemon, api::RetryParked::method, retried.error()));
    return retried;
}

}  // namespace

Result<Exit> AdminRetry::run(Context& context) const {
    RetriedFamily answers;
    for (const api::Daemon* one : api::family) {
        if (daemon && daemon->text() != one->name) continue;
        const auto retried = retry(context, *one);
        if (!retried) return refuse(retried.error());
        answers.items.push_back({.name = *api::Word::from(one->name), .parked = retried->parked});
    }
    if (answers.items.empty()) {
        return refuse(ErrorKind::invalid_argument, "daemon", "no daemon " + daemon->text(),
                      "palettectl status lists them");
    }
    confirm_page(context, answers);
    return Exit::done;
}

}  // namespace palette::cli
