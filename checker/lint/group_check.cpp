// Every kind of person against every subject that clauses settle by group.
#include "checker/lint/group_check.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rothcheck::checker {
namespace {

/// A subject, the scopes of the clauses that settle it, and one place to point at.
struct Subject {
  std::string name;
  std::vector<Scope> scopes;
  Span where;
  bool employer_money = false;
};

template <class T, class Keep>
void add_subject(std::vector<Subject>& subjects, std::string name,
                 const std::vector<Provision<T>>& clauses, Keep keep) {
  Subject subject{std::move(name), {}, {}};
  for (const Provision<T>& clause : clauses) {
    if (!keep(clause.value)) continue;
    subject.scopes.push_back(clause.scope);
    if (!subject.where.somewhere()) subject.where = clause.where;
  }
  if (!subject.scopes.empty()) subjects.push_back(std::move(subject));
}

void add_permissions(std::vector<Subject>& subjects, std::string_view what,
                     const std::vector<Provision<Permission>>& clauses) {
  for (Kind kind : {Kind::pre_tax, Kind::roth, Kind::after_tax}) {
    add_subject(subjects, fmt::format("{} {}", to_string(kind), what), clauses,
                [kind](const Permission& stated) { return stated.kind == kind; });
  }
}

std::vector<Subject> subjects_of(const Plan& plan) {
  std::vector<Subject> subjects;
  add_permissions(subjects, "contributions", plan.contributions);
  add_permissions(subjects, "in-plan Roth rollovers", plan.rollovers);
  add_permissions(subjects, "in-service distributions", plan.distributions);
  const std::size_t permissions = subjects.size();
  for (const auto& match : plan.matches) {
    for (const MatchFormula& formula : match.value.formulas) {
      add_subject(subjects, "the match", formula.tiers,
                  [](const Tier& tier) { return tier.reach != Tier::Reach::next; });
      add_subject(subjects, "the match", formula.steps, [](const MatchStep&) { return true; });
    }
  }
  const int blocks = plan.nonelectives.empty() ? 0 : plan.nonelectives.back().value.block + 1;
  for (int block = 0; block < blocks; ++block) {
    add_subject(subjects, "the nonelective contribution", plan.nonelectives,
                [block](const Nonelective& line) { return line.block == block; });
  }
  for (std::size_t i = permissions; i < subjects.size(); ++i) subjects[i].employer_money = true;
  return subjects;
}

/// Only what the plan tells people apart by, as a sentence about one of them.
std::string witness(const GroupFacts& facts, const Breakpoints& asked) {
  std::string text;
  const auto say = [&](std::string part) { text += (text.empty() ? "" : ", ") + std::move(part); };
  if (asked.highly_compensated)
    say(facts.highly_compensated ? "highly compensated" : "not highly compensated");
  if (!asked.classes.empty()) {
    say(facts.employee_class.empty() ? "of another class"
                                     : fmt::format("of class \"{}\"", facts.employee_class));
  }
  if (!asked.ages.empty() || !asked.points.empty())
    say(fmt::format("age {}", to_number_string(Rate{facts.age, 12})));
  if (!asked.services.empty() || !asked.points.empty()) {
    say(fmt::format("{} years of service", to_number_string(Rate{facts.service, 12})));
  }
  if (!asked.hired.empty()) say(fmt::format("hired {}", to_string(facts.hired)));
  return text;
}

bool settled_for(const Subject& subject, const GroupFacts& facts, const YearPart& part) {
  return std::any_of(subject.scopes.begin(), subject.scopes.end(), [&](const Scope& scope) {
    return in_force(scope, part) && holds(scope.group, facts);
  });
}

/// Silence is a gap where others are settled at the same time, or the same people before and after.
/// A term that only begins or ends inside the year leaves none.
bool is_gap(const Subject& subject, const GroupFacts& facts, const YearPart& part,
            const std::vector<YearPart>& parts) {
  if (settled_for(subject, facts, part)) return false;
  const auto others = [&](const Scope& scope) { return in_force(scope, part); };
  if (std::any_of(subject.scopes.begin(), subject.scopes.end(), others)) return true;
  const auto here = std::find_if(parts.begin(), parts.end(),
                                 [&](const YearPart& one) { return one.first == part.first; });
  const auto settled = [&](const YearPart& one) { return settled_for(subject, facts, one); };
  return std::any_of(parts.begin(), here, settled) && std::any_of(here, parts.end(), settled);
}

std::string days_of(const YearPart& part) {
  return fmt::format(" from {} to {}", to_string(part.first), to_string(part.last));
}

/// Employer money of several blocks adds up. Who gets some from another block is not left out by
/// this one, unless this one gives to people on both sides: then it has a hole.
bool is_elsewhere(const Subject& subject, const std::vector<Subject>& subjects,
                  const GroupFacts& facts, const YearPart& part) {
  return subject.employer_money &&
         std::any_of(subjects.begin(), subjects.end(), [&](const Subject& other) {
           return &other != &subject && other.name == subject.name &&
                  settled_for(other, facts, part);
         });
}

bool is_in_a_hole(const Subject& subject, const GroupFacts& facts, const YearPart& part,
                  const std::vector<GroupTerms>& groups) {
  bool below_age = false, above_age = false, below_service = false, above_service = false,
       before = false, after = false;
  for (const GroupTerms& group : groups) {
    const GroupFacts& other = group.facts;
    if (other.highly_compensated != facts.highly_compensated ||
        !same_class(other.employee_class, facts.employee_class) ||
        !settled_for(subject, other, part))
      continue;
    const bool age = other.age == facts.age, service = other.service == facts.service,
               hired = other.hired == facts.hired;
    if (service && hired) (other.age < facts.age ? below_age : above_age) = true;
    if (age && hired) (other.service < facts.service ? below_service : above_service) = true;
    if (age && service) (other.hired < facts.hired ? before : after) = true;
  }
  return (below_age && above_age) || (below_service && above_service) || (before && after);
}

/// Whether the person takes part, as far as the subject goes: employer money may begin later.
bool takes_part(const Subject& subject, const Plan& plan, const GroupTerms& group) {
  const std::optional<Duration> wait = group.terms.employer_money_wait;
  if (subject.employer_money && wait && group.facts.service < whole_months(*wait)) return false;
  const std::string_view own = group.facts.employee_class;
  return own.empty() ||
         std::none_of(plan.excluded_classes.begin(), plan.excluded_classes.end(),
                      [own](const auto& clause) { return same_class(clause.value, own); });
}

/// Says of the first kind of person, and part of the year, that no clause of the subject is for it.
bool report_gap(const Subject& subject, const std::vector<Subject>& subjects, const RuleInput& in,
                const std::vector<YearPart>& parts, const Reporter& report) {
  for (const GroupTerms& group : in.groups()) {
    if (!takes_part(subject, in.plan, group)) continue;
    for (const YearPart& part : parts) {
      if (!is_gap(subject, group.facts, part, parts)) continue;
      if (is_elsewhere(subject, subjects, group.facts, part) &&
          !is_in_a_hole(subject, group.facts, part, in.groups()))
        continue;
      const std::string person = witness(group.facts, in.in_year->inquiry.breakpoints);
      report(subject.where, fmt::format("no clause settles {} for everybody", subject.name),
             {{fmt::format("for example a person {}{}", person.empty() ? "of any kind" : person,
                           parts.size() > 1 ? days_of(part) : "")}});
      return true;
    }
  }
  return false;
}

}  // namespace

