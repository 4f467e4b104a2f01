#include "api/openrpc.hpp"

#include "api/directory.hpp"
#include "api/example.hpp"
#include "api/scalar.hpp"
#include "api/schema.hpp"
#include "base/check.hpp"

#include <algorithm>
#include <vector>

namespace palette::api {

namespace {

using Methods = std::span<const MethodRow* const>;

// Left out when empty.
void append_fact(std::string& json, std::string_view key, std::string_view value) {
    if (!value.empty()) append_text(json, key, value);
}

void append_info(std::string& json, const Subject& subject) {
    json += R"({"openrpc":"1.2.6","info":{)";
    append_text(json, "title", subject.title);
    append_text(json, "version", subject.version);
    append_text(json, "description",
                std::string(subject.summary) +
                    ". Parameters go by name; null is the same as missing, unknown ones are "
                    "refused. Results may grow members.");
    json.push_back('}');
}

void append_params(std::string& json, const Shape& params) {
    json += R"(,"paramStructure":"by-name","params":[)";
    with_blank(params, [&](const void* object) {
        for (const Member& member : params.members) {
            append_comma(json);
            json.push_back('{');
            append_text(json, "name", member.name);
            append_key(json, "required");
            json += member.required ? "true" : "false";
            append_key(json, "schema");
            append_member_schema(json, member, object);
            json.push_back('}');
        }
    });
    json.push_back(']');
}

void append_result(std::string& json, const Shape& result) {
    json += R"(,"result":{)";
    append_text(json, "name", result.name);
    append_key(json, "schema");
    append_reference(json, result);
    json.push_back('}');
}

bool answers_with(const MethodRow& method, ErrorKind kind) {
    return method.facts->errors.has(kind) ||
           std::find(universal_kinds.begin(), universal_kinds.end(), kind) != universal_kinds.end();
}

void append_errors(std::string& json, const MethodRow& method) {
    json += R"(,"errors":[)";
    for (const auto& [kind, word] : error_words) {
        if (!answers_with(method, kind)) continue;
        append_comma(json);
        json += R"({"$ref":"#/components/errors/)";
        json += word;
        json += R"("})";
    }
    json.push_back(']');
}

void append_example_of(std::string& json, const MethodRow& method) {
    json += R"(,"examples":[{)";
    append_text(json, "name", method.facts->summary);
    json += R"(,"params":[)";
    for (const Member& member : method.params->members) {
        if (!member.required) continue;
        append_comma(json);
        json.push_back('{');
        append_text(json, "name", member.name);
        append_key(json, "value");
        append_example(json, *member.shape);
        json.push_back('}');
    }
    json += R"(],"result":{)";
    append_text(json, "name", method.result->name);
    append_key(json, "value");
    append_example(json, *method.result);
    json += "}}]";
}

void append_method(std::string& json, const MethodRow& method) {
    const Method& facts = *method.facts;
    json.push_back('{');
    append_text(json, "name", facts.name);
    append_text(json, "summary", facts.summary);
    append_text(json, "x-effect", word_of(facts.effect));
    append_text(json, "x-access", word_of(facts.access));
    append_fact(json, "x-scope", word_of(facts.scope));
    append_text(json, "x-socket", word_of(facts.socket));
    append_key(json, "x-repeatable");
    json += facts.repeatable ? "true" : "false";
    append_fact(json, "x-command", facts.command);
    append_fact(json, "x-route", facts.route);
    append_text(json, "x-since", facts.since);
    append_params(json, *method.params);
    append_result(json, *method.result);
    append_errors(json, method);
    append_example_of(json, method);
    json.push_back('}');
}

// Parameters are written with their method: only what they refer to has a name in the document.
void append_schemas(std::string& json, Methods methods) {
    NamedShapes named;
    for (const MethodRow* method : methods) {
        for (const Member& member : method->params->members)
            collect_named(named, *member.shape);
        collect_named(named, *method->result);
    }
    json += R"("schemas":{)";
    for (const auto& [name, shape] : named) {
        append_key(json, name);
        append_schema(json, *shape);
    }
    json.push_back('}');
}

void append_kinds(std::string& json, Methods methods) {
    json += R"(,"errors":{)";
    for (const auto& [kind, word] : error_words) {
        const bool used =
            std::any_of(methods.begin(), methods.end(),
                        [asked = kind](const MethodRow* row) { return answers_with(*row, asked); });
        if (!used) continue;
        append_key(json, word);
        json += R"({"code":)";
        append_number(json, static_cast<std::int64_t>(kind));
        append_text(json, "message", word);
        json += R"(,"data":{)";
        append_text(json, "kind", word);
        json += "}}";
    }
    json.push_back('}');
}

}  // namespace

std::string openrpc_document(const Subject& subject, Methods methods) {
    std::string json;
    append_info(json, subject);
    json += R"(,"methods":[)";
    for (const MethodRow* method : methods) {
        append_comma(json);
        append_method(json, *method);
    }
    json += R"(],"components":{)";
    append_schemas(json, methods);
    append_kinds(json, methods);
    json += "}}";
    CHECK_INVARIANT(json.size() <= most_openrpc_bytes);
    return json;
}

std::string openrpc_document(const Daemon& daemon, std::string_view version) {
    std::vector<const MethodRow*> methods(daemon.methods.begin(), daemon.methods.end());
    methods.insert(methods.end(), Common::rows.begin(), Common::rows.end());
    std::sort(methods.begin(), methods.end(), [](const MethodRow* a, const MethodRow* b) {
        return a->facts->name < b->facts->name;
    });
    return openrpc_document({.title = daemon.name, .summary = daemon.summary, .version = version},
                            methods);
}

}  // namespace palette::api
