// Values that are JSON already.
#pragma once

#include "api/unset.hpp"

#include <string>
#include <string_view>

namespace palette::api {

// The JSON text of a T, as a store keeps it: copied into the reply, never parsed on the way.
// It either owns its text or refers to one that lives as long as the store's transaction.
template <class T>
class Encoded {
  public:
    using value_type = T;

    explicit Encoded(Blank) {}
    explicit Encoded(std::string_view stored) : stored_(stored) {}
    [[nodiscard]] static Encoded owning(std::string json) {
        Encoded made{std::string_view{}};
        made.own_ = std::move(json);
        return made;
    }
    [[nodiscard]] std::string_view json() const { return own_.empty() ? stored_ : own_; }

  private:
    std::string_view stored_;
    std::string own_;
};

// Any JSON value, kept as its text without white space.
class Json {
  public:
    Json() : text_("null") {}
    // `text` must be one valid JSON value; only what was read or written by this library is.
    explicit Json(std::string text) : text_(std::move(text)) {}
    [[nodiscard]] const std::string& text() const { return text_; }

    friend bool operator==(const Json&, const Json&) = default;

  private:
    std::string text_;
};

// A value that the envelope does not look into: it is read afterwards, by the shape of its method
// (see Document::read_at). Written, it is the JSON it was given.
class Later {
  public:
    Later() = default;
    explicit Later(std::string_view json) : json_(json) {}
    [[nodiscard]] std::string_view json() const { return json_; }

  private:
    std::string_view json_ = "null";
};

}  // namespace palette::api
