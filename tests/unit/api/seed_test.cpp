// The fuzzer of the reader begins from a frame of each method, request and reply in one, with every
// member given.
#include "api/directory.hpp"
#include "api/example.hpp"
#include "api/scalar.hpp"
#include "catch.hpp"
#include "pinned.hpp"

using namespace palette;
using namespace palette::api;

namespace {

void append_full(std::string& json, const Shape& shape) {
    if (shape.kind == Kind::list) {
        json.push_back('[');
        append_full(json, *shape.element);
        json.push_back(']');
    } else if (shape.kind == Kind::object) {
        json.push_back('{');
        for (const Member& member : shape.members) {
            append_key(json, member.name);
            append_full(json, *member.shape);
        }
        json.push_back('}');
    } else {
        append_example(json, shape);
    }
}

void check_seed(const MethodRow& method) {
    std::string json = R"({"jsonrpc":"2.0","id":7)";
    append_text(json, "method", method.facts->name);
    append_key(json, "params");
    append_full(json, *method.params);
    append_key(json, "result");
    append_full(json, *method.result);
    test::check_pinned("fuzz/reader/" + std::string(method.facts->name) + ".json", json + "}");
}

}  // namespace

TEST_CASE("the fuzzer has a seed of each method") {
    for (const MethodRow* method : Common::rows)
        check_seed(*method);
    for (const Daemon* daemon : family) {
        for (const MethodRow* method : daemon->methods)
            check_seed(*method);
    }
}
