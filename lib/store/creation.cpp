#include "store/creation.hpp"

#include "base/files.hpp"
#include "store/failure.hpp"

#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace palette::store {

namespace fs = std::filesystem;

namespace {

constexpr auto lock_name = "owner.lock";

// All that a store's folder holds beside its lock, which must not be opened twice (file_lock.hpp).
void clear_leftover(const fs::path& folder) {
    for (const char* name : {"data.mdb", "lock.mdb"})
        fs::remove(folder / name);
}

void create_in(const Environment::Settings& settings,
               const std::function<void(Environment&)>& fill) {
    Environment environment(settings);
    fill(environment);
    environment.sync();
}

void put_in_place(const fs::path& made, const fs::path& folder) {
    if (std::rename(made.c_str(), folder.c_str()) != 0) {
        throw std::system_error(errno, std::generic_category(), "rename " + made.string());
    }
    sync_folder(folder.parent_path());
}

}  // namespace

FileLock claim(const fs::path& folder) {
    auto taken = FileLock::take(folder / lock_name);
    if (const auto* pid = std::get_if<pid_t>(&taken)) {
        throw HeldByProcess("the store in " + folder.string(), *pid);
    }
    return std::get<FileLock>(std::move(taken));
}

FileLock claim_or_create(const Environment::Settings& settings,
                         const std::function<void(Environment&)>& fill) {
    const fs::path& folder = settings.folder;
    if (fs::exists(folder / "data.mdb")) return claim(folder);
    const fs::path aside = folder.string() + ".new";
    make_private_folder(aside);
    // The lock is renamed with its folder: there is no moment at which the store is unguarded.
    FileLock lock = claim(aside);
    if (fs::exists(folder / "data.mdb")) {  // another process made it between the two questions
        fs::remove_all(aside);
        return claim(folder);
    }
    clear_leftover(aside);
    Environment::Settings made_aside = settings;
    made_aside.folder = aside;
    create_in(made_aside, fill);
    sync_folder(aside);
    put_in_place(aside, folder);
    return lock;
}

}  // namespace palette::store
