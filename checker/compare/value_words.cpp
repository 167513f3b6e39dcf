// The values of clauses in the words of the language.
#include "checker/compare/value_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rothcheck::checker {
namespace {

/// `at age 59 1/2 after 24 months`, with a blank before each.
std::string condition_words(const Conditions& conditions) {
  std::string words;
  if (conditions.at_age) words += fmt::format(" at age {}", to_number_string(*conditions.at_age));
  if (conditions.seasoning) words += fmt::format(" after {}", to_string(*conditions.seasoning));
  if (conditions.participation)
    words += fmt::format(" after {} of participation", to_string(*conditions.participation));
  return words;
}

}  // namespace

std::string words_of(MonthDay day) { return fmt::format("{:02}-{:02}", day.month, day.day); }

std::string words_of(const LimitationYear& year, std::string_view subject) {
  if (year.begins) return fmt::format("{} begins {}", subject, words_of(*year.begins));
  if (!year.exactly) return std::string{subject};
  return fmt::format("{} {} to {}", subject, to_string(year.exactly->first),
                     to_string(year.exactly->last));
}

std::string words_of(const Rate& years, std::string_view subject) {
  return fmt::format("{} {}", subject, to_number_string(years));
}

std::string words_of(const Duration& stretch, std::string_view subject) {
  return fmt::format("{} {}", subject, to_string(stretch));
}

std::string words_of(const std::string& text, std::string_view subject) {
  return fmt::format("{} \"{}\"", subject, text);
}

std::string words_of(const PaySet& codes, std::string_view subject) {
  // The order in which pay codes are counted means nothing.
  PaySet sorted = codes;
  std::sort(sorted.begin(), sorted.end(),
            [](const CountedPay& a, const CountedPay& b) { return a.code < b.code; });
  std::string words;
  for (const CountedPay& counted : sorted) {
    if (!words.empty()) words += ", ";
    if (counted.weight != Rate::whole(1))
      words += fmt::format("{} of ", to_percent_string(counted.weight));
    words += to_string(counted.code);
  }
  return fmt::format("{} {}", subject, words);
}

std::string words_of(AtPayLimit stops, std::string_view subject) {
  return fmt::format("{} the 401(a)(17) limit stop {}", subject, to_string(stops));
}

std::string words_of(const Permission& permission, std::string_view) {
  return fmt::format("{} {}{}", to_string(permission.kind), to_string(permission.answer),
                     condition_words(permission.conditions));
}

std::string words_of(const ContributionLimit& limit, std::string_view subject) {
  return fmt::format("{} {}{} on {}{}", subject, brief(limit.amount),
                     limit.per_hour ? " per hour" : "", to_string(limit.kinds),
                     limit.each_pay_period ? " each pay-period" : "");
}

std::string words_of(MonthDay begins, std::string_view subject) {
  return fmt::format("{} begins {}", subject, words_of(begins));
}

std::string words_of(const Suspension& suspension, std::string_view subject) {
  return fmt::format("{} {} {}", subject, suspended(suspension.kinds), to_string(suspension.time));
}

std::string words_of(bool yes, std::string_view subject) {
  const std::string_view rest = subject == "after-tax only after"  ? " 402(g)"
                                : subject == "roth-catch-up wages" ? " of group"
                                                                   : "";
  return fmt::format("{}{}{}", yes ? "" : "no ", subject, rest);
}

std::string words_of(const Spillover& spillover, std::string_view subject) {
  std::string words{subject};
  if (spillover.mode != Spillover::Mode::unstated)
    words += fmt::format(" {}", to_string(spillover.mode));
  if (spillover.up_to) words += fmt::format(" up to {}", brief(*spillover.up_to));
  return words;
}

std::string words_of(const OtherAddition& addition, std::string_view) {
  return addition.what.empty() ? brief(addition.amount)
                               : fmt::format("{} \"{}\"", brief(addition.amount), addition.what);
}

std::string words_of(const ConversionSchedule& schedule, std::string_view) {
  std::string words{to_string(schedule.how)};
  if (schedule.frequency) words += fmt::format(" {}", to_string(*schedule.frequency));
  return words;
}

std::string words_of(int count, std::string_view subject) {
  return fmt::format("{} {} per year", subject, count);
}

