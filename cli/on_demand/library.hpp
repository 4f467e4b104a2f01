// Libraries that are loaded with the first call of them.
//
// A file beside this one stands in for a library: it is linked into palettectl in its place, and
// has each function that is called of it, which passes on to the real one. So a command that does
// not need the library does not wait for it, nor for those behind it. A function that is missing
// here has the linker take the whole library again; a test looks at what is loaded.
//
// What stands in is not seen by the library itself, which would call it in place of its own: its
// functions are not exported.
#pragma once

#include <dlfcn.h>

#include <stdexcept>

namespace palette::cli {

// A library, which stays until the program ends. Throws when it is not there.
template <const char* file_name>
void* library() {
    static void* const loaded = ::dlopen(file_name, RTLD_NOW | RTLD_LOCAL);
    if (loaded == nullptr) throw std::runtime_error(::dlerror());
    return loaded;
}

// What it has under `name`, which is that of Function.
template <const char* file_name, auto* Function>
auto* real(const char* name) {
    static void* const found = ::dlsym(library<file_name>(), name);
    if (found == nullptr) throw std::runtime_error(::dlerror());
    return reinterpret_cast<decltype(Function)>(found);
}

}  // namespace palette::cli
