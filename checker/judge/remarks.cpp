// Findings on one person.
#include "checker/judge/remarks.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "checker/findings.hpp"
#include "checker/year/employer.hpp"

namespace rothcheck::checker {
namespace {

/// The recorder that writes every message.
struct InFull {
  const Participant& participant;
  Findings found = {};

  template <class Message>
  void operator()(const FindingKind& kind, Message message, Span where = {}) {
    found.push_back({.kind = &kind,
                     .message = message(),
                     .where = where,
                     .notes = {},
                     .cell = participant.row});
  }
};

/// The recorder of the batch path, which writes none.
struct InBrief {
  std::vector<BriefFinding>& found;

  template <class Message>
  void operator()(const FindingKind& kind, Message, Span where = {}) {
    found.push_back({&kind, where});
  }
};

template <class Say>
void on_kinds(Say& say, const Participant& participant, const Terms& terms) {
  const auto check = [&](const std::optional<Election>& election, Kind kind) {
    const PermissionTerm& term = terms.contribution(kind);
    if (term.answer != Answer::not_allowed || !elects(election)) return;
    say(
        finding::kind_not_offered,
        [&] {
          return fmt::format("{} contributions are stated, and the plan takes none",
                             to_string(kind));
        },
        term.where);
  };
  check(participant.pre_tax, Kind::pre_tax);
  check(participant.roth, Kind::roth);
  check(participant.after_tax, Kind::after_tax);
}

/// Deferrals with several employers over the person's one limit, as far as this plan has not paid
/// them back. What goes beyond this plan's own limit is told apart from it.
template <class Say>
void on_excess(Say& say, const Person& person, const YearResult& result, const Figures& law) {
  const Deferrals& elections = result.elections;
  const bool told_as_returned = person.excess_returned && elections.returned == elections.excess;
  if (elections.excess > Money{} && !told_as_returned) {
    say(finding::excess_deferral, [&] {
      return fmt::format("deferrals of {} here and {} elsewhere are over the {} of {}",
                         to_string(elections.all + elections.returned),
                         to_string(person.deferrals_elsewhere),
                         to_string(exclusion_of(person, law)), law.year);
    });
  }
  const Money excess = elections.excess + elections.own_excess();
  if (person.excess_returned && *person.excess_returned > excess) {
    say(finding::fact_does_not_fit, [&] {
      return fmt::format("{} is told as paid back, and the excess deferrals of {} are {}",
                         to_string(*person.excess_returned), law.year, to_string(excess));
    });
  }
}

/// 414(v)(7): what of the catch-up is neither Roth nor need not be.
template <class Say>
void on_roth_catch_up(Say& say, const Participant& participant, const YearResult& result,
                      const Figures& law) {
  const Money wrong = result.roth_catch_up_short;
  if (wrong == Money{} || !elects(participant.pre_tax)) return;
  if (roth_catch_up_to_correct(wrong) == Money{}) {
    return say(finding::roth_catch_up_de_minimis, [&] {
      return fmt::format("{} of catch-up had to be Roth in {}, and up to {} need no correction",
                         to_string(wrong), law.year, to_string(roth_catch_up_left_alone));
    });
  }
  say(finding::roth_catch_up_only, [&] {
    return fmt::format("{} of catch-up must be Roth in {}, and pre-tax is stated", to_string(wrong),
                       law.year);
  });
}

/// Facts that say nothing about this plan or contradict each other.
template <class Say>
void on_facts(Say& say, const Participant& participant, const Person& person,
              const YearResult& result, const Terms& terms, const Figures& law) {
  const bool calendar_years = participant.deferrals_first_year || participant.deferrals_second_year;
  if (calendar_years && !law.second_year) {
    say(finding::fact_does_not_fit, [&] {
      return fmt::format(
          "deferrals of two calendar years are told, and the plan's year is {} alone", law.year);
    });
  }
  const bool told_twice = person.by_calendar_year && !result.elections.of_no_kind;
  const Money both =
      told_twice ? (*person.by_calendar_year)[0] + (*person.by_calendar_year)[1] : Money{};
  if (told_twice && both != result.elections.stated) {
    say(finding::fact_does_not_fit, [&] {
      return fmt::format("deferrals of the two calendar years are {}, and those stated are {}",
                         to_string(both), to_string(result.elections.stated));
    });
  }
  const bool paid_more = participant.participation_pay && terms.only_while_participant &&
                         participant.pay && *participant.participation_pay > *participant.pay;
  if (paid_more) {
    say(finding::fact_does_not_fit, [&] {
      return fmt::format("pay of {} as a participant is more than the {} of all of {}",
                         to_string(*participant.participation_pay), to_string(*participant.pay),
                         law.year);
    });
  }
  const bool in_403b = participant.additions_403b.value_or(Money{}) > Money{};
  if (in_403b && !counts_with_403b(law.family)) {
    say(finding::fact_does_not_fit, [&] {
      return std::string{law.is_457b()
                             ? "additions in a 403(b) do not count together with a 457(b)"
                             : "a 403(b) beside this one belongs to additions_aggregated"};
    });
  }
}

template <class Say>
void on_deferrals(Say& say, const Participant& participant, const Person& person,
                  const YearResult& result, const Terms& terms, const Figures& law) {
  const Deferrals& elections = result.elections;
  if (elections.own_excess() > Money{}) {
    say(finding::excess_deferral, [&] {
      return fmt::format("deferrals of {} are over the {} that may be deferred in {}",
                         to_string(elections.stated), to_string(elections.most), law.year);
    });
  }
  on_excess(say, person, result, law);
  const bool barred =
      person.catch_up_age != 0 && !may_catch_up(person.roth_catch_up_required, person.roth_allowed);
  if (barred && person.catch_up_allowed) {
    say(
        finding::no_roth_for_catch_up,
        [&] {
          return fmt::format("catch-up must be Roth in {}, and the plan takes no Roth deferrals",
                             law.year);
        },
        terms.contribution(Kind::roth).where);
  }
  on_roth_catch_up(say, participant, result, law);
  if (result.recharacterised > Money{}) {
    say(finding::recharacterised, [&] {
      return fmt::format("{} of deferrals over the {} annual additions limit counts as catch-up",
                         to_string(result.recharacterised), law.year);
    });
  }
}

template <class Say>
void on_additions(Say& say, const Person& person, const YearResult& result, const Figures& law) {
  if (result.over_additions > Money{} && law.is_457b()) {
    say(finding::over_457b_limit, [&] {
      const Money limit = law.deferrals.amount + person.special_catch_up;
      return fmt::format("{} with employer money is {} over the {} 457(b) limit of {}",
                         to_string(limit + result.over_additions), to_string(result.over_additions),
                         law.year, to_string(limit));
    });
  } else if (result.over_additions > Money{}) {
    say(finding::over_annual_additions, [&] {
      return fmt::format("the {} annual additions are {} over the limit of {}", law.year,
                         to_string(result.over_additions), to_string(result.additions_limit));
    });
  }
  if (result.over_earned_income > Money{}) {
    say(finding::over_earned_income, [&] {
      return fmt::format("deferrals and employer money are {} over the earned income of {} in {}",
                         to_string(result.over_earned_income), to_string(person.pay), law.year);
    });
  }
  if (person.after_tax_so_far > result.room) {
    say(finding::over_room, [&] {
      return fmt::format("{} of after-tax money has gone in, and the room of {} is {}",
                         to_string(person.after_tax_so_far), law.year, to_string(result.room));
    });
  }
  if (result.planned && *result.planned > result.room && person.after_tax_allowed) {
    say(finding::planned_over_room, [&] {
      return fmt::format("{} of after-tax money is elected, and the room of {} is {}",
                         to_string(*result.planned), law.year, to_string(result.room));
    });
  }
  if (person.solo && person.nonelective && result.nonelective > result.nonelective_most) {
    say(finding::employer_over_maximum, [&] {
      return fmt::format("the employer contribution of {} is over the most of {} for {}",
                         to_string(result.nonelective), to_string(result.nonelective_most),
                         law.year);
    });
  }
  if (result.below_minimum) {
    say(
        finding::below_minimum,
        [&] {
          return fmt::format("what could be contributed in {} is below the plan's minimum",
                             law.year);
        },
        result.minimum_at);
  }
  if (result.match_lost) {
    say(finding::match_lost, [&] {
      return fmt::format("the election reaches its {} limit early, and later periods earn no match",
                         law.year);
    });
  }
}

/// Money went in for somebody whom the plan does not let in.
template <class Say>
void on_money_of_somebody_left_out(Say& say, const Participant& participant, const Figures& law) {
  const auto is_some = [](const std::optional<Money>& money) { return money && *money > Money{}; };
  const bool own = elects(participant.pre_tax) || elects(participant.roth) ||
                   elects(participant.after_tax) || is_some(participant.after_tax_ytd);
  const bool employer = is_some(participant.match) || is_some(participant.nonelective);
  if (!own && !employer) return;
  say(finding::money_of_somebody_left_out, [&] {
    return fmt::format("{} {} stated for {}, and the plan does not let this person in",
                       own && employer ? "contributions and employer money"
                       : own           ? "contributions"
                                       : "employer money",
                       own ? "are" : "is", law.year);
  });
}

template <class Say>
void look_for_findings(Say& say, const Participant& participant, const Person& person,
                       const YearResult& result, const Terms& terms, const Figures& law) {
  if (!person.eligible) return on_money_of_somebody_left_out(say, participant, law);
  // READING.md R19.5
  if (person.terminated_on && *person.terminated_on < law.plan_year.last &&
      person.after_tax_allowed) {
    say(finding::left_during_year, [&] {
      return fmt::format(
          "this person leaves in {}: what is left of the room needs pay still to come", law.year);
    });
  }
  if (participant.employee_class && terms.class_without_money() && person.after_tax_allowed) {
    say(finding::class_without_money, [&] {
      return fmt::format("no line of the plan's {} names this person's class",
                         !terms.class_without_nonelective ? "match"
                         : terms.class_without_match      ? "match or nonelective money"
                                                          : "nonelective money");
    });
  }
  // A spouse has the owner's ownership.  READING.md R14.8
  if (person.solo && !person.self_employed && participant.ownership_pct == Rate{}) [[unlikely]] {
    say(finding::solo_plan_with_employee, [] {
      return std::string{"the plan is for owners and their spouses, and this person owns nothing"};
    });
  }
  on_kinds(say, participant, terms);
  on_deferrals(say, participant, person, result, terms, law);
  on_additions(say, person, result, law);
  on_facts(say, participant, person, result, terms, law);
}

}  // namespace

Findings findings_on(const Participant& participant, const Person& person, const YearResult& result,
                     const Terms& terms, const Figures& law) {
  InFull say{participant};
  look_for_findings(say, participant, person, result, terms, law);
  return std::move(say.found);
}

void note_findings_on(const Participant& participant, const Person& person,
                      const YearResult& result, const Terms& terms, const Figures& law,
                      std::vector<BriefFinding>& found) {
  InBrief say{found};
  look_for_findings(say, participant, person, result, terms, law);
}

}  // namespace rothcheck::checker
