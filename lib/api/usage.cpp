#include "api/usage.hpp"

#include "api/example.hpp"
#include "api/writer.hpp"

namespace palette::api {

namespace {

std::string facts_of(const Method& method) {
    std::string facts = "Effect " + std::string(word_of(method.effect)) + ", access " +
                        std::string(word_of(method.access));
    if (method.scope != Scope::none) facts += ", scope " + std::string(word_of(method.scope));
    return facts + ", socket " + std::string(word_of(method.socket)) + ".\n";
}

// "1 to 8192 elements, each an object"
std::string taken(const Shape& shape) {
    if (shape.kind != Kind::list) return expected(shape);
    return std::to_string(shape.fewest) + " to " + std::to_string(shape.most) + " elements, each " +
           expected(*shape.element);
}

// `object` is a blank one: what it holds of a member that may be left out is the default.
void append_member(std::string& text, const Member& member, const void* object,
                   const std::string& path) {
    text += "  " + path + (member.required ? " (required)\n" : "\n");
    text += "      " + std::string(member.help) + ": " + taken(*member.shape);
    if (member.shape->secret) text += "; shown nowhere";
    if (!member.required && !member.optional) {
        text += "; default ";
        append_json(text, *member.shape, member.peek(object));
    }
    text += ".\n";
}

void append_members(std::string& text, const Shape& shape, const std::string& prefix) {
    with_blank(shape, [&](const void* object) {
        for (const Member& member : shape.members) {
            const bool list = member.shape->kind == Kind::list;
            const std::string path = prefix + std::string(member.name);
            append_member(text, member, object, path);
            const Shape& inner = list ? *member.shape->element : *member.shape;
            if (inner.kind == Kind::object)
                append_members(text, inner, path + (list ? "[]." : "."));
        }
    });
}

}  // namespace

std::string usage_of(const MethodRow& method) {
    std::string text = std::string(method.facts->name) + ": ";
    text += std::string(method.facts->summary) + "\n" + facts_of(*method.facts);
    if (method.params->members.empty()) return text + "\nIt has no parameters.\n";
    text += "\nParameters:\n";
    append_members(text, *method.params, "");
    return text + "\nExample:\n  " + example_of(*method.params) + "\n";
}

}  // namespace palette::api
