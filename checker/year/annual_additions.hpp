// 415(c): the limits on annual additions, and how much after-tax money fits beside everything else.
#pragma once

#include "checker/year/employer.hpp"
#include "model/worksheet.hpp"

namespace rothcheck::checker {

/// 415(c)(1)(A), less what counts together with this plan: the employer's other plans,
/// 415(f)(1)(B), and the 403(b) of a person who controls the employer, 415(k)(4),
/// Reg. 1.415(f)-1(f).
inline Money dollar_limit(const Person& person, const Figures& law) {
  return remainder(law.annual_additions.amount, person.aggregated + person.additions_403b);
}

/// Whether a 403(b) of the person counts together with this plan: it is the participant's own, and
/// so is another 403(b).
inline bool counts_with_403b(PlanFamily family) {
  return family != PlanFamily::b403 && family != PlanFamily::b457;
}

/// 415(c)(1)(B): 100% of compensation, and how it is made up.
struct PayLimit {
  Money own;                 // of this employer; of the self-employed, less the employer's money
  Money pay_elsewhere = {};  // of the employers of the other plans that count together
  Money aggregated = {};     // additions in them
  Money in_403b = {};

  Money amount() const { return remainder(own + pay_elsewhere, aggregated + in_403b); }
};

/// Where other plans count together with this one: a 403(b) holds to its own pay, the plan beside
/// it to its own, and both together to both.
[[gnu::noinline, gnu::cold]] PayLimit limit_over_plans(Money own, const Person& person,
                                                       const Figures& law);

/// `employer` is what the plan contributes for the self-employed, which lowers their compensation.
inline PayLimit pay_limit(const Person& person, const Figures& law, Money employer) {
  const Money own = person.self_employed ? remainder(person.pay, employer)
                                         : lesser(person.pay, law.compensation.amount);
  const bool alone = person.aggregated == Money{} && person.additions_403b == Money{};
  return alone ? PayLimit{.own = own} : limit_over_plans(own, person, law);
}

/// What already uses a person's annual additions, the match aside.
struct OtherAdditions {
  Money deferrals;  // without catch-up
  Money nonelective;
  Money forfeitures;
  Money others;
  bool filled = false;  // an open employer contribution may take all that is left

  Money sum() const { return deferrals + nonelective + forfeitures + others; }
};

/// How often the match counts against a limit: once, or twice where it also lowers the limit, as it
/// lowers the earned income of the self-employed.
enum class MatchCounts : std::uint8_t { once = 1, twice = 2 };

/// The most after-tax money `x` for which x and the match on it fit into `limit` - `used`; zero
/// where even the match alone is over. The sum grows with x by at least a cent a cent, so the
/// largest x is found by halving.
inline Money most_after_tax(const Matching& matching, Money limit, Money used,
                            MatchCounts counts = MatchCounts::once) {
  const Money left = remainder(limit, used);
  const auto with_match = [&](Money after_tax) {
    const Money match = matching.with(after_tax);
    return after_tax + match + (counts == MatchCounts::twice ? match : Money{});
  };
  if (!matching.counts_after_tax()) return remainder(left, with_match(Money{}));
  std::int64_t least = 0;
  std::int64_t most = left.in_cents();
  while (least < most) {
    const std::int64_t middle = least + (most - least + 1) / 2;
    if (with_match(Money::cents(middle)) <= left) {
      least = middle;
    } else {
      most = middle - 1;
    }
  }
  return Money::cents(least);
}

/// Enters the subtraction for one limit, with the match as it stands at the answer.
template <class Lines>
void explain_additions(const OtherAdditions& other, const Matching& matching, Money answer,
                       LineKind result, Lines& lines) {
  lines.less(LineKind::less_deferrals, other.deferrals);
  lines.less(LineKind::less_employer, other.nonelective + matching.with(answer));
  if (other.forfeitures > Money{}) lines.less(LineKind::less_forfeitures, other.forfeitures);
  if (other.others > Money{}) lines.less(LineKind::less_other_additions, other.others);
  lines.result(matching.counts_after_tax() ? LineKind::solved : result, answer);
  if (matching.counts_after_tax()) lines.fact(result, answer);
}

}  // namespace rothcheck::checker
