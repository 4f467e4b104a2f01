// paletted: users, their sessions, and palettes.
//
// It trusts nobody's word for who they are but a token of its own; it owns users, passwords and
// palettes, and tells the family of every change through its outbox.
#include "palettes/service.hpp"
#include "service/daemon.hpp"

int main(int argc, char** argv) {
    return palette::service::run_daemon<palette::palettes::Service>(argc, argv);
}
