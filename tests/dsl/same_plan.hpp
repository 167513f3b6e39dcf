// Whether two plans say the same, wherever they say it.
#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "model/plan.hpp"

namespace rothcheck::dsl {

// The parts of what has no comparison of its own. A new member does not compile until it is here.
inline auto parts(const Conditions& x) {
  const auto& [at_age, seasoning, participation] = x;
  return std::tie(at_age, seasoning, participation);
}
inline auto parts(const Permission& x) {
  const auto& [kind, answer, conditions] = x;
  return std::tie(kind, answer, conditions);
}
inline auto parts(const ContributionLimit& x) {
  const auto& [amount, kinds, each_pay_period, per_hour] = x;
  return std::tie(amount, kinds, each_pay_period, per_hour);
}
inline auto parts(const Suspension& x) {
  const auto& [kinds, time] = x;
  return std::tie(kinds, time);
}
inline auto parts(const Spillover& x) {
  const auto& [mode, up_to] = x;
  return std::tie(mode, up_to);
}
inline auto parts(const CountedPay& x) {
  const auto& [code, weight] = x;
  return std::tie(code, weight);
}
inline auto parts(const Tier& x) {
  const auto& [rate, reach, width] = x;
  return std::tie(rate, reach, width);
}
inline auto parts(const MatchStep& x) {
  const auto& [match, threshold] = x;
  return std::tie(match, threshold);
}
inline auto parts(const MatchFormula& x) {
  const auto& [tiers, steps] = x;
  return std::tie(tiers, steps);
}
inline auto parts(const Match& x) {
  const auto& [counts, formulas, limits, discretionary, unknown, period, true_up, employed_on,
               hours, stops] = x;
  return std::tie(counts, formulas, limits, discretionary, unknown, period, true_up, employed_on,
                  hours, stops);
}
inline auto parts(const Nonelective& x) {
  const auto& [amount, discretionary, block, employed_on, above, per_hour, unknown, at_least, hours,
               stops] = x;
  return std::tie(amount, discretionary, block, employed_on, above, per_hour, unknown, at_least,
                  hours, stops);
}
inline auto parts(const MandatoryContribution& x) {
  const auto& [amount, picked_up] = x;
  return std::tie(amount, picked_up);
}
inline auto parts(const OtherAddition& x) {
  const auto& [amount, what] = x;
  return std::tie(amount, what);
}
inline auto parts(const AutomaticEnrollment& x) {
  const auto& [kind, rate, rises, up_to, hired_from] = x;
  return std::tie(kind, rate, rises, up_to, hired_from);
}
inline auto parts(const ConversionSchedule& x) {
  const auto& [how, frequency] = x;
  return std::tie(how, frequency);
}
inline auto parts(const LimitationYear& x) {
  const auto& [begins, exactly] = x;
  return std::tie(begins, exactly);
}
inline auto parts(const PlanYear& x) {
  const auto& [first, last] = x;
  return std::tie(first, last);
}
inline auto parts(const Duration& x) {
  const auto& [months, days] = x;
  return std::tie(months, days);
}
inline auto parts(const Amendment& x) {
  const auto& [name, effective, where] = x;
  return std::tie(name, effective);
}
inline auto parts(const Waiver& x) {
  const auto& [code, until, because, where, within] = x;
  return std::tie(code, until, because);
}
inline auto parts(const Participant& x) {
  return std::tie(x.id
#define PARTICIPANT(field, type, meaning) , x.field
#include "model/participant.def"
#undef PARTICIPANT
  );
}
inline auto parts(const Expectation& x) {
  const auto& [key, text, low, high, where] = x;
  // Money is compared as money, however it is written.
  return std::tuple{key, low ? std::string{} : text, low, high};
}
inline auto parts(const Scenario& x) {
  const auto& [name, person, year, expectations, where] = x;
  return std::tie(name, person, year, expectations);
}
template <class T>
auto parts(const Provision<T>& x) {
  const auto& [value, scope, where, cite] = x;
  return std::tie(value, scope, cite);
}
inline auto parts(const Plan& x) {
  return std::tuple_cat(std::tie(x.name, x.type, x.year, x.sponsor, x.sources),
                        std::tie(x.amendments, x.scenarios, x.waivers)
#define FEATURE(field, type, block, subject, meaning) , std::tie(x.field)
#include "model/features.def"
#undef FEATURE
  );
}

template <class T>
concept MadeOfParts = requires(const T& x) { parts(x); };

template <class T>
bool same(const T& a, const T& b);
template <class T>
bool same(const std::optional<T>& a, const std::optional<T>& b) {
  return a.has_value() == b.has_value() && (!a || same(*a, *b));
}
template <class T>
bool same(const std::vector<T>& a, const std::vector<T>& b) {
  bool all = a.size() == b.size();
  for (std::size_t i = 0; all && i < a.size(); ++i) all = same(a[i], b[i]);
  return all;
}
template <class... T>
bool same(const std::tuple<T...>& a, const std::tuple<T...>& b) {
  return [&]<std::size_t... i>(std::index_sequence<i...>) {
    return (same(std::get<i>(a), std::get<i>(b)) && ...);
  }(std::index_sequence_for<T...>{});
}
template <class T>
bool same(const T& a, const T& b) {
  if constexpr (MadeOfParts<T>) {
    return same(parts(a), parts(b));
  } else {
    return a == b;
  }
}

}  // namespace rothcheck::dsl
