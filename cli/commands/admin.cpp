#include "cli/commands/admin.hpp"

#include "api/directory.hpp"
#include "cli/render/print.hpp"
#include "cli/render/retried.hpp"

#include <optional>
#include <string>
#include <utility>

namespace palette::cli {

namespace {

Result<api::Retried> retry(Context& context, const api::Daemon& daemon) {
    const auto json = context.ask(
        {.daemon = &daemon, .method = &api::row_of<api::RetryParked>, .params = "{}", .options{}});
    if (!json) return refuse(json.error());
    auto retried = api::read_json<api::Retried>(*json, api::Unknown::ignored);
    if (!retried) return refuse(rpc::misread(daemon, api::RetryParked::method, retried.error()));
    return retried;
}

// Of the same kind as the first: what several say together.
void add(std::optional<Error>& failures, Error one) {
    if (!failures) {
        failures = std::move(one);
    } else {
        failures->message += "; " + one.message;
    }
}

}  // namespace

// Whoever is away keeps none of the others from it, and is asked again by the same command.
Result<Exit> AdminRetry::run(Context& context) const {
    RetriedFamily answers;
    std::optional<Error> failures;
    for (const api::Daemon* one : api::family) {
        if (daemon && daemon->text() != one->name) continue;
        auto retried = retry(context, *one);
        if (!retried) {
            add(failures, std::move(retried.error()));
        } else {
            answers.items.push_back(
                {.name = *api::Word::from(one->name), .parked = retried->parked});
        }
    }
    if (answers.items.empty() && !failures) {
        return refuse(ErrorKind::invalid_argument, "daemon", "no daemon " + daemon->text(),
                      "palettectl status lists them");
    }
    if (!answers.items.empty()) confirm_page(context, answers);
    if (failures) return refuse(*std::move(failures));
    return Exit::done;
}

}  // namespace palette::cli
