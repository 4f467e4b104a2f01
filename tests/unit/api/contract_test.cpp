// The contract of every method, event and envelope: loops over the rows, so that none of this is
// tested by hand.
#include "api/directory.hpp"
#include "api/envelope.hpp"
#include "api/example.hpp"
#include "api/reader.hpp"
#include "api/secrets.hpp"
#include "api/writer.hpp"
#include "catch.hpp"

#include <regex.h>

#include <algorithm>
#include <map>
#include <vector>

using namespace palette;
using namespace palette::api;

namespace {

std::vector<const MethodRow*> all_methods() {
    std::vector<const MethodRow*> rows(Common::rows.begin(), Common::rows.end());
    for (const Daemon* daemon : family)
        rows.insert(rows.end(), daemon->methods.begin(), daemon->methods.end());
    return rows;
}

using Shapes = std::vector<const Shape*>;

void collect(Shapes& shapes, const Shape& shape) {
    if (std::find(shapes.begin(), shapes.end(), &shape) != shapes.end()) return;
    shapes.push_back(&shape);
    if (shape.element != nullptr) collect(shapes, *shape.element);
    for (const Member& member : shape.members)
        collect(shapes, *member.shape);
}

// Whatever travels, each shape once.
Shapes all_shapes() {
    Shapes shapes;
    for (const MethodRow* row : all_methods()) {
        collect(shapes, *row->params);
        collect(shapes, *row->result);
    }
    for (const Shape* other :
         {&shape_of<Request>, &shape_of<Reply>, &shape_of<Published>, &shape_of<UserRegistered>,
          &shape_of<UserDeleted>, &shape_of<SessionEnded>, &shape_of<PaletteCreated>,
          &shape_of<PaletteDeleted>, &shape_of<PaletteLiked>, &shape_of<PaletteRated>,
          &shape_of<UserRated>}) {
        collect(shapes, *other);
    }
    return shapes;
}

Shapes all_objects() {
    Shapes objects = all_shapes();
    std::erase_if(objects, [](const Shape* shape) { return shape->kind != Kind::object; });
    return objects;
}

Faults faults_of(const Shape& object, std::string_view json, Unknown unknown = Unknown::refused) {
    Document document;
    Faults faults;
    REQUIRE(document.parse(json));
    with_blank(object, [&](void* blank) { document.read_into(object, blank, unknown, faults); });
    return faults;
}

// The example with one member given as `value`, or left out when that is empty.
std::string example_with(const Shape& object, std::string_view name, std::string_view value) {
    std::string json = "{";
    for (const Member& member : object.members) {
        const bool chosen = member.name == name;
        if (chosen ? value.empty() : !member.required) continue;
        append_key(json, member.name);
        json += chosen ? std::string(value) : example_of(*member.shape);
    }
    return json + "}";
}

// A value of each kind of JSON but null, which is the same as missing.
struct Sample {
    std::string_view json;
    std::vector<Kind> fits;
};
const std::vector<Sample> samples{{"\"\\u0000\"", {}},
                                  {"1.5", {Kind::decimal}},
                                  {"true", {Kind::flag}},
                                  {"[[]]", {}},
                                  {"{\"\":0}", {}}};

bool takes_anything(const Shape& shape) {
    return shape.kind == Kind::json || shape.kind == Kind::later;
}

bool fits(const Sample& sample, const Shape& shape) {
    if (sample.json.front() == '"' && shape.kind == Kind::text) return true;
    return std::find(sample.fits.begin(), sample.fits.end(), shape.kind) != sample.fits.end();
}

bool names_place_in(const Faults& faults, std::string_view name) {
    return std::any_of(faults.kept().begin(), faults.kept().end(),
                       [name](const Fault& fault) { return fault.place.starts_with(name); });
}

// Sets a value of a leaf's shape, somewhere it may be set: in a blank object that has one.
bool accepts(const Shape& object, const Member& member, std::string_view text) {
    bool set = false;
    with_blank(object, [&](void* blank) {
        const Shape& shape = *member.shape;
        void* place = member.place(blank);
        const bool list = shape.kind == Kind::list;
        set = list ? shape.element->set_text(shape.grow(place), text) : shape.set_text(place, text);
    });
    return set;
}

// A pattern as documents show it, matched by the C library. (g++ 12 warns of <regex> itself.)
class Pattern {
  public:
    explicit Pattern(std::string_view text) {
        REQUIRE(::regcomp(&compiled_, std::string(text).c_str(), REG_EXTENDED | REG_NOSUB) == 0);
    }
    ~Pattern() { ::regfree(&compiled_); }
    Pattern(const Pattern&) = delete;
    Pattern& operator=(const Pattern&) = delete;

