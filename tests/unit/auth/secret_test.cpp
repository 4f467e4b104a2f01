#include "auth/secret.hpp"

#include "catch.hpp"

#include <ostream>
#include <type_traits>

using palette::auth::Secret;

namespace {

template <class T>
concept Printable = requires(std::ostream& out, const T& value) { out << value; };

static_assert(!std::is_copy_constructible_v<Secret> && !std::is_copy_assignable_v<Secret>);
static_assert(!std::is_convertible_v<Secret, std::string_view>);
static_assert(!Printable<Secret>);

}  // namespace

TEST_CASE("a secret leaves nothing where it was taken from") {
    const std::string text =
        GENERATE(std::string("short"), std::string("long enough to live on the heap, not inside"));
    std::string source = text;
    const char* place = source.data();
    const Secret secret(std::move(source));
    CHECK(secret.reveal() == text);
    CHECK(std::string_view(place, text.size()) == std::string(text.size(), '\0'));
}

TEST_CASE("a secret that moved is in one place only") {
    Secret first(std::string("first"));
    Secret second(std::string("second"));
    second = std::move(first);
    CHECK(second.reveal() == "first");
    const Secret third(std::move(second));
    CHECK(third.reveal() == "first");
}

TEST_CASE("an empty secret is text like any other") {
    const Secret empty{std::string()};
    CHECK(empty.reveal().empty());
    CHECK(empty.reveal().data() != nullptr);
}
