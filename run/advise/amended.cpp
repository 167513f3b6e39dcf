#include "run/advise/amended.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "checker/lint/lint.hpp"
#include "dsl/format.hpp"
#include "dsl/load.hpp"
#include "run/fixes.hpp"

namespace rothcheck::run {

namespace {

/// Where the braces that open after `at` are closed again.
std::size_t closing_brace(std::string_view text, std::size_t at) {
  int depth = 0;
  bool quoted = false;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      if (c == '\\') ++at;
      if (c == '"' || c == '\n') quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '#') {
      at = std::min(text.find('\n', at), text.size()) - 1;
    } else if (c == '{') {
      ++depth;
    } else if (c == '}' && --depth == 0) {
      return at;
    }
  }
  return text.size();
}

bool replaces_clause(const std::vector<PlanChange>& changes, Span clause) {
  return std::any_of(changes.begin(), changes.end(),
                     [clause](const PlanChange& change) { return change.instead_of == clause; });
}

std::string name_of(const std::vector<PlanChange>& changes) {
  std::vector<std::string_view> titles;
  for (const PlanChange& change : changes) {
    const std::string_view title = row_of(change.kind).title;
    if (std::find(titles.begin(), titles.end(), title) == titles.end()) titles.push_back(title);
  }
  return fmt::format("{}", fmt::join(titles, "; "));
}

/// What the canonical layout makes of a block that stands in a plan.
std::string in_layout(const std::string& block) {
  Sources sources;
  const std::uint16_t source = sources.add("amendment", "plan \"the plan\" {\n" + block + "}\n");
  const Outcome<std::string> laid_out = dsl::format(sources, source);
  if (!laid_out) return block;
  const std::string& text = *laid_out.value;
  const std::size_t first = text.find('\n') + 1, last = text.rfind('}');
  return text.substr(first, last - first);
}

}  // namespace

std::string amendment_of(const std::vector<PlanChange>& changes, Date effective) {
  std::string body;
  std::vector<std::string_view> done;
  for (const PlanChange& change : changes) {
    if (change.statement.empty()) continue;
    if (change.block.empty()) {
      body += change.statement;
      continue;
    }
    if (std::find(done.begin(), done.end(), change.block) != done.end()) continue;
    done.push_back(change.block);
    std::vector<std::string_view> statements;
    for (const PlanChange& other : changes) {
      if (other.block != change.block || other.statement.empty()) continue;
      statements.push_back(other.statement);
      for (const PlanChange::Stays& stays : other.stays)
        if (!replaces_clause(changes, stays.where)) statements.push_back(stays.statement);
    }
    body += fmt::format("{} {{ {} }}\n", change.block, fmt::join(statements, "; "));
  }
  if (body.empty()) return {};
  return in_layout(fmt::format("amendment \"{}\" effective {} {{\n{}}}\n", name_of(changes),
                               to_string(effective), body));
}

std::string with_amendment(std::string_view text, const Plan& plan, std::string_view block) {
  const std::size_t end = closing_brace(text, plan.where.begin);
  std::string amended{text.substr(0, end)};
  if (!amended.ends_with('\n')) amended += '\n';
  amended += block;
  amended += text.substr(end);
  return amended;
}

std::optional<AmendedPlan> amended(const Plan& plan, const Sources& sources,
                                   const std::vector<PlanChange>& changes, Date effective) {
  std::string text =
      with_amendment(sources.text(plan.where.source), plan, amendment_of(changes, effective));
  std::vector<Edit> gone;
  for (const PlanChange& change : changes)
    if (change.statement.empty())
      gone.push_back(checker::without_clause(sources, change.instead_of));
  text = with_edits(text, gone);
  AmendedPlan version;
  const std::uint16_t source =
      version.sources.add(std::string{sources.path(plan.where.source)}, std::move(text));
  Outcome<std::vector<Plan>> loaded = dsl::load(version.sources, source);
  if (!loaded) return std::nullopt;
  version.plans = std::move(*loaded.value);
  version.findings = std::move(loaded.findings);
  const auto found = std::find_if(version.plans.begin(), version.plans.end(), [&](const Plan& one) {
    return one.where.begin == plan.where.begin && one.name == plan.name;
  });
  if (found == version.plans.end()) return std::nullopt;
  version.at = static_cast<std::size_t>(found - version.plans.begin());
  return version;
}

}  // namespace rothcheck::run
