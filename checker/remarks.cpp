// Findings and assumptions on one person.
#include "checker/remarks.hpp"

#include <fmt/format.h>

#include "checker/findings.hpp"

namespace rothcheck::checker {
namespace {

bool elects(const std::optional<Election>& election) {
  if (!election) return false;
  const auto* amount = std::get_if<Money>(&election->value);
  return amount == nullptr || *amount > Money{};
}

Finding about(const FindingKind& kind, const Participant& participant, std::string message,
              Span where = {}) {
  return {.kind = &kind,
          .message = std::move(message),
          .where = where,
          .notes = {},
          .cell = participant.row};
}

void on_kinds(Findings& found, const Participant& participant, const Terms& terms) {
  const auto check = [&](const std::optional<Election>& election, Kind kind) {
    const PermissionTerm& term = terms.contribution(kind);
    if (!elects(election) || term.answer != Answer::not_allowed) return;
    found.push_back(
        about(finding::kind_not_offered, participant,
              fmt::format("{} contributions are stated, and the plan takes none", to_string(kind)),
              term.where));
  };
  check(participant.pre_tax, Kind::pre_tax);
  check(participant.roth, Kind::roth);
  check(participant.after_tax, Kind::after_tax);
}

void on_deferrals(Findings& found, const Participant& participant, const Person& person,
                  const Settled& settled, const Terms& terms, const Figures& law) {
  const Deferrals& elections = settled.elections;
  // What is over goes on as after-tax where the plan says so, and an election in percent stops by
  // itself.
  const bool stays_within = elections.in_percent || terms.spills_to_after_tax;
  if (elections.beyond() > Money{} && !stays_within) {
    found.push_back(
        about(finding::excess_deferral, participant,
              fmt::format("deferrals of {} are over the {} that may be deferred in {}",
                          to_string(elections.stated), to_string(elections.most), law.year)));
  }
  const bool barred =
      person.roth_catch_up_required && !person.roth_allowed && person.catch_up_age >= 50;
  if (barred && person.catch_up_allowed) {
    found.push_back(about(
        finding::no_roth_for_catch_up, participant,
        fmt::format("catch-up must be Roth in {}, and the plan takes no Roth deferrals", law.year),
        terms.contribution(Kind::roth).where));
  }
  const bool all_pre_tax = elects(participant.pre_tax) && !elects(participant.roth);
  if (person.roth_catch_up_required && settled.catch_up > Money{} && all_pre_tax) {
    found.push_back(about(finding::roth_catch_up_only, participant,
                          fmt::format("{} of catch-up must be Roth in {}, and pre-tax is stated",
                                      to_string(settled.catch_up), law.year)));
  }
  if (settled.recharacterised > Money{}) {
    found.push_back(
        about(finding::recharacterised, participant,
              fmt::format("{} of deferrals over the {} annual additions limit counts as catch-up",
                          to_string(settled.recharacterised), law.year)));
  }
}

void on_additions(Findings& found, const Participant& participant, const Person& person,
                  const Settled& settled, const Figures& law) {
  if (settled.over_additions > Money{}) {
    found.push_back(about(
        finding::over_annual_additions, participant,
        fmt::format("the {} annual additions are {} over the limit of {}", law.year,
                    to_string(settled.over_additions), to_string(law.annual_additions.amount))));
  }
  if (person.after_tax_so_far > settled.room) {
    found.push_back(
        about(finding::over_room, participant,
              fmt::format("{} of after-tax money has gone in, and the room of {} is {}",
                          to_string(person.after_tax_so_far), law.year, to_string(settled.room))));
  }
  if (settled.planned && *settled.planned > settled.room && person.after_tax_allowed) {
    found.push_back(
        about(finding::planned_over_room, participant,
              fmt::format("{} of after-tax money is elected, and the room of {} is {}",
                          to_string(*settled.planned), law.year, to_string(settled.room))));
  }
  if (person.solo && person.nonelective && settled.nonelective > settled.nonelective_most) {
    found.push_back(
        about(finding::employer_over_maximum, participant,
              fmt::format("the employer contribution of {} is over the most of {} for {}",
                          to_string(settled.nonelective), to_string(settled.nonelective_most),
                          law.year)));
  }
  if (settled.below_minimum) {
    found.push_back(
        about(finding::below_minimum, participant,
              fmt::format("what could be contributed in {} is below the plan's minimum", law.year),
              settled.minimum_at));
  }
  if (settled.match_lost) {
    found.push_back(about(
        finding::match_lost, participant,
        fmt::format("the election reaches its {} limit early, and later periods earn no match",
                    law.year)));
  }
}

}  // namespace

Findings findings_on(const Participant& participant, const Person& person, const Settled& settled,
                     const Terms& terms, const Figures& law) {
  Findings found;
  if (!person.eligible) return found;
  on_kinds(found, participant, terms);
  on_deferrals(found, participant, person, settled, terms, law);
  on_additions(found, participant, person, settled, law);
  return found;
}

Assumptions assumptions_of(const Plan& plan, const Participant& participant, const Person& person,
                           const Settled& settled, const Terms& terms, const Figures& law) {
  Assumptions taken;
  if (!person.eligible) return taken;
  if (settled.elections.assumed) taken.add(Assumption::most_deferrals);
  if (person.catch_up_age == 60 && law.catch_up_60_63 && person.catch_up_allowed &&
      terms.contribution(Kind::catch_up_60_63).answer == Answer::not_stated &&
      settled.catch_up > Money{}) {
    taken.add(Assumption::catch_up_follows);
  }
  if (settled.elections.in_percent && person.counted_pay > law.compensation.amount) {
    taken.add(Assumption::percent_of_all_pay);
  }
  const bool stops_early =
      settled.elections.in_percent && settled.elections.stated > settled.elections.most;
  for (const MatchTerm& match : terms.matches) {
    if (stops_early && !match.period && !person.match) taken.add(Assumption::whole_year_match);
  }
  const bool split = parts_of_year(plan, law) > 1;
  if (split) taken.add(Assumption::even_pay);
  if (split && !terms.matches.empty() && !person.match) taken.add(Assumption::even_deferrals);
  if (terms.distribution.conditions.seasoning) taken.add(Assumption::seasoned);
  if (person.self_employed && !participant.wages_elsewhere)
    taken.add(Assumption::no_wages_elsewhere);
  return taken;
}

}  // namespace rothcheck::checker
