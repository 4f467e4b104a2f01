#include "cli/import/importer.hpp"

#include "formats/fit.hpp"
#include "term/safe_text.hpp"

#include <poll.h>

#include <algorithm>
#include <tuple>

namespace palette::cli {

namespace {

constexpr std::uintmax_t kib = 1024;
// Whether a refusal is about one palette, so that the next may fare better.
bool is_about_one(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::invalid_argument:
        case ErrorKind::already_exists:
        case ErrorKind::out_of_range:
        case ErrorKind::failed_precondition:
            return true;
        case ErrorKind::deadline_exceeded:
        case ErrorKind::not_found:
        case ErrorKind::permission_denied:
        case ErrorKind::resource_exhausted:
        case ErrorKind::aborted:
        case ErrorKind::unimplemented:
        case ErrorKind::internal:
        case ErrorKind::unavailable:
        case ErrorKind::unauthenticated:
        case ErrorKind::outcome_unknown:
            return false;
    }
    return false;
}

// Names of files need not be UTF-8; what is made of them here is.
std::string name_of(const ImportFile& file) {
    return file.is_stdin() ? "-" : term::safe_line(file.path.native());
}
std::string stem_of(const ImportFile& file) {
    return file.is_stdin() ? "stdin" : term::safe_line(file.path.stem().native());
}

std::optional<std::uintmax_t> sum_of(const std::vector<ImportFile>& files) {
    std::uintmax_t sum = 0;
    for (const ImportFile& file : files) {
        if (file.bytes == 0) return std::nullopt;
        sum += file.bytes;
    }
    return sum / kib;
}

ImportProblem problem_at(std::string_view file, const formats::Where& where,
                         const std::string& message) {
    using Unit = formats::Where::Unit;
    const bool is_item = where.unit == Unit::item;
    const std::string item = is_item ? "record " + std::to_string(where.number) + ": " : "";
    ImportProblem problem{.file = api::cut_line(file), .message = api::cut_line(item + message)};
    if (where.unit == Unit::line) problem.line = api::Count::clamped(where.number);
    if (where.unit == Unit::byte) problem.byte = api::Count::clamped(where.number);
    return problem;
}

}  // namespace

Importer::Importer(Context& context, rpc::Client* client, Sending sending, const api::Tags& tags)
    : context_(context),
      client_(client),
      sending_(sending),
      tags_(tags),
      progress_(stderr, context.notes(), context.clock(), "importing, KiB") {}

Result<void> Importer::import(const std::vector<ImportFile>& files) {
    files_ = &files;
    bytes_in_all_ = sum_of(files);
    for (std::size_t i = 0; i < files.size() && !fatal_; ++i) {
        const auto read = read_file(i);
        if (!read && !fatal_) fatal_ = read.error();
    }
    // What is under way may still be stored, and is counted.
    if (client_ != nullptr) finish();
    progress_.erase();
    if (fatal_) return refuse(*fatal_);
    return {};
}

void Importer::finish() {
    do {
        send_put_off();
        client_->finish();
    } while (!put_off_.empty() && !fatal_);
}

Result<void> Importer::read_file(std::size_t index) {
    const ImportFile& file = (*files_)[index];
    formats::RecordReader reader(
        [&](formats::Where where, Result<formats::Record> record) {
            take({index, where}, std::move(record));
        },
        file.suffix());
    const auto read = read_pieces(file, [&](std::string_view piece) {
        reader.add(piece);
        bytes_read_ += piece.size();
        if (!context_.options().quiet && !context_.options().plain)
            progress_.update(bytes_read_ / kib, bytes_in_all_);
        return fatal_ ? GoOn::no : GoOn::yes;
    });
    if (read && !fatal_) reader.finish();
    return read;
}

