#include "cli/render/tsv.hpp"

#include "term/safe_text.hpp"

namespace palette::cli {

void Tsv::append(std::initializer_list<std::string_view> values) {
    for (const std::string_view value : values) {
        text_ += term::safe_line(value);
        text_ += '\t';
    }
    text_.back() = '\n';
}

}  // namespace palette::cli
