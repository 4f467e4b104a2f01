#include "term/labeled.hpp"

#include "term/safe_text.hpp"
#include "term/width.hpp"

namespace palette::term {

std::string labeled(std::string_view label, std::string_view value, std::size_t columns,
                    const Painter& painter) {
    const std::string shown = painter.is_plain() ? std::string(label) + ": " : pad(label, columns);
    return painter.styled(painter.dim(), shown) + safe_line(value) + "\n";
}

}  // namespace palette::term
