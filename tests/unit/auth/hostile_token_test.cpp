#include "auth/encoding.hpp"
#include "auth/token.hpp"
#include "catch.hpp"
#include "sample.hpp"

#include <random>

using namespace palette;
using namespace palette::auth;

namespace {

constexpr int rounds = 50'000;

class Mutator {
  public:
    std::size_t below(std::size_t bound) { return engine_() % bound; }
    char byte() { return static_cast<char>(below(256)); }

    std::string noise(std::size_t most) {
        constexpr std::string_view likely = "..eyJ_-AZaz09={}\":,\\";
        std::string text(below(most + 1), '\0');
        for (char& c : text)
            c = below(4) == 0 ? byte() : likely[below(likely.size())];
        return text;
    }

    // One to four changes: a byte replaced, put in or taken out, or a stretch doubled.
    std::string mutated(std::string text) {
        for (std::size_t changes = 1 + below(4); changes > 0 && !text.empty(); --changes) {
            const std::size_t at = below(text.size());
            switch (below(4)) {
                case 0:
                    text[at] = byte();
                    break;
                case 1:
                    text.insert(at, 1, byte());
                    break;
                case 2:
                    text.erase(at, 1 + below(8));
                    break;
                default:
                    text.insert(at, text.substr(below(text.size()), below(64)));
            }
        }
        return text;
    }

  private:
    std::mt19937_64 engine_{8037};
};

}  // namespace

TEST_CASE("no noise and no mutation of a token is accepted or does any harm") {
    Mutator mutator;
    const KeySet keys = sample::keys();
    const std::string good = sign(sample::alice(), sample::key());
    int accepted = 0;
    for (int i = 0; i < rounds; ++i) {
        accepted += verify(mutator.noise(400), keys, sample::issued).has_value() ? 1 : 0;
        const std::string token = mutator.mutated(good);
        accepted += token != good && verify(token, keys, sample::issued) ? 1 : 0;
    }
    CHECK(accepted == 0);
}

TEST_CASE("mutated claims that are read can be written again") {
    Mutator mutator;
    const std::string good = write_claims(sample::alice());
    int read_count = 0;
    for (int i = 0; i < rounds; ++i) {
        const auto claims = read_claims(mutator.mutated(good));
        if (!claims) continue;
        ++read_count;
        if (read_claims(write_claims(*claims)) != claims) FAIL("claims change when written again");
    }
    CHECK(read_count > 0);
}
