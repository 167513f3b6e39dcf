// Loading, linting and waiving one plan text; several of them side by side.
#include "run/lint_text.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <iterator>
#include <mutex>
#include <system_error>
#include <thread>

#include "checker/judge/check.hpp"
#include "checker/lint/lint.hpp"
#include "dsl/load.hpp"
#include "run/findings.hpp"
#include "run/waivers.hpp"

namespace rothcheck::run {

bool could_not_be_parsed(const Findings& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
    const std::string_view code = finding.kind->code;
    return finding.kind->severity == Severity::error &&
           (code.starts_with("SYN") || code.starts_with("TYP"));
  });
}

LintedText lint_text(const Sources& sources, std::uint16_t source, const LintOptions& options) {
  Outcome<std::vector<Plan>> loaded = dsl::load(sources, source);
  LintedText linted{.plans = {}, .findings = std::move(loaded.findings)};
  linted.readable = loaded && !could_not_be_parsed(linted.findings);
  if (!loaded) return linted;
  linted.plans = std::move(*loaded.value);
  Findings on_plans;
  for (const Plan& plan : linted.plans) {
    const std::optional<int> year = options.year ? options.year : plan.year;
    Findings found = checker::lint(plan, year, options.limits, sources);
    const bool known = year && checker::year_is_known(options.limits, plan, *year).empty();
    Findings on_waivers = findings_on_waivers(plan, options.as_of, linted.findings, found,
                                              known ? Looked::for_all : Looked::for_text);
    for (Finding& said : on_waivers) {
      if (said.kind != &finding::waiver_unneeded) continue;
      said.fix = {checker::without_clause(sources, said.where)};
      said.fix_is_safe = true;
    }
    mark_waived(plan, options.as_of, linted.findings);
    mark_waived(plan, options.as_of, found);
    for (Findings* more : {&found, &on_waivers})
      std::move(more->begin(), more->end(), std::back_inserter(on_plans));
  }
  std::move(on_plans.begin(), on_plans.end(), std::back_inserter(linted.findings));
  return linted;
}

std::vector<LintedText> lint_texts(const Sources& sources, const std::vector<std::uint16_t>& texts,
                                   const LintOptions& options) {
  std::vector<LintedText> linted(texts.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < texts.size(); i = next++) {
      linted[i] = lint_text(sources, texts[i], options);
      linted[i].plans.clear();
    }
  };
  std::mutex mutex;
  std::exception_ptr failure;
  const auto guarded = [&] {
    try {
      work();
    } catch (...) {
      const std::lock_guard lock{mutex};
      failure = std::current_exception();
    }
  };
  const std::size_t most = std::max(std::thread::hardware_concurrency(), 1u);
  std::vector<std::jthread> helpers;
  try {
    for (std::size_t i = 1; i < std::min(most, texts.size()); ++i) helpers.emplace_back(guarded);
  } catch (const std::system_error&) {
    // No more threads are to be had: those that there are do it.
  }
  guarded();
  helpers.clear();
  if (failure) std::rethrow_exception(failure);
  return linted;
}

}  // namespace rothcheck::run
