// A year of elections as a table: paycheck by paycheck, step by step, limit by limit.
#pragma once

#include <string_view>

#include "checker/advice/election_year.hpp"
#include "model/election.hpp"

namespace rothcheck::checker {

/// What goes in on each paycheck, and what the year is held to.
struct Going {
  const Amounts& deferrals;
  const Amounts& after_tax;
  const PaidMatch& match;
  const YearResult& result;
};

/// The rows of the paychecks left; the caller says what is elected on each.
std::vector<PaycheckRow> rows_of(const ElectionYear& year, const Going& going);

/// Equal elections on neighbouring paychecks are one step.
std::vector<ElectionStep> steps_of(const std::vector<PaycheckRow>& rows);

/// The limits that the year comes to, by date. What December 31 adds comes last.
std::vector<LimitReached> limits_of(const ElectionYear& year, const Going& going,
                                    const std::vector<PaycheckRow>& rows);

/// Employer money that is not match, and other additions that use the 415(c) limit.
Money other_additions(const ElectionYear& year, const YearResult& result);

/// What elections defer in the year, where the paychecks left hold no more and more was aimed at.
std::optional<Money> all_that_can_be_deferred(const ElectionPlan& plan);

/// The solved elections of one style as the answer has them; `match_cost` is left to the caller.
ElectionPlan plan_of(const ElectionYear& year, const Solved& solved, std::string_view name,
                     Style style, bool keeps_match);

/// Where what is elected now would end.
AsElected as_elected(const ElectionYear& year, const ElectionFacts& facts, MatchReading reading);

}  // namespace rothcheck::checker
