// Looking ahead: how far the test is open, and what would open it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "checker/acp/counting.hpp"

namespace rothcheck::checker {

/// The words of `--solve`.
inline constexpr std::string_view solvable[] = {"hce-rate", "hce-dollars", "nhce-participation",
                                                "nhce-match", "qnec"};

/// The largest after-tax rate of pay, in hundredths of a percent, with which the highly compensated
/// pass if all contribute as much, whatever room each has. A hundredth more fails.
Hundredths largest_rate(const Checker::Ready& ready, const TestedPeople& people, const Way& way);

/// What the rate leaves when who has less room stays at it, which leaves more for the others.
struct LeftByTest {
  std::optional<Hundredths> rate;  // none where even no after-tax money passes
  bool everybody_full = false;     // all may fill their room
  struct Person {
    std::size_t person;  // in the census
    Money after_tax;
  };
  std::vector<Person> people;
};
LeftByTest left_by_test(const Checker& checker, const TestedPeople& people, const Way& way);

/// Whether `what` asks about the highly compensated alone.
bool solved_for_the_highly_compensated(std::string_view what);

/// What would open the test that way, and what it costs.
AcpSolution solved(std::string_view what, const Checker& checker, const TestedPeople& people,
                   const Way& way);

}  // namespace rothcheck::checker
