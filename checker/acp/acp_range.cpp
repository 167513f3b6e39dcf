#include "checker/acp/acp_range.hpp"

#include <algorithm>

#include "checker/law/contribution_percentage.hpp"

namespace rothcheck::checker {
namespace {

using Ratio = std::int64_t RatioRange::*;

/// Those who may be in a group come in as long as they move its average on: those with the most
/// first where it is to be high, and with the least where it is to be low.
class Optional {
 public:
  Optional(const std::vector<RatioRange>& people, Ratio end, bool high) : high_{high} {
    for (const RatioRange& one : people) ratios_.push_back(one.*end);
    std::sort(ratios_.begin(), ratios_.end());
    if (high) std::reverse(ratios_.begin(), ratios_.end());
  }
  AcpGroup with(AcpGroup group) const {
    for (const std::int64_t ratio : ratios_) {
      const std::int64_t sum_at_average = ratio * group.count;
      const bool moves = group.count == 0 || (high_ ? sum_at_average > group.ratio_sum
                                                    : sum_at_average < group.ratio_sum);
      if (!moves) break;
      ++group.count;
      group.ratio_sum += ratio;
    }
    return group;
  }

 private:
  bool high_;
  std::vector<std::int64_t> ratios_;
};

/// The averages that are hardest to pass, or easiest. The two groups are stretched each for itself,
/// so that no way is missed.
class Extreme {
 public:
  Extreme(const OpenTest& test, bool worst)
      : test_{test},
        worst_{worst},
        hce_end_{worst ? &RatioRange::most : &RatioRange::least},
        nhce_end_{worst ? &RatioRange::least : &RatioRange::most},
        as_hce_{first_sums(&OpenTest::Either::as_hce, hce_end_)},
        as_nhce_{first_sums(&OpenTest::Either::as_nhce, nhce_end_)},
        maybe_hce_{test.maybe_hce, hce_end_, worst},
        maybe_nhce_{test.maybe_nhce, nhce_end_, !worst} {}

  /// With so many of the undecided among the highly compensated.
  bool passes_with(std::size_t highly) const {
    const auto moved = static_cast<std::int64_t>(highly);
    AcpGroup hce{test_.hce.count + moved, test_.hce.sum.*hce_end_ + as_hce_[highly]};
    AcpGroup nhce{test_.nhce.count + std::ssize(test_.either) - moved,
                  test_.nhce.sum.*nhce_end_ + as_nhce_.back() - as_nhce_[highly]};
    // Of those left out, the worst is one of the highly compensated who gave all of pay beside
    // others who gave nothing; the best is the reverse.
    const std::int64_t unknown = test_.people_left_out;
    hce.count += unknown;
    nhce.count += unknown;
    (worst_ ? hce : nhce).ratio_sum += unknown * all_of_pay;
    // Nobody who may be there makes a test where it is passed without them.
    if (worst_ || hce.count != 0) hce = maybe_hce_.with(hce);
    if (worst_ || nhce.count != 0) nhce = maybe_nhce_.with(nhce);
    // Without anybody in one group there is no test, and so nothing that fails.
    if (hce.count == 0 || (nhce.count == 0 && !test_.prior_year)) return true;
    if (test_.prior_year && !test_.prior_nhce) return !worst_;
    return passes(hce.average(), test_.prior_year ? *test_.prior_nhce : nhce.average());
  }

 private:
  /// The sum of the first 0, 1, 2, ... ratios: the largest first where the worst is looked for.
  std::vector<std::int64_t> first_sums(RatioRange OpenTest::Either::* status, Ratio end) const {
    std::vector<std::int64_t> ratios;
    for (const OpenTest::Either& one : test_.either) ratios.push_back(one.*status.*end);
    std::sort(ratios.begin(), ratios.end());
    if (worst_) std::reverse(ratios.begin(), ratios.end());
    std::vector<std::int64_t> sums = {0};
    for (const std::int64_t ratio : ratios) sums.push_back(sums.back() + ratio);
    return sums;
  }

  const OpenTest& test_;
  bool worst_;
  Ratio hce_end_, nhce_end_;
  std::vector<std::int64_t> as_hce_, as_nhce_;
  Optional maybe_hce_, maybe_nhce_;
};

}  // namespace

AcpResult result_of(const OpenTest& test) {
  const Extreme worst{test, true}, best{test, false};
  bool always = true, never = true;
  for (std::size_t highly = 0; highly <= test.either.size(); ++highly) {
    always = always && worst.passes_with(highly);
    never = never && !best.passes_with(highly);
  }
  return always ? AcpResult::pass : never ? AcpResult::fail : AcpResult::undetermined;
}

AcpResult all_of(const std::vector<AcpResult>& results) {
  const auto any = [&](AcpResult wanted) {
    return std::find(results.begin(), results.end(), wanted) != results.end();
  };
  if (any(AcpResult::fail)) return AcpResult::fail;
  return any(AcpResult::undetermined) ? AcpResult::undetermined : AcpResult::pass;
}

}  // namespace rothcheck::checker
