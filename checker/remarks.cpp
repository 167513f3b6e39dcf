// Findings and assumptions on one person.
#include "checker/remarks.hpp"

#include <fmt/format.h>

#include <utility>

#include "checker/findings.hpp"

namespace rothcheck::checker {
namespace {

bool elects(const std::optional<Election>& election) {
  if (!election) return false;
  const auto* amount = std::get_if<Money>(&election->value);
  return amount == nullptr || *amount > Money{};
}

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

template <class Say>
void on_deferrals(Say& say, const Participant& participant, const Person& person,
                  const Settled& settled, const Terms& terms, const Figures& law) {
  const Deferrals& elections = settled.elections;
  // What is over goes on as after-tax where the plan says so, and an election in percent stops by
  // itself.
  const bool stays_within = elections.in_percent || terms.spills_to_after_tax;
  if (elections.beyond() > Money{} && !stays_within) {
    say(finding::excess_deferral, [&] {
      return fmt::format("deferrals of {} are over the {} that may be deferred in {}",
                         to_string(elections.stated), to_string(elections.most), law.year);
    });
  }
  const bool barred =
      person.roth_catch_up_required && !person.roth_allowed && person.catch_up_age >= 50;
  if (barred && person.catch_up_allowed) {
    say(
        finding::no_roth_for_catch_up,
        [&] {
          return fmt::format("catch-up must be Roth in {}, and the plan takes no Roth deferrals",
                             law.year);
        },
        terms.contribution(Kind::roth).where);
  }
  const bool must_be_roth = person.roth_catch_up_required && settled.catch_up > Money{};
  if (must_be_roth && elects(participant.pre_tax) && !elects(participant.roth)) {
    say(finding::roth_catch_up_only, [&] {
      return fmt::format("{} of catch-up must be Roth in {}, and pre-tax is stated",
                         to_string(settled.catch_up), law.year);
    });
  }
  if (settled.recharacterised > Money{}) {
    say(finding::recharacterised, [&] {
      return fmt::format("{} of deferrals over the {} annual additions limit counts as catch-up",
                         to_string(settled.recharacterised), law.year);
    });
  }
}

template <class Say>
void on_additions(Say& say, const Person& person, const Settled& settled, const Figures& law) {
  if (settled.over_additions > Money{}) {
    say(finding::over_annual_additions, [&] {
      return fmt::format("the {} annual additions are {} over the limit of {}", law.year,
                         to_string(settled.over_additions), to_string(law.annual_additions.amount));
    });
  }
  if (person.after_tax_so_far > settled.room) {
    say(finding::over_room, [&] {
      return fmt::format("{} of after-tax money has gone in, and the room of {} is {}",
                         to_string(person.after_tax_so_far), law.year, to_string(settled.room));
    });
  }
  if (settled.planned && *settled.planned > settled.room && person.after_tax_allowed) {
    say(finding::planned_over_room, [&] {
      return fmt::format("{} of after-tax money is elected, and the room of {} is {}",
                         to_string(*settled.planned), law.year, to_string(settled.room));
    });
  }
  if (person.solo && person.nonelective && settled.nonelective > settled.nonelective_most) {
    say(finding::employer_over_maximum, [&] {
      return fmt::format("the employer contribution of {} is over the most of {} for {}",
                         to_string(settled.nonelective), to_string(settled.nonelective_most),
                         law.year);
    });
  }
  if (settled.below_minimum) {
    say(
        finding::below_minimum,
        [&] {
          return fmt::format("what could be contributed in {} is below the plan's minimum",
                             law.year);
        },
        settled.minimum_at);
  }
  if (settled.match_lost) {
    say(finding::match_lost, [&] {
      return fmt::format("the election reaches its {} limit early, and later periods earn no match",
                         law.year);
    });
  }
}

template <class Say>
void look_for_findings(Say& say, const Participant& participant, const Person& person,
                       const Settled& settled, const Terms& terms, const Figures& law) {
  if (!person.eligible) return;
  on_kinds(say, participant, terms);
  on_deferrals(say, participant, person, settled, terms, law);
  on_additions(say, person, settled, law);
}

}  // namespace

Findings findings_on(const Participant& participant, const Person& person, const Settled& settled,
                     const Terms& terms, const Figures& law) {
  InFull say{participant};
  look_for_findings(say, participant, person, settled, terms, law);
  return std::move(say.found);
}

void note_findings_on(const Participant& participant, const Person& person, const Settled& settled,
                      const Terms& terms, const Figures& law, std::vector<BriefFinding>& found) {
  InBrief say{found};
  look_for_findings(say, participant, person, settled, terms, law);
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
