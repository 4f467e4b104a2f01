#include "term/unicode.hpp"

#include <utf8proc.h>

namespace palette::term {

namespace {

const utf8proc_property_t& properties(char32_t c) {
    return *utf8proc_get_property(static_cast<utf8proc_int32_t>(c));
}

}  // namespace

bool is_unshowable(char32_t c) {
    switch (properties(c).category) {
        case UTF8PROC_CATEGORY_CN:
        case UTF8PROC_CATEGORY_CC:
        case UTF8PROC_CATEGORY_CO:
        case UTF8PROC_CATEGORY_CS:
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP:
            return true;
        default:
            return false;
    }
}

bool is_invisible(char32_t c) {
    const auto& of = properties(c);
    const bool is_format = of.category == UTF8PROC_CATEGORY_CF;
    return of.ignorable || (is_format && of.boundclass != UTF8PROC_BOUNDCLASS_PREPEND);
}

bool is_mark(char32_t c) {
    const auto category = properties(c).category;
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
           category == UTF8PROC_CATEGORY_ME;
}

bool is_virama(char32_t c) {
    constexpr utf8proc_propval_t virama = 9;
    return properties(c).combining_class == virama;
}

bool is_arabic_letter(char32_t c) {
    const auto& of = properties(c);
    return of.bidi_class == UTF8PROC_BIDI_CLASS_AL && of.category == UTF8PROC_CATEGORY_LO;
}

bool is_pictograph(char32_t c) {
    const auto& of = properties(c);
    return of.boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC &&
           of.category != UTF8PROC_CATEGORY_CN;
}

bool is_extender(char32_t c) {
    return properties(c).boundclass == UTF8PROC_BOUNDCLASS_EXTEND;
}

bool is_emoji_selector(char32_t c) {
    return c == 0xFE0E || c == 0xFE0F;
}

bool varies_as_emoji(char32_t base) {
    return is_pictograph(base) || base == '#' || base == '*' || (base >= '0' && base <= '9');
}

bool is_ideograph_selector(char32_t c) {
    return (c >= 0xFE00 && c <= 0xFE0D) || (c >= 0xE0100 && c <= 0xE01EF);
}

bool varies_as_ideograph(char32_t base) {
    const auto& of = properties(base);
    return of.category == UTF8PROC_CATEGORY_LO && of.charwidth == 2;
}

}  // namespace palette::term
