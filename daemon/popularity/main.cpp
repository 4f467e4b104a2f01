// palette-popularityd: who likes what, and the lists that this makes.
//
// It trusts paletted's keys to say who asks and paletted's events to say what there is; it owns the
// likes.
#include "popularity/service.hpp"
#include "service/daemon.hpp"

int main(int argc, char** argv) {
    return palette::service::run_daemon<palette::popularity::Service>(argc, argv);
}
