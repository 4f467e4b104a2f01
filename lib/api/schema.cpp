#include "api/schema.hpp"

#include "api/scalar.hpp"
#include "api/writer.hpp"

#include <limits>

namespace palette::api {

namespace {

bool is_named(const Shape& shape) {
    switch (shape.kind) {
        case Kind::text:
        case Kind::whole:
        case Kind::decimal:
        case Kind::choice:
        case Kind::object:
            return true;
        case Kind::flag:
        case Kind::list:
        case Kind::json:
        case Kind::later:
            return false;
    }
    return false;
}

void append_bound(std::string& json, std::string_view key, std::int64_t bound) {
    append_key(json, key);
    append_number(json, bound);
}

void append_text_rule(std::string& json, const Shape& shape) {
    append_bound(json, "minLength", shape.fewest);
    append_bound(json, "maxLength", shape.most);
    if (!shape.pattern.empty()) append_text(json, "pattern", shape.pattern);
    if (shape.secret) json += R"(,"x-secret":true)";
}

void append_whole_rule(std::string& json, const Shape& shape) {
    append_bound(json, "minimum", shape.fewest);
    // Without a bound of its own it has that of 64 bits, which many readers of JSON cannot hold.
    if (shape.most != std::numeric_limits<std::int64_t>::max()) {
        append_bound(json, "maximum", shape.most);
    }
}

void append_decimal_rule(std::string& json, const Shape& shape) {
    append_key(json, "minimum");
    append_hundredths(json, shape.fewest);
    append_key(json, "maximum");
    append_hundredths(json, shape.most);
    json += R"(,"multipleOf":0.01)";
}

void append_words(std::string& json, const Shape& shape) {
    append_key(json, "enum");
    json.push_back('[');
    for (const std::string_view word : shape.choices) {
        append_comma(json);
        append_quoted(json, word);
    }
    json.push_back(']');
}

void append_list_rule(std::string& json, const Shape& shape) {
    append_key(json, "items");
    append_reference(json, *shape.element);
    append_bound(json, "minItems", shape.fewest);
    append_bound(json, "maxItems", shape.most);
}

void append_required(std::string& json, const Shape& object) {
    if (object.members.empty() || !object.members.front().required) return;
    append_key(json, "required");
    json.push_back('[');
    for (const Member& member : object.members) {
        if (!member.required) break;  // required ones come first
        append_comma(json);
        append_quoted(json, member.name);
    }
    json.push_back(']');
}

void append_object_rule(std::string& json, const Shape& shape) {
    append_key(json, "properties");
    json.push_back('{');
    with_blank(shape, [&](const void* object) {
        for (const Member& member : shape.members) {
            append_key(json, member.name);
            append_member_schema(json, member, object);
        }
    });
    json.push_back('}');
    append_required(json, shape);
}

// What its kind has beside a title and a description.
void append_rule(std::string& json, const Shape& shape) {
    switch (shape.kind) {
        case Kind::text:
            return append_text_rule(json, shape);
        case Kind::whole:
            return append_whole_rule(json, shape);
        case Kind::decimal:
            return append_decimal_rule(json, shape);
        case Kind::choice:
            return append_words(json, shape);
        case Kind::list:
            return append_list_rule(json, shape);
        case Kind::object:
            return append_object_rule(json, shape);
        case Kind::flag:
        case Kind::json:
        case Kind::later:
            return;
    }
}

// Empty when any type will do.
std::string_view json_type(Kind kind) {
    switch (kind) {
        case Kind::text:
        case Kind::choice:
            return "string";
        case Kind::whole:
            return "integer";
        case Kind::decimal:
            return "number";
        case Kind::flag:
            return "boolean";
        case Kind::list:
            return "array";
        case Kind::object:
            return "object";
        case Kind::json:
        case Kind::later:
            return "";
    }
    return "";
}

}  // namespace

void collect_named(NamedShapes& named, const Shape& shape) {
    if (shape.kind == Kind::list) return collect_named(named, *shape.element);
    if (is_named(shape)) named.emplace(shape.name, &shape);
    for (const Member& member : shape.members)
        collect_named(named, *member.shape);
}

void append_reference(std::string& json, const Shape& shape) {
    if (!is_named(shape)) return append_schema(json, shape);
    json += R"({"$ref":"#/components/schemas/)";
    json += shape.name;
    json += R"("})";
}

void append_schema(std::string& json, const Shape& shape) {
    json.push_back('{');
    if (const auto type = json_type(shape.kind); !type.empty()) append_text(json, "type", type);
    if (is_named(shape) && !shape.meaning.empty()) append_text(json, "description", shape.meaning);
    append_rule(json, shape);
    json.push_back('}');
}

void append_member_schema(std::string& json, const Member& member, const void* object) {
    json.push_back('{');
    append_text(json, "description", member.help);
    if (!member.required && !member.optional) {
        append_key(json, "default");
        append_json(json, *member.shape, member.peek(object));
    }
    // Draft 7 ignores what stands beside a $ref, hence the list of one.
    append_key(json, member.optional ? "anyOf" : "allOf");
    json.push_back('[');
    append_reference(json, *member.shape);
    if (member.optional) json += R"(,{"type":"null"})";
    json += "]}";
}

}  // namespace palette::api
