// Every method of every daemon, given every parameter wrong: a refusal that says so, from a daemon
// that goes on.
#include "api/example.hpp"
#include "family_in_process.hpp"

#include <algorithm>

using namespace palette;
using namespace palette::test;

namespace {

// An object of some members; what each is given is JSON.
class Params {
  public:
    // The members that must be given, with the example of their type, but for `left_out`.
    explicit Params(const api::Shape& shape, const api::Member* left_out = nullptr) {
        for (const api::Member& member : shape.members) {
            if (member.required && &member != left_out)
                add(member.name, api::example_of(*member.shape));
        }
    }
    void add(std::string_view name, std::string_view json) {
        if (!json_.empty()) json_ += ',';
        json_ += "\"" + std::string(name) + "\":" + std::string(json);
    }
    [[nodiscard]] std::string json() const { return "{" + json_ + "}"; }

  private:
    std::string json_;
};

// Values of the kinds that a member of this shape is not.
std::vector<std::string> wrong_values(const api::Shape& shape) {
    const std::string huge = "\"" + std::string(5'000, 'x') + "\"";
    switch (shape.kind) {
        case api::Kind::text:
        case api::Kind::choice:
            return {"5", "true", "[]", "{}", "1.5", huge};
        case api::Kind::whole:
            return {"\"5\"", "true", "[]", "{}", "1.5", "-9223372036854775808"};
        case api::Kind::decimal:
            return {"\"5\"", "true", "[]", "{}", "1.555", "1e300"};
        case api::Kind::flag:
            return {"\"true\"", "0", "[]", "{}"};
        case api::Kind::list:
            return {"5", "\"x\"", "{}", "true", "[[]]", "[{\"surprise\":1}]"};
        case api::Kind::object:
            return {"5", "\"x\"", "[]", "true", "{\"surprise\":1}"};
        case api::Kind::json:
        case api::Kind::later:
            return {};
    }
    return {};
}

std::vector<std::string> wrong_params(const api::Shape& shape) {
    std::vector<std::string> all{"[]", "[1]", "5", "\"x\"", "true"};
    for (const api::Member& member : shape.members) {
        if (member.required) all.push_back(Params(shape, &member).json());
        for (const std::string& value : wrong_values(*member.shape)) {
            Params params(shape, &member);
            params.add(member.name, value);
            all.push_back(params.json());
        }
        Params twice(shape, &member);
        twice.add(member.name, api::example_of(*member.shape));
        twice.add(member.name, api::example_of(*member.shape));
        all.push_back(twice.json());
    }
    Params unknown(shape);
    unknown.add("surprise", "1");
    all.push_back(unknown.json());
    return all;
}

void check_refusals(RawClient& raw, const api::Method& method, const api::Shape& params,
                    const std::string& token) {
    for (const std::string& wrong : wrong_params(params)) {
        const auto answer = raw.ask(request(method.name, wrong, token));
        INFO(method.name << " " << wrong.substr(0, 200) << ": " << answer.message());
        CHECK(answer.id == "1");
        CHECK(answer.kind() == ErrorKind::invalid_argument);
    }
}

}  // namespace

TEST_CASE("each parameter of each method, wrong in each way, is refused by name") {
    FamilyInProcess family;
    for (const api::Daemon* daemon : api::family) {
        for (const auto which : {api::Socket::client, api::Socket::sibling}) {
            RawClient raw = family.connect(*daemon, which);
            std::vector<const api::MethodRow*> rows(daemon->methods.begin(), daemon->methods.end());
            rows.insert(rows.end(), api::Common::rows.begin(), api::Common::rows.end());
            for (const api::MethodRow* row : rows) {
                const api::Socket socket = row->facts->socket;
                if (socket != api::Socket::both && socket != which) continue;
                check_refusals(raw, *row->facts, *row->params, family.alice.access_token.text());
            }
        }
        CHECK(family.health(*daemon).state == api::HealthState::ready);
    }
}
