// A random plan and a random person, kept as plain numbers so that a test can figure with them, and
// as the text that the program reads, so that a failure shows it.
#pragma once

#include <rapidcheck.h>

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace rothcheck::checker {

using Cents = std::int64_t;

/// A part of pay in hundredths of a percent, or cents, or a part of the 402(g) limit.
struct RandomAmount {
  enum class Of { pay, dollars, deferral_limit };
  Of of = Of::pay;
  std::int64_t count = 0;

  std::string text() const;
};

struct RandomLimit {
  RandomAmount amount;
  bool deferrals = false, after_tax = true, catch_up = false;
  enum class For { everybody, hce, fifty, pilots, long_service };
  For whom = For::everybody;

  std::string text() const;
  std::string unknown_text() const;  // with its figure unknown
};

struct RandomTier {
  int rate = 100;  // in percent
  int width = 1;   // in percent of pay; 0 for `of all`
};

struct RandomPlan {
  int year = 2026;
  bool solo = false;
  bool roth = true, catch_up = true, only_after_402g = false;
  enum class Higher { silent, allowed, barred };
  Higher higher = Higher::silent;
  std::vector<RandomLimit> limits;
  std::vector<RandomTier> tiers;  // of one match; empty for none
  bool match_counts_after_tax = false, match_counts_catch_up = false;
  std::optional<Cents> match_limit;
  std::optional<RandomAmount> nonelective;
  std::optional<RandomAmount> other_addition;

  // What the plan file leaves open although the document says it.
  bool catch_up_silent = false, roth_silent = false;
  bool limits_unknown = false, match_unknown = false;
  enum class Discretion { none, up_to, open };
  Discretion discretion = Discretion::none;

  std::string text() const;
};

struct RandomPerson {
  int age = 40;
  bool hce = false, pilot = false;
  int service = 3;
  Cents pay = 0;
  bool self_employed = false;
  Cents net_profit = 0, wages_elsewhere = 0;
  std::optional<std::string> pre_tax, roth;  // as the census writes them
  std::optional<Cents> match, nonelective;
  Cents forfeitures = 0, other_additions = 0, elsewhere = 0, aggregated = 0, so_far = 0;
  Cents excess_returned = 0;  // of deferrals over several employers; told where there are some
  Cents fica_wages = 0;

  // What the census leaves out although it is so.
  bool age_missing = false, hce_missing = false, class_missing = false, service_missing = false;
  bool pay_missing = false, fica_wages_missing = false;

  std::string words() const;
};

/// More than any excess.
inline constexpr Cents all_of_it = 99'999'900;

/// An amount around a figure: often at it or a cent beside it.
rc::Gen<Cents> around(Cents figure);
rc::Gen<RandomPlan> random_plan();
rc::Gen<RandomPerson> random_person(const RandomPlan& plan);

std::string dollars(Cents amount);
/// The figures of the year in cents.
struct Law {
  Cents deferrals, catch_up, catch_up_60, additions, pay, wage_base;
};
Law law_of(int year);
/// The catch-up limit at an age, under this plan, as the law has it.
Cents catch_up_of(const RandomPlan& plan, const RandomPerson& person);
/// The same whatever the plan says: it raises the person's limit over all employers.
Cents catch_up_by_age(const RandomPlan& plan, const RandomPerson& person);
bool applies(const RandomLimit& limit, const RandomPerson& person);
/// What a limit comes to, rounded down. Of the self-employed `pay` is earned income before the
/// employer's part.
Cents value_of(const RandomAmount& amount, Cents pay, int year);
/// Earned income before the employer's part, by READING.md R7.1, each step to the nearest cent.
Cents earned_income(Cents net_profit, Cents wages, int year);

/// How rapidcheck shows them: as the texts that the program reads.
inline void showValue(const RandomPlan& plan, std::ostream& out) { out << plan.text(); }
inline void showValue(const RandomPerson& person, std::ostream& out) { out << person.words(); }

}  // namespace rothcheck::checker
