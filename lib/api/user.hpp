// People: who they are, and the methods of paletted that keep their accounts. Their sessions are in
// session.hpp, their tokens for programs in token.hpp.
#pragma once

#include "api/changed.hpp"
#include "api/event.hpp"
#include "api/method.hpp"
#include "api/names.hpp"

namespace palette::api {

// What User, Profile and Me say alike of a person.
template <class Person>
[[nodiscard]] consteval auto person_fields() {
    return std::array{
        field<&Person::id>("Its number, never used again"),
        field<&Person::username>("The name in references"),
        field<&Person::display_name>("The name people like to read"),
        field<&Person::bio>("A few sentences about them"),
        field<&Person::created_at>("When they registered"),
    };
}
template <class Person>
[[nodiscard]] consteval auto standing_fields() {
    return std::array{
        field<&Person::rating>("The mean of all stars given to their public palettes"),
        field<&Person::ratings>("How many were given"),
    };
}

struct User {
    UserId id;
    Username username;
    DisplayName display_name;
    Description bio;
    Timestamp created_at{};

    static constexpr std::string_view name_of_shape = "User";
    static constexpr auto fields() { return person_fields<User>(); }
};

inline constexpr DecimalRule mean_stars_rule{"MeanStars", "a mean of stars", 425, 100, 500};
using MeanStars = Decimal<mean_stars_rule>;

// A person as others see them.
struct Profile {
    UserId id;
    Username username;
    DisplayName display_name;
    Description bio;
    Timestamp created_at{};
    std::optional<MeanStars> rating{};
    Count ratings = 0;

    static constexpr std::string_view name_of_shape = "Profile";
    static constexpr auto fields() {
        return joined(person_fields<Profile>(), standing_fields<Profile>());
    }
};

struct GetUser {
    Username name;

    static constexpr std::string_view name_of_shape = "GetUser";
    static constexpr auto fields() { return std::array{field<&GetUser::name>("Who")}; }
    using Result = Profile;
    static constexpr Method method{
        .name = "user.get",
        .summary = "Show a person's profile",
        .errors = {ErrorKind::not_found},
        .command = "user show",
        .route = "GET /users/:name",
    };
};

struct EditUser {
    std::optional<DisplayName> display_name{};
    std::optional<Description> bio{};

    static constexpr std::string_view name_of_shape = "EditUser";
    static constexpr auto fields() {
        return std::array{
            field<&EditUser::display_name>("The name people like to read; empty takes it away"),
            field<&EditUser::bio>("A few sentences about them; empty takes them away"),
        };
    }
    using Result = Profile;
    static constexpr Method method{
        .name = "user.edit",
        .summary = "Change one's own profile",
        .effect = Effect::write,
        .access = Access::user,
        .scope = Scope::own,
        .repeatable = true,
        .command = "user edit",
    };
};

// A repeat whose answer was lost finds the new password in place, and changes nothing.
struct ChangePassword {
    SecretText old_password;
    SecretText new_password;

    static constexpr std::string_view name_of_shape = "ChangePassword";
    static constexpr auto fields() {
        return std::array{
            field<&ChangePassword::old_password>("The one that is good now"),
            field<&ChangePassword::new_password>("8 to 1,024 bytes, none of the most common"),
        };
    }
    using Result = Changed;
    static constexpr Method method{
        .name = "user.password",
        .summary = "Change one's password; every other session ends",
        .effect = Effect::write,
        .access = Access::user,
        .scope = Scope::own,
        .repeatable = true,
        .command = "passwd",
    };
};

struct DeleteUser {
    SecretText password;

    static constexpr std::string_view name_of_shape = "DeleteUser";
    static constexpr auto fields() {
        return std::array{field<&DeleteUser::password>("Asked again, because nothing comes back")};
    }
    using Result = Changed;
    static constexpr Method method{
        .name = "user.delete",
        .summary = "Close one's account, and delete all that is in it",
        .effect = Effect::write,
        .access = Access::user,
        .scope = Scope::own,
        .secrets_prove = true,
        .command = "user delete",
    };
};

struct Me {
    UserId id;
    Username username;
    DisplayName display_name;
    Description bio;
    Timestamp created_at{};
    Timestamp expires_at{};
    std::optional<MeanStars> rating{};
    Count ratings = 0;

    static constexpr std::string_view name_of_shape = "Me";
    static constexpr auto fields() {
        return joined(person_fields<Me>(),
                      std::array{field<&Me::expires_at>("When the access token ends")},
                      standing_fields<Me>());
    }
};

struct WhoAmI {
    static constexpr std::string_view name_of_shape = "WhoAmI";
    static constexpr std::array<Member, 0> fields() { return {}; }
    using Result = Me;
    static constexpr Method method{
        .name = "user.me",
        .summary = "Say who is signed in",
        .access = Access::user,
        .command = "whoami",
    };
};

struct UserRegistered {
    User user;

    static constexpr std::string_view name_of_shape = "UserRegistered";
    static constexpr auto fields() {
        return std::array{field<&UserRegistered::user>("The new user")};
    }
    static constexpr EventType event{"user.registered", users_topic, "Somebody opened an account"};
    static constexpr EventType changed{"user.updated", users_topic, "Somebody changed a profile"};
};

// What is left of somebody: the number. Their palettes are told of one by one.
struct UserDeleted {
    UserId user_id;

    static constexpr std::string_view name_of_shape = "UserDeleted";
    static constexpr auto fields() {
        return std::array{field<&UserDeleted::user_id>("Who is gone")};
    }
    static constexpr EventType event{"user.deleted", users_topic, "An account was deleted"};
};

}  // namespace palette::api
