// A plan as points in one wording.
#include "checker/compare/clause_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "checker/compare/value_words.hpp"

namespace rothcheck::checker {
namespace {

/// A scope as far as it lies in the days asked about; none where it does not.
std::optional<Scope> within(const Scope& scope, PlanYear days) {
  if (scope.from && *scope.from > days.last) return std::nullopt;
  if (scope.until && *scope.until < days.first) return std::nullopt;
  Scope inside = scope;
  if (inside.from && *inside.from <= days.first) inside.from.reset();
  if (inside.until && *inside.until >= days.last) inside.until.reset();
  return inside;
}

/// What holds of both: the clause's own days, inside those of the block it stands in.
std::optional<Scope> within(const Scope& scope, const Scope& outer, PlanYear days) {
  return within(scope, {outer.from ? std::max(*outer.from, days.first) : days.first,
                        outer.until ? std::min(*outer.until, days.last) : days.last});
}

Point point(std::string subject, std::string value, const Scope& scope, Span where) {
  std::string group = to_string(scope.group);
  if (!group.empty()) group = " for " + group;
  return {std::move(subject), std::move(group), std::move(value), scope.from, scope.until, where};
}

/// Silence may be written down, and is silence all the same.
template <class T>
bool says_something(const T&) {
  return true;
}
bool says_something(const Permission& permission) {
  return permission.answer != Answer::not_stated;
}

/// Two stretches of days one behind the other in which the same holds are one.
void join_stretches(Points& points) {
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto behind = std::find_if(points.begin(), points.end(), [&](const Point& next) {
      return points[i].until && next.from && *next.from == day_after(*points[i].until) &&
             next.value == points[i].value && next.group == points[i].group;
    });
    if (behind == points.end()) continue;
    points[i].until = behind->until;
    points.erase(behind);
    // The joined one may now reach another, before or behind it.
    i = static_cast<std::size_t>(-1);
  }
}

template <class T>
std::vector<Points> blocks_of(const std::vector<Provision<T>>& stated, std::string_view subject,
                              PlanYear days) {
  Points points;
  for (const Provision<T>& clause : stated) {
    const std::optional<Scope> scope = within(clause.scope, days);
    if (!scope || !says_something(clause.value)) continue;
    points.push_back(point(subject_of(clause.value, subject), words_of(clause.value, subject),
                           *scope, clause.where));
  }
  join_stretches(points);
  return points.empty() ? std::vector<Points>{} : std::vector<Points>{std::move(points)};
}

/// The lines of a formula, those for the same people and days together: in them the order counts.
template <class T>
Points lines_of(const std::vector<Provision<T>>& lines, std::string_view subject,
                const Scope& outer, PlanYear days) {
  Points points;
  for (const Provision<T>& line : lines) {
    const std::optional<Scope> scope = within(line.scope, outer, days);
    if (!scope) continue;
    Point one = point(std::string{subject}, words_of(line.value), *scope, line.where);
    const auto same = std::find_if(points.begin(), points.end(), [&one](const Point& other) {
      return other.group == one.group && other.from == one.from && other.until == one.until;
    });
    if (same == points.end()) {
      points.push_back(std::move(one));
    } else {
      same->value += "; " + one.value;
    }
  }
  return points;
}

Points lines_of(const MatchFormula& formula, const Scope& outer, PlanYear days) {
  Points points = lines_of(formula.tiers, "formula", outer, days);
  for (Point& step : lines_of(formula.steps, "formula", outer, days))
    points.push_back(std::move(step));
  return points;
}

/// Of several formulas the largest counts, so that all of them are one point.
Point greatest_of(const std::vector<MatchFormula>& formulas, const Scope& outer, PlanYear days,
                  Span where) {
  std::vector<std::string> each;
  for (const MatchFormula& formula : formulas) {
    std::string words;
    for (const Point& line : lines_of(formula, outer, days))
      words += (words.empty() ? "" : "; ") + line.words();
    each.push_back("{ " + words + " }");
  }
  std::sort(each.begin(), each.end());
  return point("formula", fmt::format("greatest of {}", fmt::join(each, " ")), {}, where);
}

Points points_of(const Provision<Match>& block, PlanYear days) {
  const Match& match = block.value;
  const std::optional<Scope> outer = within(block.scope, days);
  if (!outer) return {};
  Points points;
  const auto all_of_it = [&](std::string subject, std::string value) {
    points.push_back(point(std::move(subject), std::move(value), *outer, block.where));
  };
  if (match.formulas.size() == 1) points = lines_of(match.formulas.front(), *outer, days);
  if (match.formulas.size() > 1)
    points.push_back(greatest_of(match.formulas, *outer, days, block.where));
  // A formula that holds with its block begins and ends with it.
  for (Point& line : points) {
    if (!line.from) line.from = outer->from;
    if (!line.until) line.until = outer->until;
  }
  if (match.formula_unknown) all_of_it("formula", "formula unknown");
  for (const Provision<Amount>& limit : match.limits) {
    if (const auto scope = within(limit.scope, *outer, days))
      points.push_back(point("limit", "limit " + brief(limit.value), *scope, limit.where));
  }
  if (match.discretionary) {
    const auto& stated = *match.discretionary;
    const Nonelective line{.amount = stated.value.value_or(Amount::unknown()),
                           .discretionary = true};
    if (const auto scope = within(stated.scope, *outer, days))
      points.push_back(
          point("discretionary", words_of(line, "discretionary"), *scope, stated.where));
  }
  if (match.counts != Match{}.counts) all_of_it("counts", "counts " + to_string(match.counts));
  if (match.period) all_of_it("each", fmt::format("each {}", to_string(*match.period)));
  if (match.true_up) all_of_it("true-up", *match.true_up ? "true-up" : "no true-up");
  if (match.employed_on)
    all_of_it("requires", fmt::format("requires employed on {}", words_of(*match.employed_on)));
  if (match.hours) all_of_it("requires hours", fmt::format("requires {} hours", *match.hours));
  if (match.stops_at_415) all_of_it("stops", words_of(*match.stops_at_415));
  return points;
}

std::vector<Points> blocks_of(const std::vector<Provision<Match>>& stated, std::string_view,
                              PlanYear days) {
  std::vector<Points> blocks;
  for (const Provision<Match>& block : stated) {
    if (Points points = points_of(block, days); !points.empty())
      blocks.push_back(std::move(points));
  }
  return blocks;
}

std::vector<Points> blocks_of(const std::vector<Provision<Nonelective>>& stated,
                              std::string_view subject, PlanYear days) {
  std::map<int, Points> by_block;
  for (const Provision<Nonelective>& clause : stated) {
    const std::optional<Scope> scope = within(clause.scope, days);
    if (!scope) continue;
    Points& block = by_block[clause.value.block];
    const auto of_the_block = [&](std::string_view name, std::string words) {
      block.push_back(point(std::string{name}, std::move(words), {}, clause.where));
    };
    if (block.empty()) {
      const Nonelective& line = clause.value;
      if (line.employed_on)
        of_the_block("requires",
                     fmt::format("requires employed on {}", words_of(*line.employed_on)));
      if (line.hours) of_the_block("requires hours", fmt::format("requires {} hours", *line.hours));
      if (line.stops_at_415) of_the_block("stops", words_of(*line.stops_at_415));
    }
    block.push_back(point(subject_of(clause.value, subject), words_of(clause.value, subject),
                          *scope, clause.where));
  }
  std::vector<Points> blocks;
  for (auto& [number, points] : by_block) {
    join_stretches(points);
    blocks.push_back(std::move(points));
  }
  return blocks;
}

}  // namespace

std::string Point::words() const {
  std::string all = value + group;
  if (from) all += " from " + to_string(*from);
  if (until) all += " until " + to_string(*until);
  return all;
}

std::vector<FeaturePoints> points_of(const Plan& plan, PlanYear days) {
  std::vector<FeaturePoints> points;
  for_each_feature([&](const FeatureRow& row, auto feature) {
    points.push_back({row.block, row.field, blocks_of(plan.*feature, row.subject, days)});
  });
  return points;
}

}  // namespace rothcheck::checker
