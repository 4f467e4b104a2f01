// libzip, with what it compresses and encrypts by behind it. Each function is what zip.h says of
// it.
#define ZIP_EXTERN
#include "cli/on_demand/library.hpp"

#include <zip.h>

namespace {

constexpr char file_name[] = "libzip.so.4";

template <auto* Function>
auto* real(const char* name) {
    return palette::cli::real<file_name, Function>(name);
}

}  // namespace

zip_source_t* zip_source_buffer_create(const void* bytes, zip_uint64_t size, int owned,
                                       zip_error_t* error) {
    return real<zip_source_buffer_create>("zip_source_buffer_create")(bytes, size, owned, error);
}
int zip_source_open(zip_source_t* source) {
    return real<zip_source_open>("zip_source_open")(source);
}
zip_int64_t zip_source_read(zip_source_t* source, void* bytes, zip_uint64_t size) {
    return real<zip_source_read>("zip_source_read")(source, bytes, size);
}
int zip_source_stat(zip_source_t* source, zip_stat_t* facts) {
    return real<zip_source_stat>("zip_source_stat")(source, facts);
}
int zip_source_close(zip_source_t* source) {
    return real<zip_source_close>("zip_source_close")(source);
}
void zip_source_keep(zip_source_t* source) {
    real<zip_source_keep>("zip_source_keep")(source);
}
void zip_source_free(zip_source_t* source) {
    real<zip_source_free>("zip_source_free")(source);
}

zip_t* zip_open_from_source(zip_source_t* source, int flags, zip_error_t* error) {
    return real<zip_open_from_source>("zip_open_from_source")(source, flags, error);
}
zip_int64_t zip_get_num_entries(zip_t* archive, zip_flags_t flags) {
    return real<zip_get_num_entries>("zip_get_num_entries")(archive, flags);
}
zip_int64_t zip_name_locate(zip_t* archive, const char* name, zip_flags_t flags) {
    return real<zip_name_locate>("zip_name_locate")(archive, name, flags);
}
int zip_stat_index(zip_t* archive, zip_uint64_t index, zip_flags_t flags, zip_stat_t* facts) {
    return real<zip_stat_index>("zip_stat_index")(archive, index, flags, facts);
}
zip_int64_t zip_file_add(zip_t* archive, const char* name, zip_source_t* source,
                         zip_flags_t flags) {
    return real<zip_file_add>("zip_file_add")(archive, name, source, flags);
}
int zip_set_file_compression(zip_t* archive, zip_uint64_t index, zip_int32_t method,
                             zip_uint32_t flags) {
    return real<zip_set_file_compression>("zip_set_file_compression")(archive, index, method,
                                                                      flags);
}
int zip_file_set_dostime(zip_t* archive, zip_uint64_t index, zip_uint16_t time, zip_uint16_t date,
                         zip_flags_t flags) {
    return real<zip_file_set_dostime>("zip_file_set_dostime")(archive, index, time, date, flags);
}
int zip_close(zip_t* archive) {
    return real<zip_close>("zip_close")(archive);
}
void zip_discard(zip_t* archive) {
    real<zip_discard>("zip_discard")(archive);
}

zip_file_t* zip_fopen_index(zip_t* archive, zip_uint64_t index, zip_flags_t flags) {
    return real<zip_fopen_index>("zip_fopen_index")(archive, index, flags);
}
zip_int64_t zip_fread(zip_file_t* file, void* bytes, zip_uint64_t size) {
    return real<zip_fread>("zip_fread")(file, bytes, size);
}
int zip_fclose(zip_file_t* file) {
    return real<zip_fclose>("zip_fclose")(file);
}
