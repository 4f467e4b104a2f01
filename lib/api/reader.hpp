// Reading JSON straight into described structs, every fault noted with its place.
//
// Documents are strict JSON in UTF-8 of at most most_document_bytes. A struct is only handed out
// when there was no fault, so what handlers get is valid and owns its bytes.
#pragma once

#include "api/describe.hpp"
#include "api/faults.hpp"

#include <memory>
#include <string_view>

namespace palette::api {

inline constexpr std::size_t most_document_bytes = 1024 * 1024;

// Daemons refuse members they do not know; clients ignore what a newer daemon adds.
enum class Unknown : std::uint8_t { refused, ignored };

// A parser with its buffers, reused from document to document. For one thread.
class Document {
  public:
    explicit Document(std::size_t most_bytes = most_document_bytes);
    ~Document();
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    // Takes a copy of the bytes. False when they are not one JSON value within the limit.
    [[nodiscard]] bool parse(std::string_view bytes);

    // The last parsed document as a T.
    template <Described T>
    [[nodiscard]] Result<T> read(Unknown unknown) const {
        T value = blank<T>();
        Faults faults;
        read_into(shape_of<T>, &value, unknown, faults);
        if (!faults.none()) return refuse(faults.error());
        return value;
    }

    // The value of its member `name` (one of kind `later`) as a T; an absent one reads as {}.
    template <Described T>
    [[nodiscard]] Result<T> read_at(std::string_view name, Unknown unknown) const {
        T value = blank<T>();
        Faults faults;
        read_member_into(name, shape_of<T>, &value, unknown, faults);
        if (!faults.none()) return refuse(faults.error());
        return value;
    }

    // The JSON text of its member `name`, without white space; "null" when it has none.
    [[nodiscard]] std::string text_at(std::string_view name) const;

    // The same for shapes known only at run time; `object` is a blank one of that shape.
    void read_into(const Shape& shape, void* object, Unknown unknown, Faults& faults) const;
    void read_member_into(std::string_view name, const Shape& shape, void* object, Unknown unknown,
                          Faults& faults) const;

  private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
    std::size_t most_bytes_;
};

// One document, once. For hot paths keep a Document.
template <Described T>
[[nodiscard]] Result<T> read_json(std::string_view json, Unknown unknown = Unknown::ignored) {
    Document document(json.size() < most_document_bytes ? most_document_bytes : json.size());
    if (!document.parse(json)) return refuse(ErrorKind::invalid_argument, "", "this is not JSON");
    return document.read<T>(unknown);
}

}  // namespace palette::api
