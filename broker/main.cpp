// palette-brokerd: the family's log of events, and the live stream of them.
//
// It trusts its siblings alone to append; it owns the log. Everybody may read what is public.
#include "broker/service.hpp"
#include "service/daemon.hpp"

int main(int argc, char** argv) {
    return palette::service::run_daemon<palette::broker::Service>(argc, argv);
}
