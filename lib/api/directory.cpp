#include "api/directory.hpp"

namespace palette::api {

std::optional<Found> find_method(std::string_view name) {
    for (const MethodRow* row : Common::rows) {
        if (row->facts->name == name) return Found{nullptr, row};
    }
    for (const Daemon* daemon : family) {
        for (const MethodRow* row : daemon->methods) {
            if (row->facts->name == name) return Found{daemon, row};
        }
    }
    return std::nullopt;
}

}  // namespace palette::api
