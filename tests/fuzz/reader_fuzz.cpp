// Whatever bytes come from outside, reading them gives a value or names faults, never both or
// neither: as a request, and as the parameters of every method.
//
// A value that was read is written as JSON that reads back as the same value; faults make an error
// reply that a client can read.
#include "api/directory.hpp"
#include "api/envelope.hpp"
#include "api/reader.hpp"
#include "api/writer.hpp"
#include "base/check.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

using namespace palette;
using namespace palette::api;

namespace {

// Where a value is looked for: the whole document, or a member of an envelope.
enum class Where : std::uint8_t { root, params, result };

constexpr std::string_view result_member = member_name<&Reply::result>();

struct Outcome {
    Faults faults;
    std::string written;  // what was read, as JSON; only without faults
};

Outcome outcome_of(const Document& document, const Shape& shape, Where where, Unknown unknown) {
    Outcome outcome;
    with_blank(shape, [&](void* object) {
        if (where == Where::root) {
            document.read_into(shape, object, unknown, outcome.faults);
        } else {
            document.read_member_into(where == Where::params ? params_member : result_member, shape,
                                      object, unknown, outcome.faults);
        }
        if (outcome.faults.none()) append_json(outcome.written, shape, object);
    });
    return outcome;
}

// Writing can lengthen a value: absent members are written, and what drives terminals is escaped.
constexpr std::size_t most_written_bytes = 16 * most_document_bytes;

void check_reads_back(const Shape& shape, const std::string& written) {
    static Document document(most_written_bytes);
    CHECK_INVARIANT(document.parse(written));
    const Outcome again = outcome_of(document, shape, Where::root, Unknown::refused);
    CHECK_INVARIANT(again.faults.none());
    CHECK_INVARIANT(again.written == written);
}

void check_reply(const Faults& faults) {
    static Document document;
    CHECK_INVARIANT(!faults.kept().empty() && faults.kept().size() <= Faults::most_kept);
    CHECK_INVARIANT(faults.kept().size() <= faults.count());
    const Error error = faults.error();
    CHECK_INVARIANT(document.parse(encode_error("1", error)));
    const auto reply = document.read<Reply>(Unknown::ignored);
    CHECK_INVARIANT(reply && reply->error);
    CHECK_INVARIANT(to_error(*reply->error).kind == ErrorKind::invalid_argument);
}

void check(const Document& document, const Shape& shape, Where where) {
    const Outcome strict = outcome_of(document, shape, where, Unknown::refused);
    const Outcome lenient = outcome_of(document, shape, where, Unknown::ignored);
    CHECK_INVARIANT(lenient.faults.count() <= strict.faults.count());
    if (strict.faults.none()) {
        CHECK_INVARIANT(strict.written == lenient.written);
        check_reads_back(shape, strict.written);
    } else {
        check_reply(strict.faults);
    }
}

void check_method(const Document& document, const MethodRow& method) {
    check(document, *method.params, Where::params);
    check(document, *method.result, Where::result);
}

// As the method that is asked for, as daemons do; as each of them when none is.
void check_methods(const Document& document, std::string_view asked) {
    if (const auto found = find_method(asked)) return check_method(document, *found->method);
    for (const MethodRow* method : Common::rows)
        check_method(document, *method);
    for (const Daemon* daemon : family) {
        for (const MethodRow* method : daemon->methods)
            check_method(document, *method);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Document document;
    const bool parsed = document.parse({reinterpret_cast<const char*>(data), size});
    const auto request = document.read<Request>(Unknown::ignored);
    CHECK_INVARIANT(parsed || !request);
    check(document, shape_of<Request>, Where::root);
    check(document, shape_of<Reply>, Where::root);
    if (parsed) check_methods(document, request ? std::string_view(request->method.text()) : "");
    return 0;
}
