#include "cli/input/palette_source.hpp"

#include "base/counted.hpp"
#include "base/trim.hpp"
#include "cli/context.hpp"
#include "cli/import/import_files.hpp"
#include "formats/fit.hpp"
#include "formats/reader.hpp"
#include "term/safe_text.hpp"

#include <filesystem>
#include <utility>

namespace palette::cli {

namespace {

using formats::Where;

std::string name_of(const ImportFile& file) {
    return file.is_stdin() ? "stdin" : term::safe_line(file.path.native());
}

std::string name_at(const ImportFile& file, const Where& where) {
    const std::string number = std::to_string(where.number);
    switch (where.unit) {
        case Where::Unit::line:
            return name_of(file) + ":" + number;
        case Where::Unit::byte:
            return name_of(file) + ", byte " + number;
        case Where::Unit::item:
            return name_of(file) + ", palette " + number;
        case Where::Unit::file:
            break;
    }
    return name_of(file);
}

SourcePalette palette_of(const ImportFile& file, const Where& where,
                         const formats::Record& record) {
    auto fitted = formats::fit(record, "Untitled");
    SourcePalette palette{.name = name_at(file, where),
                          .colors = std::move(fitted.palette.colors),
                          .tags = std::move(fitted.palette.tags),
                          .file = file.path.native()};
    // A title that fit() made up says nothing of the palette.
    if (!trimmed(record.title).empty()) palette.title = std::move(fitted.palette.title);
    if (!record.description.empty()) palette.description = std::move(fitted.palette.description);
    if (where.unit == Where::Unit::line) palette.line = where.number;
    return palette;
}

bool is_there(const std::string& path) {
    std::error_code fault;
    return std::filesystem::exists(path, fault);
}

// Whoever thought of a palette gets told how those are named.
Result<std::vector<ImportFile>> files_named(const PaletteSource& source) {
    auto files = files_at(source.text());
    if (!files && source.text().find_first_of("./") == std::string::npos &&
        !is_there(source.text()))
        files.error().hint = "a palette is named by owner and slug, such as alice/sea-glass";
    return files;
}

using TakeFound =
    std::function<void(const ImportFile& file, const Where& where, formats::Record record)>;

// Each record of a file, after its remarks are told; false for one that is passed over.
Result<bool> each_of_file(const Context& context, const ImportFile& file, const TakeFound& take) {
    std::optional<Error> fault;
    bool any = false;
    const auto take_or_keep = [&](Where where, Result<formats::Record> record) {
        if (fault) return;
        if (record) {
            any = true;
            for (const std::string& remark : record->remarks)
                context.note(name_at(file, where) + ": " + remark);
            return take(file, where, *std::move(record));
        }
        fault = std::move(record.error());
        fault->message = name_at(file, where) + ": " + fault->message;
    };
    formats::RecordReader reader(take_or_keep, file.suffix());
    const auto read = read_pieces(file, [&](std::string_view piece) {
        reader.add(piece);
        return fault ? GoOn::no : GoOn::yes;
    });
    if (!read) return refuse(read.error());
    if (!fault) reader.finish();
    if (!fault && !any) {
        fault = Error{.kind = ErrorKind::invalid_argument,
                      .message = name_of(file) + ": no palette is in it",
                      .field = "palette"};
    }
    if (!fault) return true;
    if (any || !file.may_be_something_else()) return refuse(*std::move(fault));
    context.note("passed over: " + fault->message);
    return false;
}

// Each record of all files that a source stands for, of which there must be one at least.
Result<FilesRead> each_found(const Context& context, const PaletteSource& source,
                             const TakeFound& take) {
    const auto files = files_named(source);
    if (!files) return refuse(files.error());
    FilesRead read;
    for (const ImportFile& file : *files) {
        const auto is_read = each_of_file(context, file, take);
        if (!is_read) return refuse(is_read.error());
        ++(*is_read ? read.read : read.passed_over);
    }
    if (read.read > 0) return read;
    return refuse(ErrorKind::invalid_argument, "palette",
                  term::safe_line(source.text()) + ": no palette is in its " +
                      counted(read.passed_over, "file"));
}

// What a reference names may be a file as well.
Error not_in_registry(Error error, const api::PaletteRef& ref) {
    const bool may_be_meant = error.kind == ErrorKind::not_found ||
                              (error.kind == ErrorKind::unavailable && is_there(ref.text()));
    if (may_be_meant) {
        error.hint += error.hint.empty() ? "" : "; ";
        error.hint += "a file or folder of that name is ./" + ref.text();
    }
    return error;
}

// Of those that come it keeps the one that is picked.
template <class T>
class Picker {
  public:
    Picker(const PaletteSource& source, const Pick& pick) : source_(source), pick_(pick) {}

