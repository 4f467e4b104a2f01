#include "output.hpp"

#include "api/scalar.hpp"
#include "cli/render/printed.hpp"
#include "roff.hpp"

#include <algorithm>

namespace palette::manual {

namespace {

using api::Kind;
using api::Member;
using api::Shape;
using cli::Printed;

using Objects = std::vector<const Shape*>;

// "ref, title, colors (blank between)"
std::string columns_of(const Printed& printed) {
    std::string names;
    for (const cli::Column& column : printed.columns) {
        names += (names.empty() ? "" : ", ") + std::string(column.name);
        if (!column.note.empty()) names += " (" + std::string(column.note) + ")";
    }
    return names;
}

std::string tsv_of(const Printed& printed) {
    const bool is_list = item_of(printed) != nullptr;
    std::string line = is_list ? "A line for each item: " : "A line: ";
    if (!printed.line_of.empty()) line = "A line for each " + std::string(printed.line_of) + ": ";
    return line + columns_of(printed) + ".";
}

std::string kind_of(const Shape& shape) {
    switch (shape.kind) {
        case Kind::text:
            if (shape.name == api::Scalar<Timestamp>::name) return "time";
            return shape.name == api::Scalar<color::Color>::name ? "color" : "text";
        case Kind::choice:
            return "word";
        case Kind::whole:
        case Kind::decimal:
            return "number";
        case Kind::flag:
            return std::string(shape.meaning);
        case Kind::list:
            return "list of " + kind_of(*shape.element);
        case Kind::object:
            return reference(shape.name);
        case Kind::json:
        case Kind::later:
            return "JSON";
    }
    return {};
}

// What a choice may be, unless the member's help says it.
std::string choices_of(const Member& member) {
    const bool are_said = std::ranges::all_of(member.shape->choices, [&](std::string_view word) {
        return member.help.find(word) != std::string_view::npos;
    });
    return are_said ? "" : "; " + api::expected(*member.shape);
}

std::string described(const Member& member) {
    const std::string kind = kind_of(*member.shape) + (member.optional ? " or null" : "");
    return item(typed(member.name) + " (" + kind + ")",
                std::string(member.help) + choices_of(member) + ".");
}

// {"items":[Palette,...],"next"}, and what stands beside the items.
std::string list_of(const Shape& list, const Shape& each) {
    std::string form;
    std::string others;
    for (const Member& member : list.members) {
        form += form.empty() ? "{" : ",\\:";
        form += '"' + std::string(member.name) + '"';
        if (member.shape->kind == Kind::list && member.shape->element == &each &&
            member.name == "items") {
            form += ":[" + reference(each.name) + ",...]";
        } else {
            others += described(member);
        }
    }
    const std::string head = ".TP\n" + typed("json") + "\n" + form + "}\n";
    return others.empty() ? head : head + below(others);
}

std::string json_of(const Printed& printed) {
    if (const Shape* each = item_of(printed)) return list_of(*printed.shape, *each);
    return ".TP\n" + typed("json") + "\nAn object: " + reference(printed.shape->name) + ".\n";
}

void add_object(Objects& objects, const Shape& shape);

void add_members(Objects& objects, const Shape& object) {
    for (const Member& member : object.members) {
        const bool is_list = member.shape->kind == Kind::list;
        add_object(objects, is_list ? *member.shape->element : *member.shape);
    }
}

// With the objects that are in it, those first come first.
void add_object(Objects& objects, const Shape& shape) {
    if (shape.kind != Kind::object || std::ranges::count(objects, &shape) > 0) return;
    objects.push_back(&shape);
    add_members(objects, shape);
}

void add_printed(Objects& objects, const Printed* printed) {
    if (printed == nullptr) return;
    if (item_of(*printed) == nullptr) return add_object(objects, *printed->shape);
    add_members(objects, *printed->shape);
}

}  // namespace

std::string output_of(const cli::CommandRow& command) {
    const cli::Command& facts = *command.facts;
    std::string roff = ".PP\nOutput:\n";
    if (facts.prints == nullptr) return roff + prose(facts.prints_else) + ".\n";
    roff += item(typed("tsv"), tsv_of(*facts.prints)) + json_of(*facts.prints);
    if (const auto& [option, prints] = facts.prints_with; prints != nullptr) {
        roff += ".PP\nWith " + typed(option) + ":\n" + item(typed("tsv"), tsv_of(*prints));
        if (prints->shape != facts.prints->shape) roff += json_of(*prints);
    }
    if (!facts.prints_else.empty()) roff += ".PP\n" + prose(facts.prints_else) + ".\n";
    return roff;
}

std::string objects_of(const std::vector<const cli::CommandRow*>& commands) {
    Objects objects;
    for (const cli::CommandRow* command : commands) {
        add_printed(objects, command->facts->prints);
        add_printed(objects, command->facts->prints_with.prints);
    }
    if (objects.empty()) return {};
    std::string roff = section("OUTPUT");
    roff +=
        "Columns and members come in the order given here, and more may come at the end. What the\n"
        "members of an object are:\n";
    for (const Shape* object : objects) {
        std::string members;
        for (const Member& member : object->members)
            members += described(member);
        roff += subsection(object->name) + compact(members);
    }
    return roff;
}

}  // namespace palette::manual
