// READING.md R6.2, R6.3, R6.7, R6.10.
#include "checker/law/contribution_percentage.hpp"

#include <algorithm>

#include "checker/law/safe_harbor.hpp"

namespace rothcheck::checker {
namespace {

std::vector<const TestedEmployee*> highly_compensated(
    const std::vector<TestedEmployee>& employees) {
  std::vector<const TestedEmployee*> found;
  for (const TestedEmployee& employee : employees) {
    if (employee.highly_compensated) found.push_back(&employee);
  }
  return found;
}

std::int64_t ratio_of(const TestedEmployee& employee) {
  return contribution_ratio(employee.contributions(), employee.compensation);
}

/// The ratio to which the highest are cut, as a fraction of a hundredth of a percent, so that all
/// average the limit.
Rate level_of(std::vector<std::int64_t> ratios, std::int64_t limit_quarters) {
  std::sort(ratios.begin(), ratios.end());
  // The sum that the ratios may have, in quarters; those kept whole use some of it, the others
  // share the rest.
  const auto count = static_cast<std::int64_t>(ratios.size());
  std::int64_t left = limit_quarters * count;
  for (std::int64_t kept = 0; kept < count; ++kept) {
    const std::int64_t ratio = ratios[static_cast<std::size_t>(kept)];
    const Rate level{left, 4 * (count - kept)};
    if (Rate::whole(ratio) >= level) return level;
    left -= 4 * ratio;
  }
  return Rate::whole(ratios.back());
}

/// Takes the total from the largest dollar amounts down to the next, until it is used up.  IRC
/// 401(m)(6)(C)
std::vector<AcpRefund> level_dollars(std::vector<const TestedEmployee*> people, Money total) {
  std::sort(people.begin(), people.end(), [](const TestedEmployee* a, const TestedEmployee* b) {
    return a->contributions() != b->contributions() ? a->contributions() > b->contributions()
                                                    : a->id < b->id;
  });
  // Whole cents are shared by those on top; what a share leaves over goes to the first of them.
  std::vector<Money> keeps;
  for (const TestedEmployee* person : people) keeps.push_back(person->contributions());
  std::size_t on_top = 0;
  while (total > Money{} && on_top < people.size()) {
    while (on_top < people.size() && keeps[on_top] == keeps[0]) ++on_top;
    const Money next = on_top < people.size() ? keeps[on_top] : Money{};
    const auto sharers = static_cast<std::int64_t>(on_top);
    const Money step = keeps[0] - next;
    const Money needed = Money::cents(step.in_cents() * sharers);
    const Money taken = lesser(needed, total);
    for (std::size_t i = 0; i < on_top; ++i) {
      const bool one_more = static_cast<std::int64_t>(i) < taken.in_cents() % sharers;
      keeps[i] -= Money::cents(taken.in_cents() / sharers + (one_more ? 1 : 0));
    }
    total -= taken;
  }
  std::vector<AcpRefund> refunds;
  for (std::size_t i = 0; i < people.size(); ++i) {
    const Money back = people[i]->contributions() - keeps[i];
    if (back > Money{}) refunds.push_back({people[i]->id, back});
  }
  return refunds;
}

}  // namespace

std::int64_t contribution_ratio(Money contributions, Money compensation) {
  if (compensation <= Money{}) return 0;
  return divide(Wide{contributions.in_cents()} * 10'000, compensation.in_cents(), Round::nearest);
}

AcpGroup group_of(const std::vector<TestedEmployee>& employees, bool highly) {
  AcpGroup group;
  for (const TestedEmployee& employee : employees) {
    if (employee.highly_compensated != highly) continue;
    ++group.count;
    group.ratio_sum += ratio_of(employee);
  }
  return group;
}

void add(AcpSums& sums, const TestedEmployee& employee, const MatchLeftOut& left_out) {
  const auto count = [&](AcpGroup& group, Money contributions) {
    ++group.count;
    group.ratio_sum += contribution_ratio(contributions, employee.compensation);
  };
  const bool highly = employee.highly_compensated;
  count(highly ? sums.hce : sums.nhce, employee.contributions());
  count(highly ? sums.hce_without_match : sums.nhce_without_match,
        without(left_out, employee).contributions());
}

void add(AcpSums& sums, const AcpSums& others) {
  for (AcpGroup AcpSums::* group :
       {&AcpSums::nhce, &AcpSums::hce, &AcpSums::nhce_without_match, &AcpSums::hce_without_match}) {
    (sums.*group).count += (others.*group).count;
    (sums.*group).ratio_sum += (others.*group).ratio_sum;
  }
  sums.status_unknown += others.status_unknown;
}

TestedEmployee without(const MatchLeftOut& left_out, TestedEmployee employee) {
  for (Money* match : {&employee.match, &employee.match_least, &employee.match_most}) {
    *match -= left_out_of(left_out, *match, employee.compensation);
  }
  return employee;
}

bool passes(Hundredths hce, Hundredths nhce) { return 4 * hce.count <= limit_in_quarters(nhce); }

Hundredths shown_limit(Hundredths nhce) {
  return {divide(limit_in_quarters(nhce), 4, Round::nearest)};
}

std::int64_t limit_in_quarters(Hundredths nhce) {
  const std::int64_t n = nhce.count;
  return std::max(5 * n, std::min(8 * n, 4 * (n + 200)));
}

AcpCorrection correction_of(const std::vector<TestedEmployee>& employees, Hundredths nhce) {
  const std::vector<const TestedEmployee*> people = highly_compensated(employees);
  const std::int64_t limit = limit_in_quarters(nhce);
  if (people.empty() || passes(group_of(employees, true).average(), nhce)) return {};
  std::vector<std::int64_t> ratios;
  for (const TestedEmployee* person : people) ratios.push_back(ratio_of(*person));
  const Rate level = level_of(ratios, limit);

  AcpCorrection correction;
  for (const TestedEmployee* person : people) {
    if (Rate::whole(ratio_of(*person)) <= level) continue;
    // What may stay is a legal maximum, so it rounds down.
    const Money stays = portion(level * Rate{1, 10'000}, person->compensation, Round::down);
    correction.excess += remainder(person->contributions(), stays);
  }
  correction.refunds = level_dollars(people, correction.excess);
  return correction;
}

Hundredths largest_after_tax_rate(const std::vector<TestedEmployee>& employees, Hundredths nhce) {
  const std::vector<const TestedEmployee*> people = highly_compensated(employees);
  if (people.empty()) return {};
  const auto count = static_cast<std::int64_t>(people.size());
  std::int64_t match = 0;
  for (const TestedEmployee* person : people)
    match += contribution_ratio(person->match, person->compensation);
  const std::int64_t room =
      divide(Wide{limit_in_quarters(nhce)} * count - 4 * match, 4 * count, Round::down);
  return {std::max<std::int64_t>(0, room)};
}

}  // namespace rothcheck::checker
