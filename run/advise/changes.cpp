#include "run/advise/changes.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rothcheck::run {

namespace {

constexpr const char* contributions = "contributions";
constexpr const char* rollover = "in-plan-roth-rollover";
constexpr const char* distribution = "in-service-distribution";

bool holds_in(const Scope& scope, PlanYear year) {
  return (!scope.from || *scope.from <= year.last) && (!scope.until || *scope.until >= year.first);
}

std::string to_whom(const Group& group) {
  return group.everybody() ? std::string{} : " for " + to_string(group);
}

/// The permissions of one block for one kind of money.
struct Permissions {
  const std::vector<Provision<Permission>>& clauses;
  Kind kind;
  std::string block;
  ChangeKind change;
  QuestionKind question;
};

/// What the plan says of that kind of money to people whom it names.
std::vector<PlanChange::Stays> said_to_groups(const Permissions& asked, PlanYear year) {
  std::vector<PlanChange::Stays> said;
  for (const auto& clause : asked.clauses) {
    const bool is_told = clause.value.answer != Answer::not_stated;
    if (clause.value.kind != asked.kind || clause.scope.group.everybody() || !is_told ||
        !holds_in(clause.scope, year))
      continue;
    const Conditions& until = clause.value.conditions;
    std::string words = fmt::format("{} {}", to_string(asked.kind), to_string(clause.value.answer));
    if (until.at_age) words += " at age " + to_number_string(*until.at_age);
    if (until.seasoning) words += " after " + to_string(*until.seasoning);
    if (until.participation)
      words += fmt::format(" after {} of participation", to_string(*until.participation));
    said.push_back({clause.where, words + to_whom(clause.scope.group)});
  }
  return said;
}

/// A change for each clause that forbids; a question where the document says nothing to everybody
/// whom no clause names.
void add_permissions(std::vector<PlanChange>& changes, const Permissions& asked, PlanYear year,
                     bool ask_if_silent) {
  bool told_to_everybody = false;
  for (const auto& clause : asked.clauses) {
    if (clause.value.kind != asked.kind || !holds_in(clause.scope, year)) continue;
    const Answer answer = clause.value.answer;
    if (clause.scope.group.everybody() && answer != Answer::not_stated) told_to_everybody = true;
    if (answer == Answer::allowed) continue;
    PlanChange change{.kind = asked.change,
                      .block = asked.block,
                      .statement = fmt::format("{} allowed{}", to_string(asked.kind),
                                               to_whom(clause.scope.group)),
                      .instead_of = clause.where};
    if (answer == Answer::not_stated) {
      if (clause.scope.group.everybody()) continue;  // as if it were not there: asked below
      change.asks = asked.question;
    }
    if (clause.scope.group.everybody()) change.stays = said_to_groups(asked, year);
    changes.push_back(std::move(change));
  }
  if (told_to_everybody || !ask_if_silent) return;
  changes.push_back({.kind = asked.change,
                     .block = asked.block,
                     .statement = fmt::format("{} allowed", to_string(asked.kind)),
                     .instead_of = {},
                     .asks = asked.question,
                     .stays = said_to_groups(asked, year)});
}

/// Payment that waits for an age, or for time in the account or in the plan.
void add_free_payments(std::vector<PlanChange>& changes, const Plan& plan, PlanYear year) {
  for (const auto& clause : plan.distributions) {
    const Conditions& until = clause.value.conditions;
    const bool waits = until.at_age || until.seasoning || until.participation;
    if (clause.value.kind != Kind::after_tax || clause.value.answer != Answer::allowed || !waits ||
        !holds_in(clause.scope, year))
      continue;
    changes.push_back({.kind = ChangeKind::free_payment,
                       .block = distribution,
                       .statement = "after-tax allowed" + to_whom(clause.scope.group),
                       .instead_of = clause.where});
  }
  for (const auto& clause : plan.distribution_conditions) {
    if (!holds_in(clause.scope, year)) continue;
    changes.push_back({.kind = ChangeKind::free_payment,
                       .block = distribution,
                       .statement = "",
                       .instead_of = clause.where});
  }
}

/// A match block's words without after-tax money among what it counts.
std::string without_after_tax(std::string_view words, Kinds counts) {
  Kinds kept;
  for (const Kind kind : values<Kind>())
    if (kind != Kind::after_tax && counts.has(kind)) kept.add(kind);
  const std::size_t at = words.find("counts ");
  if (at == words.npos || kept.empty()) return {};
  const std::size_t end = std::min(words.find_first_of("\n;#}", at), words.size());
  std::string text{words.substr(0, at)};
  text += "counts " + to_string(kept) + "; ";
  // What follows on the line was a comment, or the next statement.
  std::size_t next = end;
  if (next < words.size() && words[next] == ';') ++next;
  if (next < words.size() && words[next] == '#')
    next = std::min(words.find('\n', next), words.size());
  text += words.substr(next);
  return text;
}

/// A match block replaces all of them, so that each is said again.
void add_match_change(std::vector<PlanChange>& changes, const Plan& plan, const Sources& sources,
                      PlanYear year) {
  std::string blocks;
  Span where;
  for (const auto& match : plan.matches) {
    if (!holds_in(match.scope, year)) continue;
    std::string words{sources.slice(match.where)};
    if (!words.starts_with("match")) return;
    if (match.value.counts.has(Kind::after_tax)) {
      words = without_after_tax(words, match.value.counts);
      if (words.empty()) return;
      where = match.where;
    }
    blocks += words + "\n";
  }
  if (!where.somewhere()) return;
  changes.push_back({.kind = ChangeKind::match_no_after_tax,
                     .block = "",
                     .statement = std::move(blocks),
                     .instead_of = where});
}

bool takes_after_tax(PlanFamily family) {
  return family != PlanFamily::b457 && family != PlanFamily::tsp;
}

}  // namespace

