// The work of an import: records are read, fitted and sent many at a time; answers are counted as
// they come. Running it again after any end is safe: what is there is skipped.
#pragma once

#include "cli/context.hpp"
#include "cli/import/import_files.hpp"
#include "cli/import/postponed.hpp"
#include "cli/render/import.hpp"
#include "formats/reader.hpp"
#include "term/progress.hpp"

#include <optional>
#include <string>
#include <vector>

namespace palette::cli {

class Importer {
  public:
    enum class Sending : std::uint8_t { everything, nothing };

    // `context` outlives it; so does `client`, which is not used when nothing is sent.
    Importer(Context& context, rpc::Client* client, Sending sending, const api::Tags& tags);

    // Refuses what ends an import: a daemon that is away, a session that ended, a file that cannot
    // be read. What is wrong with single records is in the summary.
    [[nodiscard]] Result<void> import(const std::vector<ImportFile>& files);

    // Problems sorted by file, then line.
    [[nodiscard]] ImportSummary summary() const;

  private:
    struct Problem {
        std::size_t file;
        formats::Where where;
        std::string message;
    };
    using Moment = std::chrono::steady_clock::time_point;
    struct Place {
        std::size_t file;
        formats::Where where;
    };

    // A palette on its way to the daemon, under the same key each time it is sent.
    struct Shipment {
        Place place;
        std::string palette;  // JSON
        Uuid key;
        Moment until;  // no longer is room for it waited for
    };

    void take(const Place& place, Result<formats::Record> record);
    void send(Shipment shipment);
    // True when the daemon has no room for it just now and it is put off.
    [[nodiscard]] bool put_off(const Shipment& shipment, const Result<std::string>& json);
    // Sends what was put off as it becomes due, until nothing is; answers may put off more.
    void send_put_off();
    void answered(const Place& place, const Result<std::string>& json);
    void refused(const Place& place, const Error& error);
    void remark(std::size_t file, const std::vector<std::string>& remarks);
    [[nodiscard]] Result<void> read_file(std::size_t index);
    void finish();

    Context& context_;
    rpc::Client* client_;
    Sending sending_;
    const api::Tags& tags_;
    const std::vector<ImportFile>* files_ = nullptr;
    term::Progress progress_;
    std::uintmax_t bytes_read_ = 0;
    std::optional<std::uintmax_t> bytes_in_all_{};
    std::optional<Error> fatal_{};
    std::uint64_t created_ = 0;
    std::uint64_t skipped_ = 0;
    std::uint64_t refused_ = 0;
    std::uint64_t would_send_ = 0;
    std::vector<Problem> problems_{};  // at most most_problems
    // The file, and what is remarked of it; at most most_problems.
    std::vector<std::pair<std::size_t, std::string>> remarks_{};
    // Nothing new is sent while something waits here: at most what was in flight, most_in_flight.
    Postponed<Shipment> put_off_{};
};

}  // namespace palette::cli
