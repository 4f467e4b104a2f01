// Comma-separated values: a color a row. Source: RFC 4180.
//
// The first row may name the columns: hex, color or colour, or else red, green and blue (r, g and
// b), which hold 0 to 255; name; role. Without such a row three cells of 0 to 255 at its head are
// red, green and blue, with names behind them; else the first cell that is a color says which
// column colors are in, and the other is names. What is written has the columns hex, name and role,
// and lines that end in LF.
#include "base/ascii.hpp"
#include "base/trim.hpp"
#include "base/whole_number.hpp"
#include "color/hex.hpp"
#include "color/parse.hpp"
#include "formats/format.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace palette::formats {

namespace {

using Cells = std::vector<std::string>;

// A row with more cells is no row of a palette.
constexpr std::size_t most_cells = 64;

// Rows of a text, cell by cell; a quoted cell may have commas, quotes and ends of lines in it.
class Rows {
  public:
    explicit Rows(std::string_view text) : text_(text) {}

    // False at the end, and after a row that cannot be read, of which fault() tells.
    [[nodiscard]] bool next() {
        if (fault_ || at_ >= text_.size()) return false;
        row_.clear();
        first_line_ = line_;
        while (true) {
            if (row_.size() == most_cells) return refuse_row("more than 64 cells");
            if (!take_cell()) return false;
            if (at_ >= text_.size() || text_[at_] != ',') break;
            ++at_;
        }
        take_line_end();
        return true;
    }
    [[nodiscard]] const Cells& row() const { return row_; }
    [[nodiscard]] std::size_t line() const { return first_line_; }
    [[nodiscard]] const std::optional<FileFault>& fault() const { return fault_; }

  private:
    bool refuse_row(std::string why) {
        fault_ = FileFault{at_line(first_line_), std::move(why)};
        return false;
    }

    [[nodiscard]] bool take_cell() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t'))
            ++at_;
        if (at_ < text_.size() && text_[at_] == '"') return take_quoted();
        const std::size_t end = std::min(text_.find_first_of(",\n", at_), text_.size());
        row_.emplace_back(trimmed(text_.substr(at_, end - at_)));
        at_ = end;
        return true;
    }

    [[nodiscard]] bool take_quoted() {
        std::string cell;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '\n') ++line_;
            if (text_[at_] != '"') {
                cell += text_[at_];
            } else if (text_.substr(at_ + 1).starts_with('"')) {
                cell += text_[++at_];
            } else {
                at_ = std::min(text_.find_first_not_of(" \t\r", at_ + 1), text_.size());
                row_.push_back(std::move(cell));
                const bool ends = at_ == text_.size() || text_[at_] == ',' || text_[at_] == '\n';
                return ends || refuse_row("expected a comma after a quoted cell");
            }
        }
        return refuse_row("a quoted cell does not end");
    }

    void take_line_end() {
        if (at_ < text_.size() && text_[at_] == '\n') ++at_;
        ++line_;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t first_line_ = 1;
    Cells row_;
    std::optional<FileFault> fault_;
};

constexpr std::size_t channels = 3;

struct Columns {
    std::size_t color = 0;  // or of red, where green and blue have columns of their own
    std::optional<std::array<std::size_t, channels - 1>> green_and_blue{};
    std::optional<std::size_t> name{};
    std::optional<std::size_t> role{};
    bool are_named = false;
};

std::optional<std::uint8_t> channel_in(std::string_view cell) {
    return whole_number<std::uint8_t>(cell);
}

std::optional<std::size_t> column_named(const Cells& row,
                                        std::initializer_list<std::string_view> names) {
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (std::ranges::count(names, to_lower(row[i])) > 0) return i;
    }
    return std::nullopt;
}

