// READING.md R6.10, R13.18: the largest rate and the largest cap of the highly compensated.
#include "checker/acp/solve.hpp"

#include "checker/acp/acp_range.hpp"
#include "checker/acp/levers.hpp"
#include "checker/acp/look_ahead.hpp"
#include "model/search.hpp"

namespace rothcheck::checker {
namespace {

/// The largest number up to `most` for which `holds`; none where it does not hold for 0.
template <class Holds>
std::optional<std::int64_t> largest(std::int64_t most, Holds holds) {
  if (!holds(0)) return std::nullopt;
  return largest_for_which(0, most, holds);
}

std::optional<Hundredths> largest_rate(const LookAhead& ahead) {
  const auto rate = largest(
      all_of_pay, [&](std::int64_t count) { return ahead.passes_at_rate(Hundredths{count}); });
  return rate ? std::optional{Hundredths{*rate}} : std::nullopt;
}

AcpSolution hce_rate(const LookAhead& ahead) {
  AcpSolution found{.what = solvable[0]};
  found.pct = largest_rate(ahead);
  if (!found.pct) {
    found.note = "the test fails without any after-tax money of the highly compensated";
    return found;
  }
  Money sum;
  for (const AheadMember& member : ahead.members()) sum += member.at_rate(*found.pct);
  found.dollars = sum;
  found.note = found.pct->count == all_of_pay
                   ? "every highly compensated employee may fill the room that the law and the "
                     "plan leave"
                   : "each puts in this rate of pay, or the room that the law and the plan leave; "
                     "a hundredth of a percent more fails";
  return found;
}

AcpSolution hce_dollars(const LookAhead& ahead) {
  AcpSolution found{.what = solvable[1]};
  Money most;
  for (const AheadMember& member : ahead.members()) most = greater(most, member.room);
  const auto cap = largest(most.in_cents(), [&](std::int64_t cents) {
    return ahead.passes_at_cap(Money::cents(cents));
  });
  if (!cap) {
    found.note = "the test fails without any after-tax money of the highly compensated";
    return found;
  }
  found.cap = Money::cents(*cap);
  Money sum;
  for (const AheadMember& member : ahead.members()) sum += member.at_cap(*found.cap);
  found.dollars = sum;
  found.note = *found.cap == most
                   ? "every highly compensated employee may fill the room that the law and the "
                     "plan leave"
                   : "a ceiling in dollars for each; a cent more fails";
  return found;
}

}  // namespace

Hundredths largest_rate(const Checker::Ready& ready, const TestedPeople& people, const Way& way) {
  const LookAhead ahead{ready, people, way};
  return ahead.members().empty() ? Hundredths{} : largest_rate(ahead).value_or(Hundredths{});
}

LeftByTest left_by_test(const Checker& checker, const TestedPeople& people, const Way& way) {
  LookAhead ahead{checker.ready(), people, way};
  ahead.ask_rooms(checker);
  LeftByTest left;
  left.rate = largest_rate(ahead);
  left.everybody_full = left.rate && left.rate->count == all_of_pay;
  for (const AheadMember& member : ahead.members()) {
    if (!member.room_told) continue;
    left.people.push_back(
        {member.employee->person,
         left.everybody_full ? member.room : member.at_rate(left.rate.value_or(Hundredths{}))});
  }
  return left;
}

bool solved_for_the_highly_compensated(std::string_view what) {
  return what == solvable[0] || what == solvable[1];
}

AcpSolution solved(std::string_view what, const Checker& checker, const TestedPeople& people,
                   const Way& way) {
  if (!solved_for_the_highly_compensated(what)) return lever(what, people, way);
  LookAhead ahead{checker.ready(), people, way};
  ahead.ask_rooms(checker);
  return what == solvable[0] ? hce_rate(ahead) : hce_dollars(ahead);
}

}  // namespace rothcheck::checker
