// What replaces what.
#include "dsl/amend.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "dsl/findings.hpp"

namespace rothcheck::dsl {
namespace {

bool covers(const Group& later, const Group& earlier) {
  return later.everybody() || later == earlier;
}

/// Most subjects are a feature; the overloads below know of those that are finer or coarser.
template <class T>
bool replaces(const Provision<T>& later, const Provision<T>& earlier) {
  return covers(later.scope.group, earlier.scope.group);
}
bool replaces(const Provision<Permission>& later, const Provision<Permission>& earlier) {
  return later.value.kind == earlier.value.kind && covers(later.scope.group, earlier.scope.group);
}
bool replaces(const Provision<Suspension>& later, const Provision<Suspension>& earlier) {
  return later.value.kinds == earlier.value.kinds && covers(later.scope.group, earlier.scope.group);
}
/// Limits hold together, so a limit on other kinds or for other people stays.
bool replaces(const Provision<ContributionLimit>& later,
              const Provision<ContributionLimit>& earlier) {
  return later.value.kinds == earlier.value.kinds && later.scope.group == earlier.scope.group;
}
bool replaces(const Provision<Conditions>& later, const Provision<Conditions>& earlier) {
  const bool same = (later.value.at_age && earlier.value.at_age) ||
                    (later.value.seasoning && earlier.value.seasoning) ||
                    (later.value.participation && earlier.value.participation);
  return same && covers(later.scope.group, earlier.scope.group);
}
/// Formulas are restated as a whole.
bool replaces(const Provision<Match>&, const Provision<Match>&) { return true; }
bool replaces(const Provision<Nonelective>&, const Provision<Nonelective>&) { return true; }

/// Gives an amended clause its dates; false when it has dates of its own that cannot be.
bool take_effect(Scope& scope, Date effective, Span where, Faults& faults) {
  const std::optional<Date> too_early = scope.from && *scope.from < effective     ? scope.from
                                        : scope.until && *scope.until < effective ? scope.until
                                                                                  : std::nullopt;
  if (too_early) {
    faults.say(finding::before_amendment, where,
               fmt::format("{} is before the amendment takes effect on {}", to_string(*too_early),
                           to_string(effective)));
    return false;
  }
  if (!scope.from) scope.from = effective;
  return true;
}

/// Ends all of a feature the day before.
template <class T>
void end(std::vector<Provision<T>>& feature, Date start) {
  std::erase_if(feature, [start](const Provision<T>& clause) {
    return clause.scope.from && *clause.scope.from >= start;
  });
  for (Provision<T>& clause : feature) {
    const bool ended = clause.scope.until && *clause.scope.until < start;
    if (!ended) clause.scope.until = day_before(start);
  }
}

/// `match none` ends every formula, and a formula ends `match none`.
template <class T>
void end_opposite(std::vector<Provision<T>>& blocks, std::vector<Provision<bool>>& none,
                  const std::vector<Provision<T>>& new_blocks,
                  const std::vector<Provision<bool>>& new_none, Date effective) {
  if (!new_none.empty()) end(blocks, effective);
  if (!new_blocks.empty()) end(none, new_blocks.front().scope.from.value_or(effective));
}

template <class T>
void amend(std::vector<Provision<T>>& feature, std::vector<Provision<T>> changes, Date effective,
           Faults& faults) {
  for (Provision<T>& later : changes) {
    if (!take_effect(later.scope, effective, later.where, faults)) continue;
    const Date start = *later.scope.from;
    // What would only have begun later never does.
    std::erase_if(feature, [&](const Provision<T>& earlier) {
      return earlier.scope.from && *earlier.scope.from >= start && replaces(later, earlier);
    });
    for (Provision<T>& earlier : feature) {
      const bool ended = earlier.scope.until && *earlier.scope.until < start;
      if (!ended && replaces(later, earlier)) earlier.scope.until = day_before(start);
    }
  }
  std::move(changes.begin(), changes.end(), std::back_inserter(feature));
}

}  // namespace

void amend(Plan& plan, Plan change, Date effective, Faults& faults) {
  end_opposite(plan.matches, plan.no_match, change.matches, change.no_match, effective);
  end_opposite(plan.nonelectives, plan.no_nonelective, change.nonelectives, change.no_nonelective,
               effective);
  for_each_feature([&](const FeatureRow&, auto feature) {
    amend(plan.*feature, std::move(change.*feature), effective, faults);
  });
  std::move(change.waivers.begin(), change.waivers.end(), std::back_inserter(plan.waivers));
}

}  // namespace rothcheck::dsl