    [[nodiscard]] bool matches(std::string_view text) const {
        return ::regexec(&compiled_, std::string(text).c_str(), 0, nullptr, 0) == 0;
    }

  private:
    regex_t compiled_{};
};

// Calls check(object, member, leaf) for each member that is a text, or a list of texts.
template <class Check>
void for_each_text(Check check) {
    for (const Shape* object : all_objects()) {
        for (const Member& member : object->members) {
            const bool list = member.shape->kind == Kind::list;
            const Shape& leaf = list ? *member.shape->element : *member.shape;
            INFO(object->name << "." << member.name);
            if (leaf.kind == Kind::text) check(*object, member, leaf);
        }
    }
}

}  // namespace

TEST_CASE("the example of everything that travels is read without a fault") {
    for (const Shape* object : all_objects()) {
        const Faults faults = faults_of(*object, example_of(*object));
        INFO(object->name << ": " << example_of(*object));
        INFO((faults.none() ? "" : faults.error().message));
        CHECK(faults.none());
    }
}

TEST_CASE("each member may be given its example, and reads back as it was written") {
    for (const Shape* object : all_objects()) {
        for (const Member& member : object->members) {
            if (member.shape->kind == Kind::later) continue;
            const std::string value = example_of(*member.shape);
            Document document;
            REQUIRE(document.parse(example_with(*object, member.name, value)));
            with_blank(*object, [&](void* blank) {
                Faults faults;
                document.read_into(*object, blank, Unknown::refused, faults);
                INFO(object->name << "." << member.name << " = " << value);
                REQUIRE(faults.none());
                std::string written;
                append_json(written, *object, blank);
                CHECK(faults_of(*object, written).none());
            });
        }
    }
}

TEST_CASE("each required member that is missing or null is named") {
    for (const Shape* object : all_objects()) {
        for (const Member& member : object->members) {
            if (!member.required || takes_anything(*member.shape)) continue;
            INFO(object->name << "." << member.name);
            for (const char* absent : {"", "null"}) {
                const Faults faults =
                    faults_of(*object, example_with(*object, member.name, absent));
                REQUIRE(faults.count() == 1);
                CHECK(faults.kept().front().place == member.name);
            }
        }
    }
}

TEST_CASE("what may be left out may be null as well") {
    for (const Shape* object : all_objects()) {
        for (const Member& member : object->members) {
            if (member.required) continue;
            INFO(object->name << "." << member.name);
            CHECK(faults_of(*object, example_with(*object, member.name, "null")).none());
        }
    }
}

TEST_CASE("each member of a wrong kind is named") {
    for (const Shape* object : all_objects()) {
        for (const Member& member : object->members) {
            for (const Sample& sample : samples) {
                if (takes_anything(*member.shape) || fits(sample, *member.shape)) continue;
                INFO(object->name << "." << member.name << " = " << sample.json);
                const Faults faults =
                    faults_of(*object, example_with(*object, member.name, sample.json));
                CHECK_FALSE(faults.none());
                CHECK(names_place_in(faults, member.name));
            }
        }
    }
}

TEST_CASE("an unknown member is refused by daemons and ignored by clients") {
    for (const Shape* object : all_objects()) {
        std::string json = example_of(*object);
        json.pop_back();
        append_key(json, "not-a-member");
        json += "1}";
        INFO(object->name);
        const Faults faults = faults_of(*object, json);
        REQUIRE(faults.count() == 1);
        CHECK(faults.kept().front().message == "unknown member \"not-a-member\"");
        CHECK(faults_of(*object, json, Unknown::ignored).none());
    }
}

