// Whatever bytes a palette file has, reading them ends in palettes that the registry takes or in
// refusals by place; and a palette that was read can be written in every format and read again with
// the same colors.
#include "base/check.hpp"
#include "formats/fit.hpp"
#include "formats/format.hpp"
#include "formats/reader.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace palette;
using namespace palette::formats;

namespace {

// What a format holds is read back as that format; a file of text is whole UTF-8.
void check_written(const Record& record) {
    for (const Format& format : all_formats()) {
        if (format.read == nullptr || format.write == nullptr) continue;
        const auto file = file_of(format, record);
        CHECK_INVARIANT(file.has_value() == (record.colors.size() <= format.most_colors));
        if (!file) continue;
        CHECK_INVARIANT(format_of(*file, format.content) == &format);
        const auto again = format.read(*file);
        CHECK_INVARIANT(again.has_value());
        CHECK_INVARIANT(again->colors.size() == record.colors.size());
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto lines = static_cast<std::size_t>(std::ranges::count(bytes, '\n')) + 1;
    RecordReader reader([&](Where where, Result<Record> record) {
        CHECK_INVARIANT(where.number >= 1 || where.unit == Where::Unit::byte);
        CHECK_INVARIANT(where.unit != Where::Unit::byte || where.number <= size);
        CHECK_INVARIANT(where.unit != Where::Unit::line || where.number <= lines);
        if (!record) return;
        CHECK_INVARIANT(!record->colors.empty() && record->colors.size() <= api::Colors::most);
        check_written(*record);
        static_cast<void>(fit(*record, title_of_place("fuzzed", *record, where)));
    });
    // In two pieces, so that what stands between them is met too.
    reader.add(bytes.substr(0, size / 2));
    reader.add(bytes.substr(size / 2));
    reader.finish();
    return 0;
}
