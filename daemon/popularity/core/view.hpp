// What is true: a snapshot of the tables, and the rows of the log above the fold's cursor in it.
//
// Counts and opinions in it are exact. Of the lists that the tables keep in order, only the tables
// know. Short-lived, of one thread, as the snapshot in it is.
#pragma once

#include "api/page.hpp"
#include "popularity/core/pending.hpp"
#include "service/call.hpp"
#include "store/txn.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace palette::popularity {

// The row of the fold; what an empty store has when there is none.
[[nodiscard]] FoldRow fold_row(const store::ReadTxn& tables);

// A palette as a view has it.
struct Subject {
    std::uint64_t id = 0;
    KnownPalette known{};
    // Whether the tables know it too: then known.set is where they keep its opinions.
    bool is_folded = false;
};

// What a person thinks of a palette.
struct Opinion {
    bool likes = false;
    std::uint8_t stars = 0;  // 0 when they have not rated it
    std::optional<Hour> viewed_in{};
};

class View {
  public:
    using Parts = std::vector<std::shared_ptr<const PendingPart>>;
    // Parts that were taken before the snapshot, oldest first, and the last row that counts.
    View(Parts parts, store::ReadTxn tables, std::uint64_t through);

    // By number or by name; none when it is not known here.
    [[nodiscard]] std::optional<Subject> find(const api::PaletteRef& ref) const;
    [[nodiscard]] std::optional<Subject> find(std::uint64_t id) const;
    // The same for somebody: not_found as well when it is not theirs to see. Null: for anyone.
    [[nodiscard]] Result<Subject> find_for(const service::Caller* who,
                                           const api::PaletteRef& ref) const;

    // Whether anyone may see a palette that the tables list: a row that they do not have may have
    // deleted it, or made it private.
    [[nodiscard]] bool is_still_public(std::uint64_t id) const;

    // Of all time.
    [[nodiscard]] Figures figures(const Subject& subject) const;
    // With all rows there are, those of the transaction included: the writer's question.
    [[nodiscard]] Opinion opinion(const Subject& subject, std::uint64_t user) const;
    // Likes and unlikes that the tables do not have, oldest first.
    [[nodiscard]] std::vector<PendingLike> pending_likes(const Subject& subject) const;

    [[nodiscard]] const store::ReadTxn& tables() const { return tables_; }
    [[nodiscard]] const FoldRow& fold() const { return fold_; }
    // What was answered before this moment is in the tables.
    [[nodiscard]] Timestamp as_of(Timestamp now) const;

  private:
    [[nodiscard]] std::optional<std::uint64_t> number_of(const std::string& name) const;
    // What rows that the tables do not have tell of it last.
    [[nodiscard]] std::optional<PendingPalette> told_of(std::uint64_t id) const;

    Parts parts_;
    store::ReadTxn tables_;
    FoldRow fold_;
    Range pending_;
};

// Another's private palette answers exactly as none does.
[[nodiscard]] bool may_see(const KnownPalette& palette, const service::Caller* who);
[[nodiscard]] tl::unexpected<Error> no_palette(const api::PaletteRef& ref);

}  // namespace palette::popularity
