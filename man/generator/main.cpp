// Writes the manual: each page is a form of man/, filled from the descriptions that the programs
// themselves are made of.
//
//     palette-manual FORMS OUT
//
// A command's page is command.1.in, with what man/palettectl-NOUN.prose says of it beyond its
// description; a daemon's is daemon.8.in with NAME.prose. The others have forms of their own.
#include "api/envelope.hpp"
#include "api/service.hpp"
#include "base/ascii.hpp"
#include "blocks.hpp"
#include "cli/commands/all.hpp"
#include "cli/config/own_settings.hpp"
#include "form.hpp"
#include "output.hpp"
#include "roff.hpp"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace palette::manual {
namespace {

namespace fs = std::filesystem;

// When the prose was last gone over.
constexpr const char* date = "2026-11-21";

Filling common_filling() {
    return {.words = {{"version", "palettectl " PALETTE_VERSION}, {"date", date}},
            .blocks = {{"commands", list_of_commands()},
                       {"common-options", common_options()},
                       {"exit-codes", exit_codes()},
                       {"errors", kinds_of_error()},
                       {"events", events()},
                       {"common-methods", methods_of(api::Common::rows)},
                       {"request", members(api::shape_of<api::Request>)},
                       {"reply", members(api::shape_of<api::Reply>)},
                       {"event", members(api::shape_of<api::Event>)},
                       {"settings", settings()},
                       {"own-settings", members(api::shape_of<cli::OwnSettings>)}}};
}

class Writer {
  public:
    Writer(fs::path forms, fs::path out) : forms_(std::move(forms)), out_(std::move(out)) {
        fs::remove_all(out_);
    }

    // `page` is such as palettectl.1.
    void write(const std::string& page, const std::string& form, const Filling& filling) const {
        const fs::path folder = out_ / ("man" + page.substr(page.rfind('.') + 1));
        fs::create_directories(folder);
        std::ofstream file(folder / page);
        file << filled(forms_ / form, filling);
        if (!file.flush()) throw std::runtime_error("cannot write " + (folder / page).string());
    }

    void write_commands() const {
        std::vector<const cli::CommandRow*> group;
        for (const cli::CommandRow* row : cli::commands()) {
            if (!group.empty() && noun_of(*group.front()) != noun_of(*row)) write_noun(group);
            if (!group.empty() && noun_of(*group.front()) != noun_of(*row)) group.clear();
            group.push_back(row);
        }
        write_noun(group);
    }

    void write_daemons() const {
        for (const api::Daemon* daemon : api::family) {
            const std::string name(daemon->name);
            Filling filling = common_filling();
            filling.words.insert({{"name", name},
                                  {"title", to_upper(name)},
                                  {"summary", std::string(daemon->summary)}});
            filling.blocks.insert({{"prose", text_of(forms_ / (name + ".prose"))},
                                   {"methods", methods_of(daemon->methods)}});
            write(name + ".8", "daemon.8.in", filling);
        }
    }

  private:
    static std::string noun_of(const cli::CommandRow& row) {
        const std::string_view path = row.facts->path;
        return std::string(path.substr(0, path.find(' ')));
    }

    static std::string summary_of(const std::vector<const cli::CommandRow*>& group) {
        if (group.size() == 1) return std::string(group.front()->facts->summary);
        std::string verbs;
        for (const cli::CommandRow* row : group)
            verbs += (verbs.empty() ? "" : ", ") + std::string(row->facts->path);
        return "the commands " + verbs;
    }

    void write_noun(const std::vector<const cli::CommandRow*>& group) const {
        const std::string page = "palettectl-" + noun_of(*group.front());
        Filling filling = common_filling();
        filling.words.insert(
            {{"name", page}, {"title", to_upper(page)}, {"summary", prose(summary_of(group))}});
        filling.blocks.insert({{"synopsis", synopsis(group)},
                               {"descriptions", descriptions(group)},
                               {"output", objects_of(group)},
                               {"prose", text_of(forms_ / (page + ".prose"))}});
        write(page + ".1", "command.1.in", filling);
    }

    fs::path forms_;
    fs::path out_;
};

void write_all(const fs::path& forms, const fs::path& out) {
    const Writer writer(forms, out);
    writer.write_commands();
    writer.write_daemons();
    for (const char* page :
         {"palettectl.1", "palette-supervisor.8", "palette-settings.5", "palette-protocol.7"}) {
        writer.write(page, std::string(page) + ".in", common_filling());
    }
}

}  // namespace
}  // namespace palette::manual

int main(int argc, char** argv) {
    if (argc != 3) {
        static_cast<void>(std::fputs("usage: palette-manual FORMS OUT\n", stderr));
        return 2;
    }
    try {
        palette::manual::write_all(argv[1], argv[2]);
        return 0;
    } catch (const std::exception& failure) {
        static_cast<void>(std::fprintf(stderr, "palette-manual: %s\n", failure.what()));
        return 1;
    }
}