// What the first row says of the columns; none when it is no row of a palette.
std::optional<Columns> columns_of(const Cells& row) {
    if (const auto color = column_named(row, {"hex", "color", "colour"}))
        return Columns{.color = *color,
                       .name = column_named(row, {"name"}),
                       .role = column_named(row, {"role"}),
                       .are_named = true};
    const auto red = column_named(row, {"red", "r"});
    const auto green = column_named(row, {"green", "g"});
    const auto blue = column_named(row, {"blue", "b"});
    if (red && green && blue)
        return Columns{.color = *red,
                       .green_and_blue = {{*green, *blue}},
                       .name = column_named(row, {"name"}),
                       .role = column_named(row, {"role"}),
                       .are_named = true};
    const bool are_channels =
        row.size() >= channels &&
        std::all_of(row.begin(), row.begin() + channels,
                    [](const std::string& cell) { return channel_in(cell).has_value(); });
    if (are_channels) return Columns{.color = 0, .green_and_blue = {{1, 2}}, .name = channels};
    const auto cell = std::ranges::find_if(
        row, [](const std::string& one) { return color::parse_hex(one).has_value(); });
    if (cell == row.end() || row.size() < 2) return std::nullopt;
    const auto color = static_cast<std::size_t>(cell - row.begin());
    return Columns{.color = color, .name = color == 0 ? 1U : 0U};
}

std::string cell_at(const Cells& row, const std::optional<std::size_t>& column) {
    return column && *column < row.size() ? row[*column] : std::string();
}

Result<color::Color> color_in(const Cells& row, const Columns& columns) {
    const std::string cell = cell_at(row, columns.color);
    if (!columns.green_and_blue) return color::parse_color(cell);
    const auto red = channel_in(cell);
    const auto green = channel_in(cell_at(row, columns.green_and_blue->front()));
    const auto blue = channel_in(cell_at(row, columns.green_and_blue->back()));
    if (red && green && blue) return color::Color{*red, *green, *blue};
    return refuse(ErrorKind::invalid_argument, "", "expected red, green and blue from 0 to 255");
}

FileRead read(std::string_view text) {
    Rows rows(text);
    Record record;
    std::optional<Columns> columns;
    while (rows.next()) {
        const Cells& row = rows.row();
        if (row.size() == 1 && row.front().empty()) continue;
        if (!columns) {
            columns = columns_of(row);
            if (!columns) return fault(at_line(rows.line()), "no cell is a color");
            if (columns->are_named) continue;
        }
        const auto color = color_in(row, *columns);
        if (!color) return fault(at_line(rows.line()), color.error().message);
        if (record.colors.size() == api::Colors::most) return too_many_colors(at_line(rows.line()));
        record.colors.push_back({*color, cell_at(row, columns->name), cell_at(row, columns->role)});
    }
    if (rows.fault()) return tl::unexpected(*rows.fault());
    if (record.colors.empty()) return no_colors(at_line(rows.line()));
    return record;
}

// That the first row that says something names columns, or is a color beside something.
bool recognizes(std::string_view text) {
    // How other formats begin, comments among it; their words may well be those of a heading.
    constexpr std::string_view others = "{[/@:.*$!<";
    const std::string_view begin = without_leading_blanks(text);
    if (others.find(begin.substr(0, 1)) != std::string_view::npos) return false;
    if (begin.starts_with("##") || begin.starts_with("# ")) return false;
    Rows rows(text);
    while (rows.next()) {
        const Cells& row = rows.row();
        if (row.size() > 1 || !row.front().empty()) return columns_of(row).has_value();
    }
    return false;
}

// Quoted where it must be, or would be read differently.
std::string cell_of(std::string_view text) {
    const bool is_plain = text.find_first_of(",\"\r\n") == std::string_view::npos &&
                          trimmed(text).size() == text.size();
    if (is_plain) return std::string(text);
    std::string cell = "\"";
    for (const char c : text)
        cell += c == '"' ? std::string("\"\"") : std::string(1, c);
    return cell + "\"";
}

std::string write(const Record& record) {
    std::string text = "hex,name,role\n";
    for (const RecordColor& one : record.colors) {
        text += color::to_hex(one.color) + "," + cell_of(one.name) + "," + cell_of(one.role) + "\n";
    }
    return text;
}

}  // namespace

constinit const Format csv_format{
    .name = "csv",
    .summary = "comma-separated: hex, name, role",
    .recognizes = recognizes,
    .read = read,
    .write = write,
};

}  // namespace palette::formats
