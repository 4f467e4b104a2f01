// The OpenRPC documents are read back with the reader they describe, and pinned.
#include "api/openrpc.hpp"

#include "api/directory.hpp"
#include "api/example.hpp"
#include "api/reader.hpp"
#include "api/writer.hpp"
#include "catch.hpp"
#include "indented.hpp"
#include "pinned.hpp"

#include <algorithm>

using namespace palette;
using namespace palette::api;
using palette::test::indented;

namespace {

// As much of a document as the tests look at.
struct Param {
    Word name;
    bool required = false;
    Json schema{};

    static constexpr std::string_view name_of_shape = "Param";
    static constexpr auto fields() {
        return std::array{field<&Param::name>("Its name"), field<&Param::required>("Always"),
                          field<&Param::schema>("What it takes")};
    }
};

struct Listed {
    Word name;
    List<Param, 0, most_members> params{};

    static constexpr std::string_view name_of_shape = "Listed";
    static constexpr auto fields() {
        return std::array{field<&Listed::name>("Its name"),
                          field<&Listed::params>("What it takes")};
    }
};

struct OpenRpc {
    Word openrpc;
    List<Listed, 0, 256> methods{};
    Json components{};

    static constexpr std::string_view name_of_shape = "OpenRpc";
    static constexpr auto fields() {
        return std::array{field<&OpenRpc::openrpc>("The version"),
                          field<&OpenRpc::methods>("The methods"),
                          field<&OpenRpc::components>("What they refer to")};
    }
};

std::string member_of(std::string_view json, std::string_view name) {
    Document document;
    REQUIRE(document.parse(json));
    return document.text_at(name);
}

// What a handler gets of each member when the sender gives the required ones alone.
std::string used(const Shape& params) {
    std::string json;
    with_blank(params, [&](void* object) {
        Document document;
        Faults faults;
        REQUIRE(document.parse(example_of(params)));
        document.read_into(params, object, Unknown::refused, faults);
        REQUIRE(faults.none());
        append_json(json, params, object);
    });
    return json;
}

void check_params(const Listed& listed, const Shape& params) {
    REQUIRE(listed.params.size() == params.members.size());
    const std::string defaults = used(params);
    for (std::size_t i = 0; i < listed.params.size(); ++i) {
        const Member& member = params.members[i];
        const Param& param = listed.params[i];
        INFO(member.name);
        CHECK(param.name.text() == member.name);
        CHECK(param.required == member.required);
        if (member.required) continue;
        CHECK(member_of(param.schema.text(), "default") == member_of(defaults, member.name));
    }
}

}  // namespace

TEST_CASE("a document lists each method once, with the parameters and defaults that are used") {
    for (const Daemon* daemon : family) {
        INFO(daemon->name);
        const auto document = read_json<OpenRpc>(openrpc_document(*daemon, "0.1"));
        REQUIRE(document);
        CHECK(document->openrpc.text() == "1.2.6");
        REQUIRE(document->methods.size() == daemon->methods.size() + Common::rows.size());
        for (const Listed& listed : document->methods) {
            INFO(listed.name.text());
            const auto found = find_method(listed.name.text());
            REQUIRE(found);
            // Of a method that several answer, any of them is found.
            const auto& rows = daemon->methods;
            CHECK((found->daemon == nullptr ||
                   std::find(rows.begin(), rows.end(), found->method) != rows.end()));
            check_params(listed, *found->method->params);
        }
    }
}

TEST_CASE("whatever a document refers to is among its components") {
    for (const Daemon* daemon : family) {
        const std::string json = openrpc_document(*daemon, "0.1");
        const auto document = read_json<OpenRpc>(json);
        REQUIRE(document);
        constexpr std::string_view start = "\"$ref\":\"#/components/";
        for (auto at = json.find(start); at != std::string::npos; at = json.find(start, at)) {
            at += start.size();
            const std::string path = json.substr(at, json.find('"', at) - at);
            INFO(daemon->name << ": " << path);
            const auto slash = path.find('/');
            const auto group = member_of(document->components.text(), path.substr(0, slash));
            CHECK(member_of(group, path.substr(slash + 1)) != "null");
        }
    }
}

TEST_CASE("the wire is what was agreed on") {
    for (const Daemon* daemon : family) {
        // The version is the program's, which may change when the wire does not.
        test::check_pinned("openrpc/" + std::string(daemon->name) + ".json",
                           indented(openrpc_document(*daemon, "0")));
    }
}

TEST_CASE("indenting changes white space alone, and none within strings") {
    CHECK(indented(R"({"a":[],"b":{"c":[1,"x,{\"]"]},"d":{}})") ==
          "{\n  \"a\": [],\n  \"b\": {\n    \"c\": [\n      1,\n      \"x,{\\\"]\"\n    ]\n  },\n"
          "  \"d\": {}\n}\n");
    CHECK(indented("7") == "7\n");
}