std::string ceiling_of(const ContributionLimit& limit, const Group& group, Rate rate) {
  const std::string kinds =
      limit.kinds == ContributionLimit{}.kinds ? "" : " on " + to_string(limit.kinds);
  return fmt::format("limit {} of pay{}{}", to_percent_string(rate), kinds, to_whom(group));
}

const Provision<ContributionLimit>* limit_at(const Plan& plan, Span where) {
  const auto found = std::find_if(plan.limits.begin(), plan.limits.end(),
                                  [where](const auto& limit) { return limit.where == where; });
  return found == plan.limits.end() ? nullptr : &*found;
}

std::vector<PlanChange> opening_changes(const Plan& plan, PlanYear year) {
  if (!takes_after_tax(plan.type.family)) return {};
  std::vector<PlanChange> changes;
  add_permissions(changes,
                  {plan.contributions, Kind::after_tax, contributions, ChangeKind::allow_after_tax,
                   QuestionKind::after_tax},
                  year, true);
  // An in-plan rollover that is allowed shows a Roth program, unless the plan says there is none.
  add_permissions(changes,
                  {plan.contributions, Kind::roth, contributions, ChangeKind::allow_roth,
                   QuestionKind::roth_program},
                  year, false);
  add_permissions(changes,
                  {plan.rollovers, Kind::after_tax, rollover, ChangeKind::allow_rollover,
                   QuestionKind::in_plan_rollover},
                  year, true);
  add_permissions(changes,
                  {plan.distributions, Kind::after_tax, distribution, ChangeKind::allow_payment,
                   QuestionKind::in_service},
                  year, true);
  add_free_payments(changes, plan, year);
  return changes;
}

std::vector<PlanChange> widening_changes(const Plan& plan, const Sources& sources, PlanYear year) {
  if (!takes_after_tax(plan.type.family)) return {};
  std::vector<PlanChange> changes;
  for (const auto& limit : plan.limits) {
    const bool is_known = limit.value.amount.basis != Amount::Basis::unknown;
    if (!limit.value.kinds.has(Kind::after_tax) || !is_known || !holds_in(limit.scope, year))
      continue;
    changes.push_back({.kind = ChangeKind::lift_limit,
                       .block = contributions,
                       .statement = ceiling_of(limit.value, limit.scope.group, 100_pct),
                       .instead_of = limit.where});
  }
  for (const auto& clause : plan.only_after_402g) {
    if (clause.value && holds_in(clause.scope, year))
      changes.push_back({.kind = ChangeKind::drop_only_after,
                         .block = contributions,
                         .statement = "",
                         .instead_of = clause.where});
  }
  add_match_change(changes, plan, sources, year);
  return changes;
}

std::vector<PlanChange> easing_changes(const Plan& plan, PlanYear year) {
  const auto is_open = [&](const auto& clause) {
    return clause.value.kind == Kind::after_tax && clause.value.answer == Answer::allowed &&
           holds_in(clause.scope, year);
  };
  if (std::none_of(plan.rollovers.begin(), plan.rollovers.end(), is_open)) return {};
  Span instead_of;
  for (const auto& schedule : plan.rollover_schedule) {
    if (!holds_in(schedule.scope, year)) continue;
    if (schedule.value.how == ConversionSchedule::How::automatic) return {};
    instead_of = schedule.where;
  }
  return {{.kind = ChangeKind::convert_automatically,
           .block = rollover,
           .statement = "automatic daily",
           .instead_of = instead_of}};
}

}  // namespace rothcheck::run
