// READING.md R6.7: ratios are levelled to find the amount, dollars to find the people.
#include "checker/law/excess_contributions.hpp"

#include <algorithm>
#include <numeric>

#include "checker/law/contribution_percentage.hpp"
#include "model/search.hpp"

namespace rothcheck::checker {
namespace {

/// The ratio to which the highest are cut, so that all average the limit.
Rate level_of(std::vector<Hundredths> ratios, Rate limit) {
  std::sort(ratios.begin(), ratios.end());
  // Those kept whole use some of what all may have, the others share the rest.
  Rate left = limit * Rate::whole(std::ssize(ratios));
  std::int64_t sharing = std::ssize(ratios);
  for (const Hundredths ratio : ratios) {
    const Rate level = left / Rate::whole(sharing);
    if (rate_of(ratio) >= level) return level;
    left = left - rate_of(ratio);
    --sharing;
  }
  return rate_of(ratios.back());
}

/// What is taken where nobody keeps more than `level`.
Money taken_above(const TestedContributions& person, Money level) {
  return lesser(person.most_back, remainder(person.contributions, level));
}

Money taken_above(const std::vector<TestedContributions>& people, Money level) {
  Money sum;
  for (const TestedContributions& person : people) sum += taken_above(person, level);
  return sum;
}

/// The lowest level, in cents, that takes no more than the excess.
Money lowest_level(const std::vector<TestedContributions>& people, Money excess) {
  Money most;
  for (const TestedContributions& person : people) most = greater(most, person.contributions);
  return smallest_cent(most, [&](Money level) { return taken_above(people, level) <= excess; });
}

}  // namespace

Money excess_contributions(const std::vector<TestedContributions>& people, Rate limit) {
  if (people.empty()) return {};
  std::vector<Hundredths> ratios;
  for (const TestedContributions& person : people)
    ratios.push_back(contribution_ratio(person.contributions, person.compensation));
  const Rate level = level_of(ratios, limit);
  Money excess;
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (rate_of(ratios[i]) <= level) continue;
    // What may stay is a legal maximum, so it rounds down.
    excess +=
        remainder(people[i].contributions, portion(level, people[i].compensation, Round::down));
  }
  return excess;
}

std::vector<Money> distributed_excess(const std::vector<TestedContributions>& people,
                                      Money excess) {
  const Money level = lowest_level(people, excess);
  std::vector<Money> back;
  for (const TestedContributions& person : people) back.push_back(taken_above(person, level));
  // One level down takes a cent more of everybody there; what is left is not enough for all.
  std::vector<std::size_t> order(people.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return people[a].contributions != people[b].contributions
               ? people[a].contributions > people[b].contributions
               : people[a].id < people[b].id;
  });
  Money left = excess - taken_above(people, level);
  constexpr Money a_cent = Money::cents(1);
  for (const std::size_t at : order) {
    if (left < a_cent) break;
    const bool at_level = people[at].contributions - back[at] == level && level > Money{};
    if (!at_level || back[at] >= people[at].most_back) continue;
    back[at] += a_cent;
    left -= a_cent;
  }
  return back;
}

}  // namespace rothcheck::checker
