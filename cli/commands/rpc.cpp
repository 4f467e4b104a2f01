#include "cli/commands/rpc.hpp"

#include "api/directory.hpp"
#include "api/usage.hpp"
#include "base/nearest_word.hpp"
#include "cli/context.hpp"
#include "cli/input/stdin_text.hpp"

#include <algorithm>

namespace palette::cli {

namespace {

std::vector<std::string_view> client_methods() {
    std::vector<std::string_view> names;
    const auto add = [&](std::span<const api::MethodRow* const> rows) {
        for (const api::MethodRow* row : rows) {
            if (row->facts->socket != api::Socket::sibling) names.push_back(row->facts->name);
        }
    };
    add(api::Common::rows);
    for (const api::Daemon* daemon : api::family)
        add(daemon->methods);
    return names;
}

Result<api::Found> method_named(std::string_view name) {
    const auto found = api::find_method(name);
    if (!found) {
        return refuse(ErrorKind::invalid_argument, "method", "no method " + std::string(name),
                      did_you_mean(nearest_word(name, client_methods()),
                                   "palettectl rpc rpc.discover lists those of a daemon"));
    }
    if (found->method->facts->socket == api::Socket::sibling) {
        return refuse(ErrorKind::permission_denied, "method",
                      std::string(name) + " is for daemons alone");
    }
    return *found;
}

Result<const api::Daemon*> daemon_named(const DaemonName& name) {
    const auto daemon = std::ranges::find(api::family, name.text(), &api::Daemon::name);
    if (daemon != api::family.end()) return *daemon;
    return refuse(ErrorKind::invalid_argument, "daemon", "no daemon " + name.text(),
                  "palettectl status lists them");
}

// The same faults that the daemon would find, before anybody is asked.
Result<void> check_params(const api::MethodRow& method, const std::string& json) {
    api::Document document;
    if (!document.parse(json)) {
        return refuse(ErrorKind::invalid_argument, "params", "PARAMS is not JSON");
    }
    api::Faults faults;
    api::with_blank(*method.params, [&](void* blank) {
        document.read_into(*method.params, blank, api::Unknown::refused, faults);
    });
    if (faults.none()) return {};
    Error error = faults.error();
    error.hint = "palettectl rpc " + std::string(method.facts->name) + " --help";
    return refuse(std::move(error));
}

// Whether the object has a member that is a secret.
bool names_secret(const api::MethodRow& method, const api::Document& document) {
    return std::ranges::any_of(method.params->members, [&](const api::Member& member) {
        return member.shape->secret && document.text_at(member.name) != "null";
    });
}

Result<std::string> params_of(const Rpc& asked, const api::MethodRow& method) {
    if (asked.params.text() == stdin_word) return read_text_from_stdin("params");
    api::Document document;
    if (document.parse(asked.params.text()) && names_secret(method, document)) {
        const std::string name(method.facts->name);
        return refuse(ErrorKind::invalid_argument, "params",
                      "PARAMS of " + name + ": a secret is never given as an argument",
                      "give them on stdin: palettectl rpc " + name + " - < params.json");
    }
    return asked.params.text();
}

}  // namespace

std::optional<std::string> Rpc::explain(std::span<const Given> given, const View&) {
    const auto named = std::ranges::find_if(
        given, [](const Given& one) { return one.label == "METHOD" && !one.values.empty(); });
    if (named == given.end()) return std::nullopt;
    const auto found = api::find_method(named->values.front());
    if (!found) return std::nullopt;
    return api::usage_of(*found->method);
}

Result<Exit> Rpc::run(Context& context) const {
    const auto found = method_named(method.text());
    if (!found) return refuse(found.error());
    const auto any = daemon_named(daemon);
    if (!any) return refuse(any.error());
    const auto json_params = params_of(*this, *found->method);
    if (!json_params) return refuse(json_params.error());
    const auto checked = check_params(*found->method, *json_params);
    if (!checked) return refuse(checked.error());
    const auto json = context.ask({.daemon = found->daemon != nullptr ? found->daemon : *any,
                                   .method = found->method,
                                   .params = *json_params});
    if (!json) return refuse(json.error());
    context.out().write(*json + "\n");
    return Exit::done;
}

}  // namespace palette::cli
