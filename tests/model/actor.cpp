#include "actor.hpp"

#include "base/clock.hpp"
#include "base/uuid.hpp"
#include "described.hpp"
#include "eventually.hpp"

#include <algorithm>
#include <array>

namespace palette::test {

namespace {

constexpr std::chrono::seconds until_told{60};
constexpr std::string_view the_password = "a quiet harbor at dawn";

// What tells nothing of the thing itself: it is asked again, under its key.
bool passes(ErrorKind kind) {
    return kind == ErrorKind::unavailable || kind == ErrorKind::deadline_exceeded ||
           kind == ErrorKind::outcome_unknown || kind == ErrorKind::resource_exhausted;
}

std::string kind_text(const std::optional<ErrorKind>& refusal) {
    return refusal ? std::string(name_of(*refusal)) : "a result";
}

}  // namespace

Actor::Actor(rpc::Client& client, std::string name, unsigned seed,
             std::vector<std::uint64_t> shared)
    : client_(client), name_(std::move(name)), dice_(seed), shared_(std::move(shared)) {
    for (std::size_t i = 0; i < most_accounts; ++i)
        open_account();
}

void Actor::act() {
    const std::array<std::pair<unsigned, void (Actor::*)()>, 11> ways{{
        {20, &Actor::publish},
        {5, &Actor::import},
        {15, &Actor::update},
        {5, &Actor::fork},
        {4, &Actor::erase},
        {22, &Actor::like},
        {8, &Actor::unlike},
        {8, &Actor::rate},
        {10, &Actor::show},
        {2, &Actor::edit_profile},
        {1, &Actor::close_account},
    }};
    std::uint64_t left = roll(100);
    for (const auto& [weight, way] : ways) {
        if (left < weight) return (this->*way)();
        left -= weight;
    }
}

// ---- asking and judging -------------------------------------------------------------------------

template <class M>
Result<typename M::Result> Actor::ask(const M& asked, const Person* who) {
    rpc::CallOptions options{.timeout = until_told};
    if (who != nullptr) options.auth = who->token;
    if (M::method.effect == api::Effect::write) {
        options.key = make_uuid7(SystemClock().now(), keys_);
    }
    auto told = client_.call(asked, options);
    static_cast<void>(eventually(
        [&] {
            if (told || !passes(told.error().kind)) return true;
            told = client_.call(asked, options);
            return false;
        },
        until_told));
    return told;
}

void Actor::expect(bool holds, std::string_view what, const std::string& got) {
    if (!holds && complaints_.size() < most_complaints) {
        complaints_.push_back(name_ + ", " + std::string(what) + ": " + got);
    }
}

template <class R>
bool Actor::is_as_expected(std::string_view what, const Result<R>& told,
                           std::optional<ErrorKind> refusal) {
    const bool same = told ? !refusal : refusal == told.error().kind;
    expect(
        same, what,
        "expected " + kind_text(refusal) + ", got " +
            (told ? "a result"
                  : std::string(name_of(told.error().kind)) + " (" + told.error().message + ")"));
    return same && told;
}

void Actor::expect_same(std::string_view what, std::uint64_t id, const api::Palette& told) {
    const ModelPalette& wanted = world_.palettes.at(id);
    const ModelPalette got = model_of(told, wanted.owner);
    expect(told.id.value() == id && wanted.says_the_same_as(got) && wanted.revision == got.revision,
           what,
           "another palette than the model's " + std::to_string(id) + ": " + api::to_json(told));
}

void Actor::remember(const api::Palette& made, std::uint64_t owner) {
    expect(!world_.palette_named(owner, made.slug.text()), "a slug", "given twice");
    world_.palettes[made.id.value()] = model_of(made, owner);
    if (made.visibility == api::Visibility::private_) hidden_once_.insert(made.id.value());
}

// ---- palettes -----------------------------------------------------------------------------------

void Actor::publish() {
    const Person& owner = anybody();
    if (world_.palettes_of(owner.id).size() >= most_palettes) return erase();
    api::CreatePalette wanted{.title = *api::Title::from(any_title()),
                              .colors = colors_of(any_colors()),
                              .tags = tags_of(any_tags())};
    std::optional<ErrorKind> refusal;
    if (chance(50)) {
        wanted.slug = api::Slug::from("s-" + std::to_string(roll(30)));
        if (world_.palette_named(owner.id, wanted.slug->text())) {
            refusal = ErrorKind::already_exists;
        }
    }
    if (chance(20)) wanted.visibility = api::Visibility::private_;
    const auto made = ask(wanted, &owner);
    if (!is_as_expected("palette.create", made, refusal)) return;
    expect(made->title == wanted.title && made->tags == wanted.tags &&
               made->colors == wanted.colors && made->visibility == wanted.visibility &&
               made->revision.value() == 1,
           "palette.create", api::to_json(*made));
    remember(*made, owner.id);
}

// What its owner has already is not made again.
void Actor::import() {
    const Person& owner = anybody();
    api::ImportPalette wanted{.title = *api::Title::from(any_title()),
                              .colors = colors_of(any_colors())};
    const auto own = world_.palettes_of(owner.id);
    if (!own.empty() && chance(60)) {
        const ModelPalette& had = world_.palettes.at(any_of(own));
        wanted.title = *api::Title::from(had.title);
        wanted.colors = colors_of(had.colors);
    }
    std::set<std::string> alike;
    for (const std::uint64_t id : own) {
        const ModelPalette& had = world_.palettes.at(id);
        if (had.title == wanted.title.text() && colors_of(had.colors) == wanted.colors) {
            alike.insert(owner.name.text() + "/" + had.slug);
        }
    }
    const auto told = ask(wanted, &owner);
    if (!is_as_expected("palette.import", told, std::nullopt)) return;
    expect(told->created == alike.empty() && (alike.empty() || alike.contains(told->ref.text())),
           "palette.import", api::to_json(*told));
    if (!told->created) return;
    const auto made = ask(api::GetPalette{.ref = told->ref}, &owner);
    if (is_as_expected("palette.get of what was imported", made, std::nullopt)) {
        remember(*made, owner.id);
    }
}

void Actor::update() {
    const auto id = any_own();
    if (!id) return publish();
    ModelPalette& kept = world_.palettes.at(*id);
    ModelPalette wanted = kept;
    api::UpdatePalette change{.ref = by_number(*id)};
    std::optional<ErrorKind> refusal;
    if (chance(30)) change.title = api::Title::from(wanted.title = any_title());
    if (chance(30)) change.colors = colors_of(wanted.colors = any_colors());
    if (chance(20)) change.tags = tags_of(wanted.tags = any_tags());
    if (chance(20)) change.description = api::Description::from(wanted.description = any_title());
    if (chance(15)) {
        wanted.is_private = !wanted.is_private;
        change.visibility =
            wanted.is_private ? api::Visibility::private_ : api::Visibility::public_;
    }
    if (chance(20)) {
        wanted.slug = "s-" + std::to_string(roll(30));
        change.slug = api::Slug::from(wanted.slug);
        const auto holder = world_.palette_named(kept.owner, wanted.slug);
        if (holder && holder != id) refusal = ErrorKind::already_exists;
    }
    if (!refusal && chance(30)) {
        change.if_revision = api::Revision::clamped(kept.revision + roll(2));
        if (change.if_revision->value() != kept.revision) refusal = ErrorKind::aborted;
    }
    const auto told = ask(change, &accounts_.at(kept.owner));
    if (!is_as_expected("palette.update", told, refusal)) return;
    if (!wanted.says_the_same_as(kept)) ++wanted.revision;
    if (wanted.is_private != kept.is_private) hidden_once_.insert(*id);
    kept = wanted;
    expect_same("palette.update", *id, *told);
}

void Actor::fork() {
    const auto own = any_own();
    const std::uint64_t origin = own && chance(60) ? *own : any_of(shared_);
    const Person& who = anybody();
    if (world_.palettes_of(who.id).size() >= most_palettes) return erase();
    const bool sees = is_shared(origin) || world_.may_see(origin, who.id);
    const auto made = ask(api::ForkPalette{.ref = by_number(origin)}, &who);
    const auto refusal = sees ? std::nullopt : std::optional(ErrorKind::not_found);
    if (!is_as_expected("palette.fork", made, refusal)) return;
    remember(*made, who.id);
    ModelPalette& copy = world_.palettes.at(made->id.value());
    copy.forked_from = origin;
    if (is_shared(origin)) return;
    const ModelPalette& from = world_.palettes.at(origin);
    expect(copy.title == from.title && copy.colors == from.colors && copy.tags == from.tags &&
               copy.is_private == from.is_private && copy.revision == 1,
           "palette.fork", api::to_json(*made));
}

void Actor::erase() {
    const auto id = any_own();
    if (!id) return publish();
    const Person& owner = accounts_.at(world_.palettes.at(*id).owner);
    const Person& other = anybody();
    if (other.id != owner.id) {
        const bool sees = world_.may_see(*id, other.id);
        const auto told = ask(api::DeletePalette{.ref = by_number(*id)}, &other);
        static_cast<void>(
            is_as_expected("palette.delete of another's", told,
                           sees ? ErrorKind::permission_denied : ErrorKind::not_found));
        return;
    }
    const auto told = ask(api::DeletePalette{.ref = by_number(*id)}, &owner);
    if (is_as_expected("palette.delete", told, std::nullopt)) world_.delete_palette(*id);
}

void Actor::show() {
    const auto own = any_own();
    const bool is_gone = !world_.gone_palettes.empty() && (!own || chance(30));
    if (!own && !is_gone) return publish();
    const std::uint64_t id = is_gone ? any_of(world_.gone_palettes) : *own;
    const Person& who = anybody();
    const auto told = ask(api::GetPalette{.ref = by_number(id)}, &who);
    const auto refusal =
        world_.may_see(id, who.id) ? std::nullopt : std::optional(ErrorKind::not_found);
    if (is_as_expected("palette.get", told, refusal)) expect_same("palette.get", id, *told);
}

// ---- judging ------------------------------------------------------------------------------------

void Actor::like() {
    const auto id = any_to_judge();
    if (!id) return publish();
    const Person& who = anybody();
    const auto told = ask(api::LikePalette{.ref = by_number(*id)}, &who);
    if (!is_as_expected("palette.like", told, std::nullopt)) return;
    const bool changed = world_.likes.insert({*id, who.id}).second;
    expect(told->liked && told->changed == changed &&
               (!knows_counts(*id) || told->likes.value() == world_.likes_of(*id)),
           "palette.like", api::to_json(*told));
}

void Actor::unlike() {
    const auto id = any_to_judge();
    if (!id) return publish();
    const Person& who = anybody();
    const auto told = ask(api::UnlikePalette{.ref = by_number(*id)}, &who);
    if (!is_as_expected("palette.unlike", told, std::nullopt)) return;
    const bool changed = world_.likes.erase({*id, who.id}) == 1;
    expect(!told->liked && told->changed == changed &&
               (!knows_counts(*id) || told->likes.value() == world_.likes_of(*id)),
           "palette.unlike", api::to_json(*told));
}

void Actor::rate() {
    const auto id = any_to_judge();
    if (!id) return publish();
    const Person& who = anybody();
    api::RatePalette wanted{.ref = by_number(*id)};
    if (chance(80)) wanted.stars = api::Stars::clamped(1 + roll(5));
    const bool is_own = world_.palettes_of(who.id).contains(*id);
    const auto refusal =
        is_own && wanted.stars ? std::optional(ErrorKind::permission_denied) : std::nullopt;
    const auto told = ask(wanted, &who);
    if (!is_as_expected("palette.rate", told, refusal)) return;
    const World::Liking given{*id, who.id};
    const auto had = world_.stars.find(given);
    const std::int64_t before = had == world_.stars.end() ? 0 : had->second;
    const std::int64_t now = wanted.stars ? wanted.stars->number() : 0;
    if (now == 0) world_.stars.erase(given);
    if (now > 0) world_.stars[given] = now;
    const World::Stars all = world_.stars_of(*id);
    expect(
        told->changed == (before != now) && told->yours == wanted.stars &&
            (!knows_counts(*id) || World::Stars{told->stars.value(), told->ratings.value()} == all),
        "palette.rate", api::to_json(*told));
}

// ---- people -------------------------------------------------------------------------------------

void Actor::open_account() {
    const std::string name = name_ + "-" + std::to_string(++opened_);
    const auto session = ask(api::RegisterUser{.username = *api::Username::from(name),
                                               .password = *api::SecretText::from(the_password)},
                             nullptr);
    if (!is_as_expected("user.register", session, std::nullopt)) return;
    const std::uint64_t id = session->user.id.value();
    accounts_.emplace(id, Person{session->user.username, id, session->access_token});
    world_.users[id] = {.name = name, .display_name = "", .bio = ""};
}

void Actor::edit_profile() {
    const Person& who = anybody();
    ModelUser& kept = world_.users.at(who.id);
    ModelUser wanted = kept;
    api::EditUser change{};
    if (chance(50)) change.bio = api::Description::from(wanted.bio = any_title());
    if (chance(50)) change.display_name = api::DisplayName::from(wanted.display_name = any_title());
    const auto told = ask(change, &who);
    if (is_as_expected("user.edit", told, std::nullopt)) kept = wanted;
}

void Actor::close_account() {
    const Person who = anybody();
    const auto told = ask(api::DeleteUser{.password = *api::SecretText::from(the_password)}, &who);
    if (!is_as_expected("user.delete", told, std::nullopt)) return;
    for (const auto& [palette, user] : world_.likes) {
        if (user == who.id) left_behind_.insert(palette);
    }
    for (const auto& [given, count] : world_.stars) {
        if (given.second == who.id) left_behind_.insert(given.first);
    }
    world_.delete_user(who.id);
    accounts_.erase(who.id);
    open_account();
}

// ---- chance -------------------------------------------------------------------------------------

std::uint64_t Actor::roll(std::uint64_t below) {
    return std::uniform_int_distribution<std::uint64_t>(0, below - 1)(dice_);
}

template <class Container>
auto Actor::any_of(const Container& container) -> decltype(*container.begin()) {
    return *std::next(container.begin(), static_cast<std::ptrdiff_t>(roll(container.size())));
}

std::optional<std::uint64_t> Actor::any_own() {
    if (world_.palettes.empty()) return std::nullopt;
    return any_of(world_.palettes).first;
}

std::optional<std::uint64_t> Actor::any_to_judge() {
    const auto own = any_own();
    if (!own || chance(50)) return any_of(shared_);
    return hidden_once_.contains(*own) ? any_of(shared_) : *own;
}

bool Actor::is_shared(std::uint64_t palette) const {
    return std::ranges::find(shared_, palette) != shared_.end();
}

bool Actor::knows_counts(std::uint64_t palette) const {
    return !is_shared(palette) && !left_behind_.contains(palette);
}

std::string Actor::any_title() {
    static constexpr std::array words{"Sea Glass", "Dusk", "Copper Mine", "Älg", "朝焼け", "Moss"};
    return std::string(words.at(roll(words.size()))) + " " + std::to_string(roll(5));
}

std::vector<color::Color> Actor::any_colors() {
    static constexpr std::array<color::Color, 4> some{
        {{0x0B, 0x39, 0x54}, {0xBF, 0xD7, 0xEA}, {0xFF, 0x66, 0x63}, {0xE0, 0xFF, 0x4F, 0x80}}};
    std::vector<color::Color> colors;
    for (std::uint64_t left = 1 + roll(3); left > 0; --left)
        colors.push_back(some.at(roll(some.size())));
    return colors;
}

std::vector<std::string> Actor::any_tags() {
    static constexpr std::array words{"calm", "warm", "sea"};
    std::set<std::string> tags;
    for (std::uint64_t left = roll(3); left > 0; --left)
        tags.insert(words.at(roll(words.size())));
    return {tags.begin(), tags.end()};
}

}  // namespace palette::test
