// One fix at a time: make it, read the text again, compare.
#include "run/fixes.hpp"

#include <algorithm>
#include <memory>
#include <set>

#include "checker/judge/check.hpp"

namespace rothcheck::run {

namespace {

// What is said, without places, which move as the text is mended.
std::multiset<std::string> said(const Findings& findings) {
  std::multiset<std::string> all;
  for (const Finding& finding : findings)
    all.insert(std::string{finding.kind->code} + ' ' + finding.message);
  return all;
}

struct Answer {
  Verdict verdict = Verdict::undetermined;
  Range room, remaining, deferrals, catch_up, employer;
  std::optional<Binding> binding;
  friend bool operator==(const Answer&, const Answer&) = default;
};

// The answers of every plan and of every scenario that can be run.
std::vector<Answer> answers_of(const LintedText& linted, const LintOptions& options) {
  std::vector<Answer> answers;
  for (const Plan& plan : linted.plans) {
    const auto checker_for = [&](std::optional<int> year) -> std::optional<checker::Checker> {
      if (!year || has_error(checker::year_is_known(options.limits, plan, *year)))
        return std::nullopt;
      return checker::Checker{plan, *year, options.limits};
    };
    const std::optional<int> own = options.year ? options.year : plan.year;
    if (const auto checker = checker_for(own))
      answers.push_back({.verdict = checker->plan_answer().verdict});
    for (const Scenario& scenario : plan.scenarios) {
      const auto checker = checker_for(scenario.year ? scenario.year : own);
      if (!checker) continue;
      const Assessment found = checker->assess(scenario.person);
      answers.push_back({found.verdict, found.room, found.remaining, found.deferrals,
                         found.catch_up, found.employer, found.binding});
    }
  }
  return answers;
}

// A text and what is said about it.
struct Looked {
  Sources sources;
  LintedText linted;

  Looked(std::string_view path, std::string text, const LintOptions& options) {
    const std::uint16_t source = sources.add(std::string{path}, std::move(text));
    linted = lint_text(sources, source, options);
  }
  std::string_view text() const { return sources.text(1); }
};

bool is_proved(const Looked& before, const Looked& after, const Finding& finding,
               const LintOptions& options) {
  if (!after.linted.readable || after.linted.plans.size() != before.linted.plans.size())
    return false;
  std::multiset<std::string> expected = said(before.linted.findings);
  const std::multiset<std::string> found = said(after.linted.findings);
  const std::string mended = std::string{finding.kind->code} + ' ' + finding.message;
  if (found.count(mended) >= expected.count(mended)) return false;
  if (!finding.fix_is_safe) return true;
  return std::includes(expected.begin(), expected.end(), found.begin(), found.end()) &&
         answers_of(before.linted, options) == answers_of(after.linted, options);
}

}  // namespace

std::string with_edits(std::string_view text, const std::vector<Edit>& edits) {
  std::vector<std::size_t> order(edits.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return edits[a].where.begin != edits[b].where.begin
               ? edits[a].where.begin < edits[b].where.begin
               : a < b;
  });
  std::string result;
  std::size_t at = 0;
  for (std::size_t i : order) {
    const Edit& edit = edits[i];
    result += text.substr(at, edit.where.begin - at);
    result += edit.text;
    at = edit.where.end;
  }
  result += text.substr(at);
  return result;
}

FixedText fix_text(std::string_view path, std::string_view text, const LintOptions& options,
                   bool unsafe_too) {
  auto now = std::make_unique<Looked>(path, std::string{text}, options);
  int made = 0;
  // Fixes that did not hold are not tried again until another one has changed the text.
  for (std::size_t i = 0; i < now->linted.findings.size();) {
    const Finding& finding = now->linted.findings[i];
    const bool wanted =
        !finding.fix.empty() && finding.waived.empty() && (finding.fix_is_safe || unsafe_too);
    if (wanted) {
      auto next = std::make_unique<Looked>(path, with_edits(now->text(), finding.fix), options);
      if (is_proved(*now, *next, finding, options)) {
        now = std::move(next);
        ++made;
        i = 0;
        continue;
      }
    }
    ++i;
  }
  return {std::string{now->text()}, made};
}

}  // namespace rothcheck::run
