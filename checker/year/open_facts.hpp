// Facts that are missing, each with the ways it could turn out: the parts of `resolve`.
#pragma once

#include <vector>

#include "checker/year/resolve.hpp"

namespace rothcheck::checker {

/// Takes the first of these, and keeps the others as ways the fact could turn out.

template <class T, class Use>
[[gnu::noinline, gnu::cold]] void open(Resolution& resolution, QuestionKind question,
                                       const std::vector<T>& values, Use use) {
  use(resolution.person, values.front());
  if (values.size() == 1) return;
  OpenFact fact{.questions = {{question}}, .ways = {}};
  for (const T& value : values)
    fact.ways.push_back([use, value](Person& person) { use(person, value); });
  resolution.open.push_back(std::move(fact));
}

/// Age, service, day of hire and class, as far as the plan asks for them.
void open_group_facts(Resolution& resolution, const Plan& plan, const Inquiry& inquiry,
                      const Figures& law, const Participant& participant);
/// The groups of a person who passes from one into another during the year are those at its end.
void tell_changes_of_group(Resolution& resolution, const Inquiry& inquiry,
                           const Participant& participant);
/// Of a person of several classes for which clauses disagree, each class by itself.
bool is_of_several_classes(const Participant& participant);
void open_disagreeing_classes(Resolution& resolution, const Plan& plan, const Figures& law,
                              const Inquiry& inquiry);
void open_hce(Resolution& resolution, const Inquiry& inquiry, const Figures& law,
              const Participant& participant);

/// 414(v)(7): prior-year FICA wages from this employer above the threshold.
void open_roth_catch_up(Resolution& resolution, const Inquiry& inquiry, const Figures& law,
                        const Participant& participant);
/// Permissions of which the plan says nothing.
void open_silences(Resolution& resolution, const Inquiry& inquiry, PlanType type,
                   const Participant& participant);

/// Deferrals and additions in other plans, and those of a year that lies in two calendar years.
void open_other_plans(Resolution& resolution, const Figures& law, const Participant& participant);
/// The time of the year in which the person takes part, where the plan counts pay or holds pay
/// periods by it.
void take_participation(Resolution& resolution, const Inquiry& inquiry,
                        const Eligibility& eligibility, const Figures& law,
                        const Participant& participant);
/// What limits for each pay period leave open: how many are left, and when deferrals go in.
void open_periods(Resolution& resolution, const Inquiry& inquiry, const Participant& participant);
/// Deferrals that are not told, of somebody whom automatic enrolment may cover.
void open_enrolment(Resolution& resolution, const Plan& plan, const Figures& law,
                    const Participant& participant);
/// What the 15 years of a 403(b), or the last three of a 457(b), ask of earlier years.
void open_special_catch_up(Resolution& resolution, const Plan& plan, const Inquiry& inquiry,
                           const Figures& law, const Participant& participant);
void tell_years_apart(Resolution& resolution, const Plan& plan, const Figures& law);
/// An amount that lies between nothing and the most it can be.
template <class Use>
[[gnu::noinline, gnu::cold]] void open_amount(Resolution& resolution, QuestionKind question,
                                              Use use) {
  open(resolution, question, std::vector<bool>{false, true}, use);
  resolution.open.back().amount = true;
}
/// Pay, and clauses that leave an amount open.
void open_money(Resolution& resolution, const Plan& plan, const Inquiry& inquiry,
                const Participant& participant);

}  // namespace rothcheck::checker
