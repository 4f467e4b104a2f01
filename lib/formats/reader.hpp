// Palettes in a file of any format known here, which is recognized by its content: JSON lines (one
// palette a line; a broken line is a problem and stops nothing), a JSON document (json.hpp), or one
// palette in a format of format.hpp. Where the content says nothing, the ending of the file's name
// says which format it was meant to be, and what is wrong with it as such.
//
// The file comes in pieces of any size. Lines are read as they come; a document is kept until it
// ends, at most most_json_bytes of it. One thread.
#pragma once

#include "formats/format.hpp"
#include "formats/json.hpp"
#include "formats/jsonl.hpp"
#include "formats/record.hpp"

#include <string>
#include <string_view>

namespace palette::formats {

// The field of the refusal of a file that no format knows by its content: it need not be meant as a
// palette at all.
inline constexpr std::string_view unknown_content = "format";

class RecordReader {
  public:
    // `suffix` as format_of_suffix takes it; empty when the file has none.
    explicit RecordReader(TakeRecord take, std::string_view suffix = {})
        : take_(std::move(take)), meant_(format_of_suffix(suffix)) {}

    void add(std::string_view bytes);
    void finish();

  private:
    enum class Form : std::uint8_t { unknown, lines, document, given_up };

    void recognize(std::string_view first_line);
    void read_line(const Line& line);
    void read_lines(std::string_view bytes);
    void read_document();
    void read_text(std::string_view text);
    void read_palette(const Format& format, std::string_view file, std::string_view field = {});
    void refuse_unknown();
    void refuse_file(std::string message);

    TakeRecord take_;
    const Format* meant_;  // null: nothing is said of it
    Form form_ = Form::unknown;
    // Of the first line that says something: where it begins, and up to where its end was looked
    // for, so that a file that comes in small pieces is not read again with each of them.
    std::size_t line_begin_ = 0;
    std::size_t searched_ = 0;
    std::string pending_;  // of a file that is not recognized yet, or a document
    LineCutter lines_;
    api::Document document_;
};

}  // namespace palette::formats