void report_gaps(const RuleInput& in, const Reporter& report) {
  const std::vector<YearPart> parts = parts_of(in.plan, in.law().plan_year);
  std::vector<std::string> named;
  const std::vector<Subject> subjects = subjects_of(in.plan);
  for (const Subject& subject : subjects) {
    const bool known = std::find(named.begin(), named.end(), subject.name) != named.end();
    if (!known && report_gap(subject, subjects, in, parts, report)) named.push_back(subject.name);
  }
}

void report_conflicts(const RuleInput& in, const Reporter& report) {
  std::vector<std::pair<Span, Span>> known;
  for (const GroupTerms& group : in.groups()) {
    for (const Conflict& conflict : group.terms.conflicts) {
      const std::pair<Span, Span> places{conflict.one, conflict.other};
      if (std::find(known.begin(), known.end(), places) != known.end()) continue;
      known.push_back(places);
      Finding& finding = report(conflict.one, "two clauses apply to the same person and disagree",
                                {{"the other clause", conflict.other}});
      const std::string person = witness(group.facts, in.in_year->inquiry.breakpoints);
      if (!person.empty())
        finding.notes.push_back({fmt::format("for example a person {}", person)});
    }
  }
}

bool is_shadowed(const Provision<Permission>& clause, const std::vector<Provision<Permission>>& all,
                 const std::vector<YearPart>& parts, const std::vector<GroupTerms>& groups) {
  if (!clause.scope.group.everybody()) return false;
  std::vector<const Scope*> rivals;
  for (const auto& other : all) {
    if (other.value.kind == clause.value.kind && !other.scope.group.everybody())
      rivals.push_back(&other.scope);
  }
  bool in_year = false;
  for (const YearPart& part : parts) {
    if (!in_force(clause.scope, part)) continue;
    in_year = true;
    for (const GroupTerms& group : groups) {
      const bool taken = std::any_of(rivals.begin(), rivals.end(), [&](const Scope* rival) {
        return in_force(*rival, part) && holds(rival->group, group.facts);
      });
      if (!taken) return false;
    }
  }
  return in_year;
}

}  // namespace rothcheck::checker
