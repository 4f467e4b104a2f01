// Values that a daemon knows.
#include "api/channel.hpp"
#include "api/palette.hpp"
#include "cli/completion/value_sources.hpp"

namespace palette::cli {

namespace {

// Of a list of thousands the rest is found by typing more.
constexpr int most_pages = 10;
constexpr api::Limit most_channels{api::most_page_items};

// What is read of a palette here.
struct Referenced {
    api::PaletteRef ref;
    api::Username owner;

    static constexpr std::string_view name_of_shape = "Referenced";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&Referenced::ref>("Its reference"),
            field<&Referenced::owner>("Whose it is"),
        };
    }
};

struct ReferencedPage {
    api::List<Referenced, 0, api::most_page_items> items{};
    std::optional<api::Cursor> next{};

    static constexpr std::string_view name_of_shape = "ReferencedPage";
    static constexpr auto fields() {
        using api::field;
        return std::array{
            field<&ReferencedPage::items>("Palettes"),
            field<&ReferencedPage::next>("Where the next page begins"),
        };
    }
};

// Asks within what is left of longest_lookup.
class Lookup {
  public:
    Lookup(Context& context, const Line& line)
        : context_(context),
          credentials_(context.sessions(), context.environment(),
                       line.as.empty() ? context.session_wanted() : api::Username::from(line.as),
                       context.clock(), random_),
          until_(std::chrono::steady_clock::now() + longest_lookup) {}

    // Whose session is used.
    [[nodiscard]] std::optional<api::Username> who() const {
        const auto name = credentials_.who();
        return name ? *name : std::nullopt;
    }

    // None when there is no answer in time.
    template <class Answer, class M>
    std::optional<Answer> read(const M& params) {
        const auto client = context_.client();
        const auto left = std::chrono::floor<std::chrono::milliseconds>(
            until_ - std::chrono::steady_clock::now());
        if (!client || left.count() <= 0) return std::nullopt;
        const auto json =
            (*client)->ask(rpc::Client::asked_of(params, {.timeout = left, .auth = token()}));
        if (!json) return std::nullopt;
        auto answer = api::read_json<Answer>(*json, api::Unknown::ignored);
        return answer ? std::optional(*std::move(answer)) : std::nullopt;
    }

  private:
    // A session whose token has ended is as none: a look-up renews nothing.
    std::optional<api::Token> token() {
        const auto token = credentials_.token(
            [](const api::RefreshSession&, const Uuid&) -> Result<api::Session> {
                return refuse(ErrorKind::unauthenticated, "", "not renewed here");
            },
            std::chrono::milliseconds(0));
        return token ? std::optional(*token) : std::nullopt;
    }

    Context& context_;
    SystemRandom random_;
    Credentials credentials_;
    std::chrono::steady_clock::time_point until_;
};

// Calls use(palette) for each of one person, or of all; false from it ends the walk.
template <class Use>
void each_palette(Lookup& lookup, api::ListPalettes asked, Use use) {
    asked.limit = api::Limit{api::most_page_items};
    for (int pages = 0; pages < most_pages; ++pages) {
        const auto page = lookup.read<ReferencedPage>(asked);
        if (!page) return;
        for (const Referenced& palette : page->items) {
            if (!use(palette)) return;
        }
        if (!page->next) return;
        asked.after = page->next;
    }
}

}  // namespace

// One's own before those of others. Once an owner is typed, theirs alone are asked for.
void add_palettes(Context& context, const Line& line, Collector& found) {
    Lookup lookup(context, line);
    const auto add = [&](const Referenced& palette) {
        found.add(palette.ref.text(), {});
        return !found.is_full();
    };
    const std::string_view typed = found.typed();
    if (const auto slash = typed.find('/'); slash != std::string_view::npos) {
        const auto owner = api::Username::from(typed.substr(0, slash));
        if (owner) each_palette(lookup, {.user = owner}, add);
        return;
    }
    if (const auto self = lookup.who()) each_palette(lookup, {.user = self}, add);
    if (!found.is_full()) each_palette(lookup, {}, add);
}

// Those signed in here, and whoever published lately.
void add_usernames(Context& context, const Line& line, Collector& found) {
    for (const api::Username& name : context.sessions().names())
        found.add(name.text(), {});
    // --as takes the name of a session, which is here.
    if (line.value_of->name == api::member_name<&GlobalOptions::as>()) return;
    Lookup lookup(context, line);
    each_palette(lookup, {}, [&](const Referenced& palette) {
        found.add(palette.owner.text(), {});
        return !found.is_full();
    });
}

void add_channels(Context& context, const Line& line, Collector& found) {
    Lookup lookup(context, line);
    const auto page = lookup.read<api::ChannelPage>(api::ListChannels{.limit = most_channels});
    if (!page) return;
    for (const api::Channel& channel : page->items)
        found.add(channel.name.text(), {});
}

void add_topics(Context& context, const Line& line, Collector& found) {
    for (const std::string_view topic : api::standing_topics)
        found.add(topic, {});
    Lookup lookup(context, line);
    const auto page = lookup.read<api::ChannelPage>(api::ListChannels{.limit = most_channels});
    if (!page) return;
    for (const api::Channel& channel : page->items)
        found.add(api::topic_of(channel.name).text(), {});
}

}  // namespace palette::cli
