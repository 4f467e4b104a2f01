// Judges what the project's own sources include: each folder's rule, and the owners of the
// libraries' headers. One object sees the whole tree, since some headers are counted.
#pragma once

#include "source.hpp"
#include "tidy.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace palette::tidy {

class IncludeJudge {
  public:
    // Adds to `found` what is wrong in one source. Sources outside the project's folders pass.
    void judge(const Source& source, std::vector<Finding>& found);
    // To be called when every source was seen: headers that too many files include.
    void judge_numbers(std::vector<Finding>& found) const;

  private:
    void judge_owner(const Finding& place, std::string_view header, std::vector<Finding>& found);

    std::map<std::string_view, std::set<std::string>> includers_;  // by owned header
};

}  // namespace palette::tidy
