// What was tried again.
#pragma once

#include "api/service.hpp"
#include "cli/render/output.hpp"
#include "cli/render/tsv.hpp"

#include <string>

namespace palette::cli {

struct RetriedDaemon {
    api::Word name;
    api::Count parked;

    static constexpr std::string_view name_of_shape = "RetriedDaemon";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&RetriedDaemon::name>("The daemon"),
            field<&RetriedDaemon::parked>("Events put aside that it tries again"),
        };
    }
};

struct RetriedFamily {
    api::List<RetriedDaemon, 0, 16> items{};

    static constexpr std::string_view name_of_shape = "RetriedFamily";
    static constexpr auto fields() {
        return std::array{api::field<&RetriedFamily::items>("Those that answered")};
    }
};

void append_tsv(Tsv& tsv, const RetriedDaemon& retried);
extern const Printed printed_retried;
[[nodiscard]] std::string text_of(const RetriedFamily& retried, const View& view);

}  // namespace palette::cli