void Importer::take(const Place& place, Result<formats::Record> record) {
    if (fatal_) return;
    const ImportFile& file = (*files_)[place.file];
    if (!record && file.may_be_something_else() && record.error().field == formats::unknown_content)
        return remark(place.file, {"passed over: " + record.error().message});
    if (!record) return refused(place, record.error());
    // Before those of the record, of which there may be too many.
    for (std::size_t i = 0; i < tags_.size(); ++i)
        record->tags.insert(record->tags.begin() + static_cast<std::ptrdiff_t>(i), tags_[i].text());
    const auto fitted =
        formats::fit(*record, formats::title_of_place(stem_of(file), *record, place.where));
    remark(place.file, record->remarks);
    for (const std::string_view member : fitted.cut) {
        context_.remark(name_of(file) + ":" + std::to_string(place.where.number) + ": " +
                        std::string(member) + " is shortened");
    }
    if (sending_ == Sending::nothing) {
        ++would_send_;
        return;
    }
    send_put_off();
    if (!fatal_) {
        send({place, api::to_json(fitted.palette), context_.new_key(),
              Moment::clock::now() + context_.options().timeout.length});
    }
}

void Importer::send(Shipment shipment) {
    // Asked for each time: the token may end while a long import runs.
    auto options = context_.options_for(api::ImportPalette::method);
    if (!options) {
        fatal_ = std::move(options.error());
        return;
    }
    // Sent again because its answer was slow, it would otherwise be counted as there already.
    options->key = shipment.key;
    rpc::Asked asked{.daemon = &api::palettes_daemon,
                     .method = &api::row_of<api::ImportPalette>,
                     .params = shipment.palette,
                     .options = *std::move(options)};
    client_->send(std::move(asked),
                  [this, sent = std::move(shipment)](const Result<std::string>& json) {
                      if (!put_off(sent, json)) answered(sent.place, json);
                  });
}

bool Importer::put_off(const Shipment& shipment, const Result<std::string>& json) {
    if (json || json.error().kind != ErrorKind::resource_exhausted) return false;
    if (fatal_ || !json.error().retry_after_ms) return false;
    const auto due = Moment::clock::now() + std::chrono::milliseconds(*json.error().retry_after_ms);
    // A full disk, say, is not waited for: it is told of.
    if (due > shipment.until) return false;
    put_off_.add(shipment, due);
    return true;
}

void Importer::send_put_off() {
    while (const auto left = put_off_.first_due_in(std::chrono::steady_clock::now())) {
        if (fatal_) return;
        // A client with nothing under way does not wait.
        if (client_->pump(*left) == 0) ::poll(nullptr, 0, static_cast<int>(left->count()));
        for (Shipment& due : put_off_.take_due(std::chrono::steady_clock::now()))
            send(std::move(due));
    }
}

void Importer::answered(const Place& place, const Result<std::string>& json) {
    if (!json) {
        if (is_about_one(json.error().kind)) return refused(place, json.error());
        if (!fatal_) fatal_ = json.error();
        return;
    }
    const auto imported = api::read_json<api::Imported>(*json);
    if (!imported) {
        if (!fatal_)
            fatal_ =
                rpc::misread(api::palettes_daemon, api::ImportPalette::method, imported.error());
        return;
    }
    ++(imported->created ? created_ : skipped_);
}

void Importer::refused(const Place& place, const Error& error) {
    ++refused_;
    if (problems_.size() < most_problems)
        problems_.push_back({place.file, place.where, error.message});
}

void Importer::remark(std::size_t file, const std::vector<std::string>& remarks) {
    for (const std::string& one : remarks) {
        context_.note(name_of((*files_)[file]) + ": " + one);
        if (remarks_.size() < most_problems) remarks_.emplace_back(file, one);
    }
}

ImportSummary Importer::summary() const {
    auto sorted = problems_;
    std::ranges::sort(sorted, {}, [](const Problem& problem) {
        return std::tuple(problem.file, problem.where.number);
    });
    ImportSummary summary{.created = api::Count::clamped(created_),
                          .skipped = api::Count::clamped(skipped_),
                          .refused = api::Count::clamped(refused_),
                          .would_send = api::Count::clamped(would_send_)};
    for (const Problem& problem : sorted) {
        summary.problems.push_back(
            problem_at(name_of((*files_)[problem.file]), problem.where, problem.message));
    }
    for (const auto& [file, message] : remarks_) {
        summary.remarks.push_back(
            {api::cut_line(name_of((*files_)[file])), api::cut_line(message)});
    }
    return summary;
}

}  // namespace palette::cli
