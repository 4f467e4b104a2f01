// Functions that the store calls when something happens, and the handle that keeps one registered.
//
// A Hook unregisters when it goes; if its function is running just then, it waits for it. A
// function must not destroy or register a Hook of the same list.
#pragma once

#include <functional>
#include <list>
#include <memory>
#include <mutex>

namespace palette::store {

class HookList;

class [[nodiscard]] Hook {
  public:
    Hook(Hook&&) noexcept = default;
    Hook& operator=(Hook&&) = delete;
    ~Hook();

  private:
    friend class HookList;
    using Functions = std::list<std::function<void()>>;

    struct Shared {
        std::mutex mutex;
        Functions functions;  // under mutex, which is held while they run
    };
    Hook(std::shared_ptr<Shared> shared, Functions::iterator place)
        : shared_(std::move(shared)), place_(place) {}

    // Shared with the list, because a Hook may outlive the store that calls it.
    std::shared_ptr<Shared> shared_;
    Functions::iterator place_;
};

// Any thread may add and call. The functions must not throw.
class HookList {
  public:
    Hook add(std::function<void()> function);
    void call() noexcept;

  private:
    std::shared_ptr<Hook::Shared> shared_ = std::make_shared<Hook::Shared>();
};

}  // namespace palette::store
