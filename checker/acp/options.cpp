// What `acp` and its cases can be asked, by name.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "checker/acp/acp.hpp"
#include "checker/acp/solve.hpp"

namespace rothcheck::checker {

const std::vector<std::string_view>& acp_solvable() {
  static const std::vector<std::string_view> words{std::begin(solvable), std::end(solvable)};
  return words;
}

std::optional<std::string> set_acp_option(AcpOptions& options, std::string_view name,
                                          std::string_view value, std::optional<Date> as_of) {
  if (name == "prior_nhce") {
    options.prior_nhce = average_named(value);
    if (options.prior_nhce) return std::nullopt;
    return "expected a percentage such as 3.25, or people and percentages such as 300:6.00, "
           "100:4.00";
  }
  if (name == "first_year") {
    options.first_year = value == "true";
    if (value == "true" || value == "false") return std::nullopt;
    return "expected true or false";
  }
  if (name == "qnec") {
    options.qnec = hundredths_named(value);
    if (options.qnec) return std::nullopt;
    return "expected a percentage of pay such as 2.5";
  }
  if (name == "solve") {
    for (const std::string_view word : acp_solvable()) {
      if (word == value) {
        options.solve.push_back(word);
        return std::nullopt;
      }
    }
    return fmt::format("expected one of {}", fmt::join(acp_solvable(), ", "));
  }
  if (name == "project") {
    options.year_to_date = as_of;
    if (value == "ytd" && as_of) return std::nullopt;
    return value == "ytd" ? "needs the day up to which amounts are given, as_of" : "expected ytd";
  }
  return "an option of acp is prior_nhce, first_year, qnec, solve, project or as_of";
}

}  // namespace rothcheck::checker
