// A family of daemons in a home of its own, started by `palettectl up` and stopped with the object.
#pragma once

#include "base/home.hpp"
#include "program.hpp"
#include "temporary_folder.hpp"

#include <initializer_list>

namespace palette::test {

inline constexpr std::string_view password = "correct horse battery";

// A home without a family.
class Place {
  public:
    Place();
    ~Place();
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

    [[nodiscard]] const Home& home() const { return home_; }
    [[nodiscard]] Launched launched(std::vector<std::string> arguments) const;
    // A shell, or another program, that finds palettectl on its PATH and this place below ~.
    [[nodiscard]] Launched launched_shell(std::string program,
                                          std::vector<std::string> arguments) const;
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }
    // Lays a file there; its path.
    std::string file(const std::string& name, std::string_view bytes) const;
    // Runs palettectl here.
    [[nodiscard]] Ran ctl(std::vector<std::string> arguments, std::string input = {}) const;
    // The same; fails the test unless it ends with 0. Its stdout.
    std::string did(std::vector<std::string> arguments, std::string input = {}) const;

  private:
    TemporaryFolder folder_;
    Home home_;
};

class Family : public Place {
  public:
    Family() { did({"up"}); }
    // Opens an account, and signs in.
    void enter(const std::string& name) const;
};

}  // namespace palette::test
