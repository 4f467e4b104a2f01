#include "popularity/paletted.hpp"

#include "api/directory.hpp"
#include "rpc/client.hpp"

namespace palette::popularity {

namespace {

// A person waits for it: shorter than their own patience.
constexpr std::chrono::milliseconds sibling_timeout{2'000};

}  // namespace

Result<api::PaletteCreated> Paletted::find(const api::PaletteRef& ref) const {
    rpc::Client client(around_.context, around_.sockets, around_.random);
    auto found = client.call(api::FindPalette{.ref = ref}, {.timeout = sibling_timeout});
    if (found || found.error().kind == ErrorKind::not_found) return found;
    return refuse(ErrorKind::unavailable, "ref",
                  ref.text() + " is not known here yet, and paletted does not answer",
                  "try again when palettectl status shows paletted ready");
}

}  // namespace palette::popularity
