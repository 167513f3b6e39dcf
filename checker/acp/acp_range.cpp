#include "checker/acp/acp_range.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "checker/law/contribution_percentage.hpp"

namespace rothcheck::checker {
namespace {

/// All of pay, in hundredths of a percent.
constexpr std::int64_t all_of_pay = 10'000;

using Ratio = std::int64_t RatioRange::*;

std::int64_t sum_of(const std::vector<RatioRange>& people, Ratio end) {
  return std::accumulate(people.begin(), people.end(), std::int64_t{0},
                         [end](std::int64_t sum, const RatioRange& one) { return sum + one.*end; });
}

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
        hce_{sum_of(test.hce, hce_end_)},
        nhce_{sum_of(test.nhce, nhce_end_)} {}

  /// With so many of the undecided among the highly compensated.
  bool passes_with(std::size_t highly) const {
    const auto moved = static_cast<std::int64_t>(highly);
    AcpGroup hce{std::ssize(test_.hce) + moved, hce_ + as_hce_[highly]};
    AcpGroup nhce{std::ssize(test_.nhce) + std::ssize(test_.either) - moved,
                  nhce_ + as_nhce_.back() - as_nhce_[highly]};
    // Of those left out, the worst is one of the highly compensated who gave all of pay beside
    // others who gave nothing; the best is the reverse.
    const std::int64_t unknown = test_.people_left_out;
    hce.count += unknown;
    nhce.count += unknown;
    (worst_ ? hce : nhce).ratio_sum += unknown * all_of_pay;
    // Without anybody in one group there is no test, and so nothing that fails.
    if (hce.count == 0 || (nhce.count == 0 && !test_.prior_nhce)) return true;
    return passes(hce.average(), test_.prior_nhce.value_or(nhce.average()));
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
  std::int64_t hce_, nhce_;
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

}  // namespace rothcheck::checker
