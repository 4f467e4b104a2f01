#include "broker/core/shown.hpp"

#include "broker/core/forgetting.hpp"
#include "broker/core/names.hpp"

namespace palette::broker {

namespace {

api::Encoded<api::Event> with_data(const LogRow& row, std::string_view data) {
    std::string json(row.event.substr(0, row.data_at));
    json += data;
    json.push_back('}');
    return api::Encoded<api::Event>::owning(std::move(json));
}

std::string_view data_of(const LogRow& row) {
    return row.event.substr(row.data_at, row.event.size() - row.data_at - 1);
}

}  // namespace

Shown::Shown(const store::ReadTxn& txn, Reader reader)
    : txn_(txn), reader_(reader), something_is_blanked_(txn.first(blankings).has_value()) {}

api::Encoded<api::Event> Shown::event(std::uint64_t offset, const LogRow& row) {
    if (is_hidden(offset, row)) return with_data(row, no_data);
    if (reader_ == Reader::daemon) return api::Encoded<api::Event>(row.event);
    if (!document_) document_.emplace();
    const auto named = with_names(txn_, row.type, data_of(row), *document_);
    return named ? with_data(row, *named) : api::Encoded<api::Event>(row.event);
}

bool Shown::is_hidden(std::uint64_t offset, const LogRow& row) const {
    if (!something_is_blanked_ || holds_numbers_alone(row.type)) return false;
    const auto through = txn_.get(blankings, row.subject);
    return through && offset <= *through;
}

}  // namespace palette::broker