TEST_CASE("rows stand in the members' order, required ones first, each with help") {
    for (const Shape* object : all_objects()) {
        INFO(object->name);
        CHECK(std::is_partitioned(object->members.begin(), object->members.end(),
                                  [](const Member& member) { return member.required; }));
        with_blank(*object, [&](void* blank) {
            std::vector<const void*> places;
            for (const Member& member : object->members) {
                CHECK_FALSE(member.help.empty());
                CHECK(&member == find_member(*object, member.name));  // no name twice
                places.push_back(member.place(blank));
            }
            CHECK(std::is_sorted(places.begin(), places.end(), std::less<>{}));
        });
    }
}

TEST_CASE("every method has a summary, and a name that no other has, in order") {
    for (const Daemon* daemon : family) {
        CHECK(std::is_sorted(daemon->methods.begin(), daemon->methods.end(),
                             [](auto a, auto b) { return a->facts->name < b->facts->name; }));
    }
    for (const MethodRow* row : all_methods()) {
        INFO(row->facts->name);
        CHECK_FALSE(row->facts->summary.empty());
        CHECK(MethodName::from(row->facts->name));
        CHECK(find_method(row->facts->name)->method == row);
    }
}

TEST_CASE("a method names each of its errors once, and none that any method may answer with") {
    for (const MethodRow* row : all_methods()) {
        const auto kinds = std::span(row->facts->errors.kinds).first(row->facts->errors.count);
        for (const ErrorKind kind : kinds) {
            INFO(row->facts->name << " " << name_of(kind));
            CHECK(std::count(kinds.begin(), kinds.end(), kind) == 1);
            CHECK(std::count(universal_kinds.begin(), universal_kinds.end(), kind) == 0);
        }
    }
}

TEST_CASE("only what changes something may be called repeatable, and needs a scope of its own") {
    for (const MethodRow* row : all_methods()) {
        INFO(row->facts->name);
        if (row->facts->effect == Effect::write) continue;
        CHECK_FALSE(row->facts->repeatable);
        // Any token may read, but for what is about the sessions and tokens themselves.
        CHECK((row->facts->scope == Scope::none || row->facts->scope == Scope::own));
    }
}

TEST_CASE("secrets that prove who asks are a user's, and lead to no answer with one in it") {
    for (const MethodRow* row : all_methods()) {
        INFO(row->facts->name);
        if (!row->facts->secrets_prove) continue;
        CHECK(row->facts->effect == Effect::write);
        CHECK(row->facts->access == Access::user);
        CHECK(holds_secrets(*row->params));
        CHECK_FALSE(holds_secrets(*row->result));
    }
}

TEST_CASE("a name stands for one shape, since documents refer to it") {
    std::map<std::string_view, const Shape*> named;
    for (const Shape* shape : all_shapes()) {
        if (shape->kind == Kind::list || takes_anything(*shape)) continue;
        INFO(shape->name);
        CHECK_FALSE(shape->name.empty());
        CHECK(named.emplace(shape->name, shape).first->second == shape);
    }
}

TEST_CASE("every leaf says what it means, and its example keeps its own rule") {
    for (const Shape* shape : all_shapes()) {
        INFO(shape->name);
        if (shape->kind == Kind::object || shape->kind == Kind::list) continue;
        CHECK_FALSE(shape->meaning.empty());
        if (shape->kind != Kind::whole && shape->kind != Kind::decimal) continue;
        CHECK(shape->sample >= shape->fewest);
        CHECK(shape->sample <= shape->most);
    }
    for_each_text([](const Shape& object, const Member& member, const Shape& leaf) {
        CHECK(accepts(object, member, leaf.example));
    });
}

TEST_CASE("what a rule accepts, the pattern in its documents accepts too") {
    for_each_text([](const Shape& object, const Member& member, const Shape& leaf) {
        if (leaf.pattern.empty()) return;
        const Pattern pattern(leaf.pattern);
        CHECK(pattern.matches(leaf.example));
        for (std::size_t at = 0; at < leaf.example.size(); ++at) {
            for (char letter = 1; letter < 0x7F; ++letter) {
                std::string probe(leaf.example);
                probe[at] = letter;
                if (!accepts(object, member, probe)) continue;
                INFO(probe);
                CHECK(pattern.matches(probe));
            }
        }
    });
}
