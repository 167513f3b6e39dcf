// Whether an answer is the one that a test expects.
#include "run/cases/expectations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "run/catalogue.hpp"

namespace rothcheck::run {

namespace {

bool near(Money a, Money b, Money tolerance) { return greater(a, b) - lesser(a, b) <= tolerance; }

std::string yes_or_no(std::optional<bool> flag) {
  return !flag ? "not known" : *flag ? "yes" : "no";
}

std::string_view as_words(std::string_view text) {
  if (text == "true") return "yes";
  if (text == "false") return "no";
  return text;
}

std::optional<std::string> amount_mismatch(const Expectation& expected, std::string_view key,
                                           Range found, Money tolerance) {
  if (!expected.low || !expected.high) {
    return fmt::format("expected {} {}, which is not an amount", key, expected.text);
  }
  const Range wanted{*expected.low, *expected.high};
  const bool same =
      near(found.least, wanted.least, tolerance) && near(found.most, wanted.most, tolerance);
  // A range that happens to be narrow is not a settled amount.
  if (same && (found.settled() || !wanted.settled())) return std::nullopt;
  return fmt::format("expected {} {}, found {}", key, to_string(wanted), to_string(found));
}

// Each once.
std::string names_of(const Found& found) {
  std::set<std::string_view> kinds;
  std::string names;
  for (const Findings* findings : {&found.loading, &found.plan.findings, &found.answer.findings}) {
    for (const Finding& finding : *findings) {
      if (!kinds.insert(finding.kind->name).second) continue;
      if (!names.empty()) names += ", ";
      names += finding.kind->name;
    }
  }
  return names.empty() ? "none" : names;
}

std::optional<std::string> finding_mismatch(const Expectation& expected, const Found& found) {
  if (kind_named(expected.text) == nullptr) {
    return fmt::format("expected finding {}, which is no code or name of a finding", expected.text);
  }
  const bool there = has_finding(found.loading, expected.text) ||
                     has_finding(found.plan.findings, expected.text) ||
                     has_finding(found.answer.findings, expected.text);
  if (there) return std::nullopt;
  return fmt::format("expected finding {}, found {}", expected.text, names_of(found));
}

}  // namespace

std::optional<Range> amount_of(std::string_view key, const Assessment& answer) {
  if (key == "room") return answer.room;
  if (key == "room_low") return exactly(answer.room.least);
  if (key == "room_high") return exactly(answer.room.most);
  if (key == "remaining") return answer.remaining;
  if (key == "deferrals") return answer.deferrals;
  if (key == "catch_up") return answer.catch_up;
  if (key == "special_catch_up") return answer.special_catch_up;
  if (key == "employer") return answer.employer;
  if (key == "plan_pay") return answer.plan_pay;
  if (key == "pre_tax_deferrals") return answer.pre_tax_deferrals;
  if (key == "roth_deferrals") return answer.roth_deferrals;
  if (key == "roth_catch_up_short") return answer.roth_catch_up_short;
  if (key == "roth_catch_up_to_correct") return answer.roth_catch_up_to_correct;
  return std::nullopt;
}

std::optional<std::string> word_of(std::string_view key, const Assessment& answer) {
  if (key == "verdict") return std::string(to_string(answer.verdict));
  if (key == "binding")
    return answer.binding ? std::string(to_string(*answer.binding)) : "not known";
  if (key == "hce") return yes_or_no(answer.highly_compensated);
  if (key == "age") return answer.age ? std::to_string(*answer.age) : "not known";
  if (key == "roth_catch_up_required") return yes_or_no(answer.roth_catch_up_required);
  return std::nullopt;
}

bool has_finding(const Findings& findings, std::string_view code_or_name) {
  return std::any_of(findings.begin(), findings.end(), [code_or_name](const Finding& finding) {
    return finding.kind->code == code_or_name || finding.kind->name == code_or_name;
  });
}

std::optional<std::string> mismatch(const Expectation& expected, std::string_view key,
                                    const Found& found, Money tolerance) {
  if (key == "finding") return finding_mismatch(expected, found);
  if (const std::optional<Range> amount = amount_of(key, found.answer)) {
    return amount_mismatch(expected, key, *amount, tolerance);
  }
  const std::optional<std::string> word = key == "plan_verdict"
                                              ? std::string{to_string(found.plan.verdict)}
                                              : word_of(key, found.answer);
  if (!word) return fmt::format("there is nothing named {} to expect", key);
  if (as_words(expected.text) == *word) return std::nullopt;
  return fmt::format("expected {} {}, found {}", key, as_words(expected.text), *word);
}

}  // namespace rothcheck::run
