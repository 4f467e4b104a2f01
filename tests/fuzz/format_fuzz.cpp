// One format alone, PALETTE_FORMAT: whatever bytes a file has, reading it as that format ends in a
// palette that the registry takes or in a fault within the file; and what was read is written, read
// again, and is the same colors. (formats_fuzz.cpp is about telling formats apart.)
#include "base/check.hpp"
#include "base/text_lines.hpp"
#include "base/utf8.hpp"
#include "formats/fit.hpp"
#include "formats/format.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace palette;
using namespace palette::formats;

namespace {

// What a reader of text is promised of it.
bool is_text(std::string_view file) {
    return !file.starts_with("\xEF\xBB\xBF") && is_utf8(file);
}

void check_fault(const FileFault& fault, std::string_view file) {
    const auto lines = static_cast<std::size_t>(std::ranges::count(file, '\n')) + 1;
    const Where where = fault.where;
    CHECK_INVARIANT(!fault.message.empty());
    CHECK_INVARIANT(where.unit != Where::Unit::line ||
                    (where.number >= 1 && where.number <= lines));
    CHECK_INVARIANT(where.unit != Where::Unit::byte || where.number <= file.size());
}

void check_read(const Record& record) {
    CHECK_INVARIANT(!record.colors.empty() && record.colors.size() <= api::Colors::most);
    static_cast<void>(fit(record, "fuzzed"));
}

// Written twice, since a format may not hold all that a palette of another tool has.
void check_written(const Format& format, const Record& record) {
    if (format.write == nullptr || record.colors.size() > format.most_colors) return;
    const auto once = format.read(format.write(record));
    CHECK_INVARIANT(once.has_value() && once->colors.size() == record.colors.size());
    const auto twice = format.read(format.write(*once));
    CHECK_INVARIANT(twice.has_value() && twice->colors.size() == once->colors.size());
    for (std::size_t i = 0; i < once->colors.size(); ++i)
        CHECK_INVARIANT(once->colors[i].color == twice->colors[i].color);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Format& format = *format_named(PALETTE_FORMAT);
    const std::string_view file(reinterpret_cast<const char*>(data), size);
    if (format.content == Content::text && !is_text(file)) return 0;
    static_cast<void>(format.recognizes(file));
    const auto read = format.read(file);
    if (!read) {
        check_fault(read.error(), file);
        return 0;
    }
    check_read(*read);
    check_written(format, *read);
    return 0;
}
