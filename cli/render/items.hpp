// A list whose items are printed as they come, however many: nothing of them is kept.
#pragma once

#include "cli/render/print.hpp"

#include <cstdint>
#include <limits>

namespace palette::cli {

// The list that is made of them, for who describes it (printed.hpp). None is ever this long.
template <class T>
struct ItemsOf {
    api::List<T, 0, std::numeric_limits<std::int32_t>::max()> items{};

    static constexpr std::string_view name_of_shape = "Items";
    static constexpr auto fields() {
        return std::array{api::field<&ItemsOf::items>("Each, as it comes")};
    }
};

// Any T that print.hpp can print.
template <class T>
class Items {
  public:
    // `gap` stands between two, for people.
    explicit Items(Context& context, std::string_view gap = {})
        : context_(context), layout_(context.out().layout()), gap_(gap) {}

    void add(const T& item) {
        Output& out = context_.out();
        switch (layout_) {
            case Layout::json:
                out.write(any_ ? "," : R"({"items":[)");
                out.write(api::to_json(item));
                break;
            case Layout::jsonl:
                out.write(api::to_json(item) + "\n");
                break;
            case Layout::tsv:
                out.write(tsv_of(item));
                break;
            case Layout::people:
                if (any_) out.write(gap_);
                out.write(text_of(item, context_.view()));
                break;
        }
        any_ = true;
    }

    // After the last, also when a failure makes it the last: what was printed is valid JSON.
    void finish() {
        if (layout_ == Layout::json && any_) context_.out().write("]}\n");
    }

  private:
    Context& context_;
    const Layout layout_;
    const std::string_view gap_;
    bool any_ = false;
};

}  // namespace palette::cli