std::string words_of(Money amount, std::string_view subject) {
  return fmt::format("{} {}", subject, brief(amount));
}

std::string words_of(const Conditions& conditions, std::string_view) {
  const std::string words = condition_words(conditions);
  return words.empty() ? words : words.substr(1);
}

std::string words_of(const RefundOrder& order, std::string_view subject) {
  std::string words;
  for (const Refunded money : order)
    words += fmt::format("{}{}", words.empty() ? "" : ", ", to_string(money));
  return fmt::format("{} {}", subject, words);
}

std::string words_of(const AutomaticEnrollment& enrollment, std::string_view subject) {
  std::string words = fmt::format("{} {{ kind {}", subject, to_string(enrollment.kind));
  if (enrollment.rate)
    words += fmt::format("; default {} of pay", to_percent_string(*enrollment.rate));
  if (enrollment.rises && enrollment.up_to)
    words += fmt::format("; rises {} a year to {}", to_percent_string(*enrollment.rises),
                         to_percent_string(*enrollment.up_to));
  if (enrollment.hired_from)
    words += fmt::format("; covers hired from {}", to_string(*enrollment.hired_from));
  return words + " }";
}

std::string words_of(const Nonelective& line, std::string_view) {
  if (line.unknown) {
    std::string words = "unknown";
    if (line.at_least) words += " at-least " + brief(*line.at_least);
    if (line.amount.basis != Amount::Basis::unknown) words += " up to " + brief(line.amount);
    return words;
  }
  if (line.per_hour) return brief(line.amount) + " per hour";
  const std::string above = line.above ? " above " + to_string(*line.above) : "";
  if (!line.discretionary) return brief(line.amount) + above;
  return line.amount.basis == Amount::Basis::unknown
             ? "discretionary"
             : fmt::format("discretionary up to {}", brief(line.amount));
}

std::string words_of(const StopAt415& stop) {
  return stop.then.empty() ? "stops at 415" : fmt::format("stops at 415 then \"{}\"", stop.then);
}

std::string words_of(const MandatoryContribution& contribution, std::string_view subject) {
  return fmt::format("{} {}{}", subject, brief(contribution.amount),
                     contribution.picked_up ? " picked-up" : "");
}

std::string words_of(const Tier& tier) {
  const std::string rate = to_percent_string(tier.rate);
  switch (tier.reach) {
    case Tier::Reach::first:
      return fmt::format("{} of the first {}", rate, brief(tier.width));
    case Tier::Reach::next:
      return fmt::format("{} of the next {}", rate, brief(tier.width));
    case Tier::Reach::all:
      return fmt::format("{} of all", rate);
  }
  return "";
}

std::string words_of(const MatchStep& step) {
  return fmt::format("{} when contributing at least {}", brief(step.match), brief(step.threshold));
}

std::string subject_of(const Permission& permission, std::string_view) {
  return std::string{to_string(permission.kind)};
}

std::string subject_of(const ContributionLimit& limit, std::string_view subject) {
  return fmt::format("{} on {}{}{}", subject, to_string(limit.kinds),
                     limit.per_hour ? " per hour" : "",
                     limit.each_pay_period ? " each pay-period" : "");
}

std::string subject_of(const Suspension& suspension, std::string_view subject) {
  return fmt::format("{} {}", subject, suspended(suspension.kinds));
}

std::string subject_of(const Conditions& conditions, std::string_view) {
  return fmt::format("{}{}{}", conditions.at_age ? "at age" : "",
                     conditions.seasoning ? "after" : "",
                     conditions.participation ? "of participation" : "");
}

std::string subject_of(const Nonelective& line, std::string_view subject) {
  return fmt::format("{} {}{}", subject,
                     line.discretionary ? "discretionary"
                     : line.per_hour    ? "per hour"
                                        : "",
                     line.above ? "above a level" : "");
}

std::string subject_of(const MandatoryContribution& contribution, std::string_view subject) {
  return fmt::format("{} {}", subject, contribution.picked_up ? "picked-up" : "after-tax");
}

std::string subject_of(const std::string& text, std::string_view subject) {
  return fmt::format("{} {}", subject, text);
}

std::string subject_of(const OtherAddition& addition, std::string_view subject) {
  return fmt::format("{} {}", subject, addition.what);
}

}  // namespace rothcheck::checker
