// The values of clauses in the words of the language, a function a type.
#pragma once

#include <string>
#include <string_view>

#include "model/plan.hpp"

namespace rothcheck::checker {

/// `subject` is how the statement begins, from features.def: `at-most`, `fee`.
template <Spoken T>
std::string words_of(T value, std::string_view subject) {
  return std::string{subject} + " " + std::string{to_string(value)};
}
std::string words_of(const LimitationYear& year, std::string_view subject);
std::string words_of(const Rate& years, std::string_view subject);
std::string words_of(const Duration& stretch, std::string_view subject);
std::string words_of(const std::string& text, std::string_view subject);
std::string words_of(const PaySet& codes, std::string_view subject);
std::string words_of(AtPayLimit stops, std::string_view subject);
std::string words_of(const Permission& permission, std::string_view subject);
std::string words_of(const ContributionLimit& limit, std::string_view subject);
std::string words_of(bool yes, std::string_view subject);
std::string words_of(const Spillover& spillover, std::string_view subject);
std::string words_of(const OtherAddition& addition, std::string_view subject);
std::string words_of(const ConversionSchedule& schedule, std::string_view subject);
std::string words_of(int count, std::string_view subject);
std::string words_of(Money amount, std::string_view subject);
std::string words_of(const Conditions& conditions, std::string_view subject);
std::string words_of(const RefundOrder& order, std::string_view subject);
std::string words_of(const AutomaticEnrollment& enrollment, std::string_view subject);
std::string words_of(const Nonelective& line, std::string_view subject);
std::string words_of(const StopAt415& stop);
std::string words_of(const MandatoryContribution& contribution, std::string_view subject);
std::string words_of(MonthDay begins, std::string_view subject);
std::string words_of(const Suspension& suspension, std::string_view subject);
std::string words_of(const Tier& tier);
std::string words_of(const MatchStep& step);

/// What clauses of one feature are told apart by: the kind of a permission, the kinds of a limit.
template <class T>
std::string subject_of(const T&, std::string_view subject) {
  return std::string{subject};
}
std::string subject_of(const Permission& permission, std::string_view subject);
std::string subject_of(const ContributionLimit& limit, std::string_view subject);
std::string subject_of(const Suspension& suspension, std::string_view subject);
std::string subject_of(const Conditions& conditions, std::string_view subject);
std::string subject_of(const Nonelective& line, std::string_view subject);
std::string subject_of(const MandatoryContribution& contribution, std::string_view subject);
std::string subject_of(const std::string& text, std::string_view subject);
std::string subject_of(const OtherAddition& addition, std::string_view subject);

/// `12-31`.
std::string words_of(MonthDay day);

}  // namespace rothcheck::checker
