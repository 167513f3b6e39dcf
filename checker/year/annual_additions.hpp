// How much after-tax money fits under a limit on annual additions, beside everything else.
#pragma once

#include "checker/law/annual_additions.hpp"
#include "checker/law/compensation.hpp"
#include "checker/year/employer.hpp"
#include "model/search.hpp"
#include "model/worksheet.hpp"

namespace rothcheck::checker {

/// 415(c)(1)(B) for this person. `employer` is what the plan contributes for the self-employed,
/// which lowers their compensation.
inline CompensationLimit compensation_limit(const Person& person, const Figures& law,
                                            Money employer) {
  const Money compensation = person.self_employed
                                 ? compensation_of_self_employed(person.pay, employer)
                                 : participants_compensation(person.pay, law);
  return compensation_limit(compensation, person.other_plans, law.family);
}

/// How often the match counts against a limit: once, or twice where it also lowers the limit, as it
/// lowers the earned income of the self-employed.
enum class MatchCounts : std::uint8_t { once = 1, twice = 2 };

/// The most after-tax money for which it and the match on it fit into `limit` - `used`; zero where
/// even the match alone is over. The sum grows with it by at least a cent a cent. Rounds down.
inline Money most_after_tax(const Matching& matching, Money limit, Money used,
                            MatchCounts counts = MatchCounts::once) {
  const Money left = remainder(limit, used);
  const auto with_match = [&](Money after_tax) {
    const Money match = matching.with(after_tax);
    return after_tax + match + (counts == MatchCounts::twice ? match : Money{});
  };
  if (!matching.counts_after_tax()) return remainder(left, with_match(Money{}));
  return largest_cent(left, [&](Money after_tax) { return with_match(after_tax) <= left; });
}

/// Enters the subtraction for one limit, with the match as it stands at the answer.
template <class Lines>
void explain_additions(const AnnualAdditions& other, const Matching& matching, Money answer,
                       LineKind result, Lines& lines) {
  lines.less(LineKind::less_deferrals, other.deferrals);
  lines.less(LineKind::less_employer, other.nonelective + matching.with(answer));
  if (other.forfeitures > Money{}) lines.less(LineKind::less_forfeitures, other.forfeitures);
  if (other.others > Money{}) lines.less(LineKind::less_other_additions, other.others);
  lines.result(matching.counts_after_tax() ? LineKind::solved : result, answer);
  if (matching.counts_after_tax()) lines.fact(result, answer);
}

}  // namespace rothcheck::checker
