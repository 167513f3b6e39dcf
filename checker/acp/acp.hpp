// The ACP test of a whole census: who is in it, which way it is run, and what came of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checker/judge/check.hpp"
#include "model/acp.hpp"

namespace rothcheck::checker {

/// What is asked beside the census.
struct AcpOptions {
  /// The NHCE average of the plan year before, where the plan tests by it.
  std::optional<Hundredths> prior_nhce;
  /// The first plan year under prior-year testing takes 3%.  IRC 401(k)(3)(E)
  bool first_year = false;
  /// Rows of the file that could not be used: people of whom nothing is known.
  std::int64_t people_left_out = 0;
  /// The file has a column that tells who is collectively bargained, which no field takes.
  bool bargained_untold = false;
  /// Amounts so far are those up to this day; the test is that of the year's end.
  std::optional<Date> year_to_date = {};
  /// A qualified nonelective contribution for everybody else, as a trial.
  std::optional<Hundredths> qnec = {};
  /// The plan's own way alone, without what would change it: for a line beside other answers.
  bool brief = false;
  /// What is to be solved, of `acp_solvable`.
  std::vector<std::string_view> solve = {};
};

/// The words of `--solve`.
const std::vector<std::string_view>& acp_solvable();

/// Takes an option by its name: `prior_nhce`, `first_year`, `qnec`, `solve`, `project`. Else says
/// what was expected.
std::optional<std::string> set_acp_option(AcpOptions& options, std::string_view name,
                                          std::string_view value, std::optional<Date> as_of);

/// How the plan is tested in a year.
AcpTerms acp_terms(const Plan& plan, PlanYear year);
AcpTerms acp_terms(const Checker& checker);
/// Governmental plans and church 403(b) contracts are not tested. IRC 401(a)(5)(G), 403(b)(1)(D),
/// (12)(C)
bool is_exempt_from_acp(PlanType type);

/// Adds the sums of another piece of the census.
void add(AcpSums& sums, const AcpSums& others);

/// The permitted ways of testing by the current year, from the sums of a census. Undetermined while
/// the status of somebody is not told.
std::vector<AcpElection> current_year_ways(const AcpSums& sums, const MatchLeftOut& left_out);

/// Runs the test the plan's way, and every other permitted way beside it.
AcpReport acp_test(const Checker& checker, const std::vector<Participant>& census,
                   const AcpOptions& options);

/// What the test leaves each highly compensated employee of the room, if all of them put in the
/// largest rate that passes or else what they have room for.
struct RoomAfterAcp {
  std::size_t person = 0;  // in the census
  Money room;
};
struct RoomsAfterAcp {
  std::optional<Hundredths> rate;  // none where even no after-tax money passes
  std::vector<RoomAfterAcp> people;
};
/// None where there is no test, or where what is not told decides it.
std::optional<RoomsAfterAcp> rooms_after_acp(const Checker& checker,
                                             const std::vector<Participant>& census,
                                             const AcpOptions& options);

}  // namespace rothcheck::checker
