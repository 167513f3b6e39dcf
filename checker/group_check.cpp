// Every kind of person against every subject that clauses settle by group.
#include "checker/group_check.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "checker/applicable.hpp"
#include "checker/findings.hpp"
#include "checker/product.hpp"

namespace rothcheck::checker {
namespace {

/// A subject, the scopes of the clauses that settle it, and one place to point at.
struct Subject {
  std::string name;
  std::vector<Scope> scopes;
  Span where;
};

template <class T>
void add_subject(std::vector<Subject>& subjects, std::string name,
                 const std::vector<Provision<T>>& clauses) {
  Subject subject{std::move(name), {}, {}};
  for (const Provision<T>& clause : clauses) {
    subject.scopes.push_back(clause.scope);
    if (!subject.where.somewhere()) subject.where = clause.where;
  }
  if (!subject.scopes.empty()) subjects.push_back(std::move(subject));
}

void add_permissions(std::vector<Subject>& subjects, std::string_view what,
                     const std::vector<Provision<Permission>>& clauses) {
  for (Kind kind : {Kind::pre_tax, Kind::roth, Kind::after_tax}) {
    std::vector<Provision<Permission>> own;
    std::copy_if(clauses.begin(), clauses.end(), std::back_inserter(own),
                 [kind](const auto& clause) { return clause.value.kind == kind; });
    add_subject(subjects, fmt::format("{} {}", to_string(kind), what), own);
  }
}

std::vector<Subject> subjects_of(const Plan& plan) {
  std::vector<Subject> subjects;
  add_permissions(subjects, "contributions", plan.contributions);
  add_permissions(subjects, "in-plan Roth rollovers", plan.rollovers);
  add_permissions(subjects, "in-service distributions", plan.distributions);
  for (const auto& match : plan.matches) {
    for (const MatchFormula& formula : match.value.formulas) {
      std::vector<Provision<Tier>> heads;
      std::copy_if(formula.tiers.begin(), formula.tiers.end(), std::back_inserter(heads),
                   [](const auto& tier) { return tier.value.reach != Tier::Reach::next; });
      add_subject(subjects, "the match", heads);
      add_subject(subjects, "the match", formula.steps);
    }
  }
  std::vector<int> blocks;
  for (const auto& line : plan.nonelectives) blocks.push_back(line.value.block);
  blocks.erase(std::unique(blocks.begin(), blocks.end()), blocks.end());
  for (int block : blocks) {
    std::vector<Provision<Nonelective>> own;
    std::copy_if(plan.nonelectives.begin(), plan.nonelectives.end(), std::back_inserter(own),
                 [block](const auto& line) { return line.value.block == block; });
    add_subject(subjects, "the nonelective contribution", own);
  }
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

struct Search {
  Findings found;
  std::vector<std::string> named;                // subjects already reported
  std::vector<std::pair<Span, Span>> conflicts;  // pairs already reported
};

void look_for_gaps(Search& search, const std::vector<Subject>& subjects,
                   const std::vector<YearPart>& parts, const GroupFacts& facts,
                   const Breakpoints& asked) {
  for (const Subject& subject : subjects) {
    if (std::find(search.named.begin(), search.named.end(), subject.name) != search.named.end())
      continue;
    for (const YearPart& part : parts) {
      if (!is_gap(subject, facts, part, parts)) continue;
      const std::string person = witness(facts, asked);
      const std::string when =
          parts.size() > 1
              ? fmt::format(" from {} to {}", to_string(part.first), to_string(part.last))
              : "";
      Finding finding{.kind = &finding::uncovered_group,
                      .message = fmt::format("no clause settles {} for everybody", subject.name),
                      .where = subject.where};
      finding.notes.push_back({fmt::format("for example a person {}{}",
                                           person.empty() ? "of any kind" : person, when)});
      search.found.push_back(std::move(finding));
      search.named.push_back(subject.name);
      break;
    }
  }
}

void look_for_conflicts(Search& search, const Findings& conflicts, const GroupFacts& facts,
                        const Breakpoints& asked) {
  for (Finding finding : conflicts) {
    const std::pair<Span, Span> places{finding.where, finding.notes.front().where};
    if (std::find(search.conflicts.begin(), search.conflicts.end(), places) !=
        search.conflicts.end())
      continue;
    search.conflicts.push_back(places);
    const std::string person = witness(facts, asked);
    if (!person.empty()) finding.notes.push_back({fmt::format("for example a person {}", person)});
    search.found.push_back(std::move(finding));
  }
}

}  // namespace

Findings group_findings(const Plan& plan, const Inquiry& inquiry, const Figures& law) {
  Search search;
  const std::vector<Subject> subjects = subjects_of(plan);
  const std::vector<YearPart> parts = parts_of(plan, law.plan_year);
  for_each_way(resolve(plan, inquiry, law, Participant{}), [&](const Person& person) {
    look_for_gaps(search, subjects, parts, person.group, inquiry.breakpoints);
    look_for_conflicts(search, terms_for(plan, person.group, law).conflicts, person.group,
                       inquiry.breakpoints);
  });
  return std::move(search.found);
}

}  // namespace rothcheck::checker
