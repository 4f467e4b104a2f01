// JSON Schema (draft 7) of shapes, as OpenRPC documents hold it.
//
// Objects and values with a rule have names, and stand once among a document's components: what
// uses them refers to #/components/schemas/NAME. Lists, flags and free JSON are written in place.
#pragma once

#include "api/shape.hpp"

#include <map>
#include <string>
#include <string_view>

namespace palette::api {

// The shapes with names that a document refers to, sorted by name, so that it is always the same.
using NamedShapes = std::map<std::string_view, const Shape*>;

// Adds what `shape` refers to, itself included.
void collect_named(NamedShapes& named, const Shape& shape);

// Appends a reference to a named shape, or the schema of another.
void append_reference(std::string& json, const Shape& shape);

// Appends the schema in full, members as references.
void append_schema(std::string& json, const Shape& shape);

// Appends the schema of a member: its help, its default, whether it may be null. `object` is a
// blank one, which holds the default of a member that may be left out.
void append_member_schema(std::string& json, const Member& member, const void* object);

}  // namespace palette::api
