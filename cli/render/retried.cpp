#include "cli/render/retried.hpp"

namespace palette::cli {

constexpr std::array<Column, 2> retried_columns{{{"name"}, {"parked"}}};
const Printed printed_retried{.shape = &api::shape_of<RetriedFamily>, .columns = retried_columns};

void append_tsv(Tsv& tsv, const RetriedDaemon& retried) {
    tsv.line(retried_columns, retried.name.text(), std::to_string(retried.parked.number()));
}

std::string text_of(const RetriedFamily& retried, const View& /*view*/) {
    std::string text;
    for (const RetriedDaemon& one : retried.items) {
        const auto parked = one.parked.number();
        text += one.name.text() + ": ";
        text += parked == 0 ? "nothing was put aside"
                            : std::to_string(parked) + (parked == 1 ? " event is" : " events are") +
                                  " tried again";
        text += "\n";
    }
    return text;
}

}  // namespace palette::cli
