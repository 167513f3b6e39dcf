// A plan text, a person in words, and the answer: what every test of the checker begins with.
#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "checker/judge/check.hpp"
#include "model/limits.hpp"
#include "model/participant.hpp"
#include "model/plan.hpp"
#include "model/source.hpp"

namespace rothcheck {

// How GoogleTest and rapidcheck print an amount.
inline void PrintTo(Money amount, std::ostream* out) { *out << to_string(amount); }
inline void PrintTo(const Range& range, std::ostream* out) { *out << to_string(range); }
inline void PrintTo(Verdict verdict, std::ostream* out) { *out << to_string(verdict); }
inline std::ostream& operator<<(std::ostream& out, Money amount) {
  return out << to_string(amount);
}
inline std::ostream& operator<<(std::ostream& out, Verdict verdict) {
  return out << to_string(verdict);
}

}  // namespace rothcheck

namespace rothcheck::checker {

/// The figures that are compiled into the program.
const LimitTable& limits();
/// One of them, which must be there.
Money figure(LimitKey key, int year);

/// A plan that keeps its text, so that places can be looked up. Throws what is wrong with the text.
struct Read {
  std::unique_ptr<Sources> sources;
  Plan plan;
};
Read read_plan(const std::string& text);
/// `contributions { ... }` and the rest inside `plan "x" { type 401(k) ... }`, with a way out by
/// in-plan rollover.
std::string plan_with(std::string_view body, std::string_view type = "401(k)");
/// All four kinds allowed.
inline constexpr std::string_view all_allowed =
    "contributions { pre-tax allowed; roth allowed; after-tax allowed; catch-up allowed }\n";

/// `age=40 pay=200000 pre_tax=10%`: fields of the census by name, parted by blanks. Throws on an
/// unknown field or a bad value.
Participant person(std::string_view words);

Assessment ask(const Plan& plan, std::string_view words, int year = 2026);
Assessment ask(const std::string& text, std::string_view words, int year = 2026);
PlanAnswer ask_plan(const std::string& text, int year = 2026);

/// Codes of findings, in order: `MBR201 MBR202`.
std::string codes(const Findings& findings);
/// `5:3 PLN201 message`.
std::string said(const Finding& finding, const Sources& sources);
std::string notes_of(const Finding& finding);
/// Whether the answer took that for granted.
inline bool assumes(const Assessment& answer, Assumption assumption) {
  return answer.assumptions.has(assumption);
}
/// Without those on employer money that a plan does not mention, as few plans of tests do.
std::vector<QuestionKind> asked(const std::vector<Question>& questions);
/// The amounts of every line of that kind.
std::vector<Money> amounts(const Worksheet& worksheet, LineKind kind);

}  // namespace rothcheck::checker