    void take(T one) {
        const std::int64_t wanted = pick_.number ? pick_.number->number() : 1;
        if (++count_ == wanted) picked_ = std::move(one);
    }

    [[nodiscard]] Result<T> picked() && {
        const std::string there =
            term::safe_line(source_.text()) + ": " +
            (count_ == 1 ? "1 palette is" : std::to_string(count_) + " palettes are") + " in it, ";
        const std::string option(pick_.option);
        if (!pick_.number && count_ != 1)
            return refuse(ErrorKind::invalid_argument, "palette", there + "one is wanted",
                          option + " N picks one of them, from 1");
        if (picked_) return *std::move(picked_);
        return refuse(ErrorKind::invalid_argument, "palette",
                      there + "no number " + std::to_string(pick_.number->number()),
                      option + " takes 1 to " + std::to_string(count_));
    }

  private:
    const PaletteSource& source_;
    const Pick& pick_;
    std::int64_t count_ = 0;
    std::optional<T> picked_{};
};

Result<void> check_pick(const api::PaletteRef& ref, const Pick& pick) {
    if (!pick.number) return {};
    return refuse(
        ErrorKind::invalid_argument, "palette",
        std::string(pick.option) + ": " + ref.text() + " is one palette, not a file of them");
}

Result<api::Palette> published(Context& context, const api::PaletteRef& ref) {
    auto found = context.call(api::GetPalette{.ref = ref});
    if (!found) return refuse(not_in_registry(std::move(found.error()), ref));
    return found;
}

}  // namespace

Result<FilesRead> each_palette(Context& context, const PaletteSource& source,
                               const TakePalette& take) {
    if (const auto ref = api::PaletteRef::from(source.text())) {
        auto found = published(context, *ref);
        if (!found) return refuse(std::move(found.error()));
        take({.name = ref->text(),
              .colors = std::move(found->colors),
              .title = std::move(found->title),
              .description = std::move(found->description),
              .tags = std::move(found->tags)});
        return FilesRead{};
    }
    return each_found(
        context, source,
        [&](const ImportFile& file, const Where& where, const formats::Record& record) {
            take(palette_of(file, where, record));
        });
}

Result<SourcePalette> one_palette(Context& context, const PaletteSource& source, const Pick& pick) {
    if (const auto ref = api::PaletteRef::from(source.text())) {
        if (auto allowed = check_pick(*ref, pick); !allowed)
            return refuse(std::move(allowed.error()));
    }
    Picker<SourcePalette> picker(source, pick);
    const auto read = each_palette(context, source,
                                   [&](SourcePalette palette) { picker.take(std::move(palette)); });
    if (!read) return refuse(read.error());
    return std::move(picker).picked();
}

Result<formats::Record> one_record(Context& context, const PaletteSource& source,
                                   const Pick& pick) {
    if (const auto ref = api::PaletteRef::from(source.text())) {
        if (auto allowed = check_pick(*ref, pick); !allowed)
            return refuse(std::move(allowed.error()));
        return published(context, *ref).map(formats::record_of);
    }
    Picker<formats::Record> picker(source, pick);
    const auto read =
        each_found(context, source, [&](const ImportFile&, const Where&, formats::Record record) {
            picker.take(std::move(record));
        });
    if (!read) return refuse(read.error());
    return std::move(picker).picked();
}

}  // namespace palette::cli
