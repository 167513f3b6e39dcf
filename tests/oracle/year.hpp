// A person's year under a plan whose clauses begin, end or stop inside it: what the sentences of
// docs/language.md and checker/law/READING.md say, worked out part by part and period by period.
// Nothing of checker/ is used here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rothcheck::oracle {

enum class Covers : std::uint8_t { after_tax, deferrals, all_three };
enum class Election : std::uint8_t { none, dollars, percent };
enum class Stops : std::uint8_t { nothing, match, all };

/// Days of 2026, from 0; a clause holds on [from, until).
struct Days {
  int from = 0, until = 365;
};
struct Limit {
  int percent = 0;
  Covers covers = Covers::after_tax;
  Days days;
};
/// `rate` percent of the next `width` percent of pay.
struct Tier {
  int rate = 0, width = 0;
};
struct Formula {
  std::vector<Tier> tiers;
  Days days;
};

/// The plan and the person, as far as they are varied. 2026, 40 years old, not highly compensated.
struct Case {
  std::int64_t pay = 0;                  // cents
  std::optional<std::int64_t> base_pay;  // what the plan counts, where it does not count all pay
  Election election = Election::none;
  std::int64_t elected = 0;  // cents, or percent
  Days after_tax;            // while it is taken
  bool only_after_402g = false;
  std::vector<Limit> limits;
  std::vector<Formula> match;  // one after the other; none at all: no match
  int periods = 1;             // of the match in a year: 1, 4, 12 or 26
  bool true_up = false;
  Stops stops = Stops::nothing;
};

/// Cents.
struct Answer {
  std::int64_t deferrals = 0, employer = 0, room = 0;
};
Answer answer_of(const Case& year);

std::string plan_text(const Case& year);

}  // namespace rothcheck::oracle
