// List<T, fewest, most>: so many elements. It can be built longer than it may be sent: the bound is
// checked where it is read.
#pragma once

#include "api/unset.hpp"

#include <cstddef>
#include <initializer_list>
#include <vector>

namespace palette::api {

template <class T, std::size_t fewest_, std::size_t most_>
class List {
  public:
    using element_type = T;
    static constexpr std::size_t fewest = fewest_;
    static constexpr std::size_t most = most_;

    // A list that must have elements is required: without this, `{}` would make an empty one.
    List()
        requires(fewest_ == 0)
    = default;
    List()
        requires(fewest_ > 0)
    = delete;
    explicit List(Blank) {}
    List(std::initializer_list<T> elements) : elements_(elements) {}
    explicit List(std::vector<T> elements) : elements_(std::move(elements)) {}

    [[nodiscard]] auto begin() const { return elements_.begin(); }
    [[nodiscard]] auto end() const { return elements_.end(); }
    [[nodiscard]] std::size_t size() const { return elements_.size(); }
    [[nodiscard]] bool empty() const { return elements_.empty(); }
    [[nodiscard]] const T& operator[](std::size_t index) const { return elements_[index]; }
    [[nodiscard]] T& operator[](std::size_t index) { return elements_[index]; }
    [[nodiscard]] const T& back() const { return elements_.back(); }
    void push_back(T element) { elements_.push_back(std::move(element)); }
    void reserve(std::size_t count) { elements_.reserve(count); }

    // The address of one more, blank, for the reader.
    T& grow() { return elements_.emplace_back(Unset{}); }

    friend bool operator==(const List&, const List&) = default;

  private:
    std::vector<T> elements_;
};

}  // namespace palette::api
