#include "formats/zip_archive.hpp"

#include <zip.h>

#include <memory>
#include <new>
#include <stdexcept>

namespace palette::formats {

namespace {

constexpr zip_uint16_t first_day_of_dos = 0x0021;  // 1 January 1980; there is no day 0

// Each is freed by whoever has it last: an archive takes its source over once it is open.
struct FreeSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, FreeSource>;
struct DiscardArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, DiscardArchive>;
struct CloseEntry {
    void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};
using Entry = std::unique_ptr<zip_file_t, CloseEntry>;

Source source_of(std::string_view bytes) {
    Source source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr));
    if (!source) throw std::bad_alloc();
    return source;
}

// The entry's bytes; none when it is broken, or has others than it says.
std::optional<std::string> inflated(zip_t* archive, zip_uint64_t index, std::size_t size) {
    const Entry entry(zip_fopen_index(archive, index, 0));
    if (!entry) return std::nullopt;
    std::string file(size, '\0');
    std::size_t at = 0;
    while (at < size) {
        const zip_int64_t got = zip_fread(entry.get(), file.data() + at, size - at);
        if (got <= 0) return std::nullopt;
        at += static_cast<std::size_t>(got);
    }
    char more = 0;  // asked for, so that the checksum is looked at
    if (zip_fread(entry.get(), &more, 1) != 0) return std::nullopt;
    return file;
}

}  // namespace

tl::expected<std::string, FileFault> file_in_archive(std::string_view bytes,
                                                     const std::string& name) {
    constexpr std::string_view mark_of_64_bits = "PK\x06\x06";
    if (bytes.size() > most_archive_bytes)
        return fault(at_byte(most_archive_bytes), "an archive of more than 1 MiB");
    if (bytes.find(mark_of_64_bits) != std::string_view::npos)
        return fault(at_byte(bytes.find(mark_of_64_bits)), "an archive for files beyond 4 GiB");
    Source source = source_of(bytes);
    const Archive archive(zip_open_from_source(source.get(), ZIP_RDONLY, nullptr));
    if (!archive) return fault(at_byte(0), "it is not a whole zip archive");
    static_cast<void>(source.release());
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    if (count < 0 || static_cast<std::size_t>(count) > most_archive_entries)
        return fault(at_byte(0), "an archive of more than 64 files");
    const zip_int64_t found = zip_name_locate(archive.get(), name.c_str(), 0);
    if (found < 0) return fault(at_byte(0), "there is no " + name + " in the archive");
    const auto index = static_cast<zip_uint64_t>(found);
    const Where where = at_byte(std::min(bytes.find(name), bytes.size()));
    zip_stat_t facts{};
    if (zip_stat_index(archive.get(), index, 0, &facts) != 0 ||
        (facts.valid & ZIP_STAT_SIZE) == 0 || (facts.valid & ZIP_STAT_COMP_SIZE) == 0) {
        return fault(where, "the archive does not say how long " + name + " is");
    }
    if (facts.size > most_inflated_bytes || facts.size / most_inflated_ratio > facts.comp_size) {
        return fault(where, name + " has " + std::to_string(facts.size) + " bytes of " +
                                std::to_string(facts.comp_size) +
                                " in the archive, which is no "
                                "palette");
    }
    auto file = inflated(archive.get(), index, facts.size);
    if (!file) return fault(where, name + " cannot be taken out of the archive: it is broken");
    return *std::move(file);
}

std::string archive_of_file(const std::string& name, std::string_view file) {
    const auto require = [](bool is_done) {
        if (!is_done) throw std::runtime_error("libzip cannot make an archive in memory");
    };
    const Source made = source_of({});
    zip_source_keep(made.get());  // the archive gives it up when it is closed
    Archive archive(zip_open_from_source(made.get(), ZIP_TRUNCATE, nullptr));
    require(archive != nullptr);
    Source content = source_of(file);
    const zip_int64_t added = zip_file_add(archive.get(), name.c_str(), content.get(), 0);
    require(added == 0);
    static_cast<void>(content.release());
    require(zip_set_file_compression(archive.get(), 0, ZIP_CM_STORE, 0) == 0);
    require(zip_file_set_dostime(archive.get(), 0, 0, first_day_of_dos, 0) == 0);
    require(zip_close(archive.get()) == 0);
    static_cast<void>(archive.release());
    zip_stat_t facts{};
    require(zip_source_stat(made.get(), &facts) == 0 && zip_source_open(made.get()) == 0);
    std::string bytes(facts.size, '\0');
    const zip_int64_t got = zip_source_read(made.get(), bytes.data(), bytes.size());
    zip_source_close(made.get());
    require(got == static_cast<zip_int64_t>(bytes.size()));
    return bytes;
}

}  // namespace palette::formats
