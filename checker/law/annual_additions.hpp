// 415(c): how much after-tax money fits beside everything else.
#pragma once

#include "checker/law/employer.hpp"
#include "model/worksheet.hpp"

namespace rothcheck::checker {

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
