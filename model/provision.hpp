// The vocabulary of plan documents: whom a clause is for, when, and the values it can state.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/dates.hpp"
#include "model/money.hpp"
#include "model/source.hpp"
#include "model/words.hpp"

namespace rothcheck {

/// A kind of money. `student_loan` is no money in the plan, but a match may count it.
enum class Kind : std::uint8_t {
  pre_tax,
  roth,
  after_tax,
  catch_up,
  catch_up_60_63,
  catch_up_15_years,
  catch_up_last_3_years,
  match,
  nonelective,
  rollover,
  student_loan
};
template <>
inline constexpr auto words<Kind> =
    words_are({"pre-tax", "roth", "after-tax", "catch-up", "catch-up-60-63", "catch-up-15-years",
               "catch-up-last-3-years", "match", "nonelective", "rollover", "student-loan"});

/// A set of kinds.
class Kinds {
 public:
  constexpr Kinds() = default;
  constexpr Kinds(std::initializer_list<Kind> kinds) {
    for (Kind kind : kinds) add(kind);
  }
  constexpr void add(Kind kind) { bits_ = static_cast<std::uint16_t>(bits_ | bit(kind)); }
  constexpr bool has(Kind kind) const { return (bits_ & bit(kind)) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  friend constexpr bool operator==(Kinds, Kinds) = default;

 private:
  static constexpr unsigned bit(Kind kind) { return 1u << static_cast<unsigned>(kind); }
  std::uint16_t bits_ = 0;
};
/// `pre-tax, roth`, in the order of `Kind`.
std::string to_string(Kinds);

/// Whether two names mean one class of employee: capitals and blanks do not tell classes apart.
bool same_class(std::string_view one, std::string_view other);
/// A person of several classes has them in one cell, `pilots; salaried`.
inline constexpr char between_classes = ';';
/// The classes of such a cell, in its order.
std::vector<std::string_view> classes_in(std::string_view cell);
/// Whether one of a person's classes is this one.
bool is_of_class(std::string_view cell, std::string_view name);

/// Whom a clause is for: who meets all that is set, or is in one of the `others`. Nothing set:
/// everybody. Bounds are years, `_from` included and `_below` not.
struct Group {
  std::optional<bool> highly_compensated;
  std::optional<std::string> employee_class;
  std::optional<Rate> age_from, age_below;
  std::optional<Rate> service_from, service_below;
  std::optional<Rate> points_from, points_below;  // age + service
  std::optional<Date> hired_from, hired_before;
  std::vector<Group> others;  // `or`

  bool everybody() const;
  friend bool operator==(const Group&, const Group&);
};
/// `hce and service >= 5 years`, `class "A" or class "B"`; empty for everybody.
std::string to_string(const Group&);

/// Whom a clause is for and on which days, both ends included. A missing end is open.
struct Scope {
  Group group;
  std::optional<Date> from, until;
  friend bool operator==(const Scope&, const Scope&) = default;
};

/// One clause of the document: what it says, for whom and when, and where it stands.
template <class T>
struct Provision {
  T value;
  Scope scope;
  Span where;        // the clause, without its `cite`
  std::string cite;  // where the plan document says so, as the plan file quotes it
};

/// An amount as documents state it. `pay` is plan compensation up to the 401(a)(17) limit.
struct Amount {
  enum class Basis : std::uint8_t { money, of_pay, of_402g, of_415c, of_base_pay, unknown };
  Basis basis = Basis::unknown;
  Money money;  // for `money`
  Rate rate;    // for all others that are known

  /// Of some pay, and so by time and by person.
  constexpr bool is_of_pay() const { return basis == Basis::of_pay || basis == Basis::of_base_pay; }

  static constexpr Amount of(Money money) { return {Basis::money, money, {}}; }
  static constexpr Amount percent_of_pay(Rate rate) { return {Basis::of_pay, {}, rate}; }
  static constexpr Amount percent_of_402g(Rate rate) { return {Basis::of_402g, {}, rate}; }
  /// Of the dollar limit on annual additions.
  static constexpr Amount percent_of_415c(Rate rate) { return {Basis::of_415c, {}, rate}; }
  /// In a limit alone.
  static constexpr Amount percent_of_base_pay(Rate rate) { return {Basis::of_base_pay, {}, rate}; }
  static constexpr Amount unknown() { return {}; }
  friend constexpr bool operator==(const Amount&, const Amount&) = default;
};
/// `10% of pay`, `$40,500.00`, `50% of the 402(g) limit`, `10% of base pay`, `unknown`.
std::string to_string(const Amount&);
/// The same with whole dollars without cents.
std::string brief(const Amount&);

enum class PlanFamily : std::uint8_t { k401, solo_401k, b403, a401, b457, tsp };
template <>
inline constexpr auto words<PlanFamily> =
    words_are({"401(k)", "solo 401(k)", "403(b)", "401(a)", "457(b)", "tsp"});
enum class PlanSponsor : std::uint8_t { ordinary, governmental, church };
/// What stands before the family; nothing for an ordinary sponsor.
template <>
inline constexpr auto words<PlanSponsor> = words_are({"", "governmental ", "church "});
struct PlanType {
  PlanFamily family = PlanFamily::k401;
  PlanSponsor sponsor = PlanSponsor::ordinary;
  friend constexpr bool operator==(PlanType, PlanType) = default;
};
/// `401(k)`, `governmental 457(b)`.
std::string to_string(PlanType);
std::optional<PlanType> plan_type_named(std::string_view words);

/// A month and day of every year, such as 12-31.
struct MonthDay {
  unsigned month = 1, day = 1;
  friend constexpr bool operator==(MonthDay, MonthDay) = default;
};

/// A 415 limitation year that is not the calendar year: it begins on a day each year, or is one
/// short stretch.
struct LimitationYear {
  std::optional<MonthDay> begins;
  std::optional<PlanYear> exactly;
};

enum class Answer : std::uint8_t { allowed, not_allowed, not_stated };
template <>
inline constexpr auto words<Answer> = words_are({"allowed", "not allowed", "not stated"});

/// What must have happened before money may leave.
struct Conditions {
  std::optional<Rate> at_age;             // `at age 59 1/2`, in years
  std::optional<Duration> seasoning;      // `after 24 months` in the account
  std::optional<Duration> participation;  // `after 60 months of participation`
};

/// `after-tax allowed`, in contributions, in-plan-roth-rollover and in-service-distribution.
struct Permission {
  Kind kind = Kind::pre_tax;
  Answer answer = Answer::not_stated;
  Conditions conditions;
};

/// `limit AMOUNT on KINDS`, `minimum AMOUNT on KINDS`: over the sum of the kinds.
struct ContributionLimit {
  Amount amount;
  Kinds kinds{Kind::pre_tax, Kind::roth, Kind::after_tax};
  bool each_pay_period = false;  // of a limit: what one period leaves is lost
  bool per_hour = false;         // dollars for each hour of the year
};

/// What makes catch-up Roth that must be: an election, or the plan, which deems it elected once
/// pre-tax deferrals alone, or all deferrals, have used the limit.
enum class RothCatchUp : std::uint8_t { elected, deemed_on_pre_tax, deemed_on_combined };
template <>
inline constexpr auto words<RothCatchUp> =
    words_are({"elected", "deemed on pre-tax", "deemed on combined"});

/// `suspends contributions 6 months`, `suspends after-tax 6 months`.
struct Suspension {
  Kinds kinds;  // none: all that the participant contributes
  Duration time;
};
/// `contributions`, `after-tax, match`.
std::string suspended(Kinds kinds);

struct Spillover {
  enum class Mode : std::uint8_t { unstated, automatic, opt_out, opt_in };
  Mode mode = Mode::unstated;
  std::optional<Amount> up_to;
};
template <>
inline constexpr auto words<Spillover::Mode> = words_are({"", "automatic", "opt-out", "opt-in"});

enum class PayCode : std::uint8_t { base, bonus, commission, overtime };
template <>
inline constexpr auto words<PayCode> = words_are({"base", "bonus", "commission", "overtime"});
struct CountedPay {
  PayCode code = PayCode::base;
  Rate weight = Rate::whole(1);
};
/// The pay codes that make up plan compensation.
using PaySet = std::vector<CountedPay>;

enum class AtPayLimit : std::uint8_t { stop_match, stop_all, stop_nothing };
template <>
inline constexpr auto words<AtPayLimit> = words_are({"match", "all", "nothing"});
enum class Entry : std::uint8_t { immediate, monthly, quarterly, semiannual, annual };
template <>
inline constexpr auto words<Entry> =
    words_are({"immediate", "monthly", "quarterly", "semiannual", "annual"});
enum class Period : std::uint8_t { pay_period, month, quarter, year };
template <>
inline constexpr auto words<Period> = words_are({"pay-period", "month", "quarter", "year"});

/// One line of a match: `RATE of the first|next AMOUNT`, or `RATE of all`.
struct Tier {
  enum class Reach : std::uint8_t { first, next, all };
  Rate rate;
  Reach reach = Reach::first;
  Amount width;  // unused for `all`
};
/// `8% of pay when contributing at least 2% of pay`.
struct MatchStep {
  Amount match;
  Amount threshold;
};
/// A formula's lines in the order written. Its tiers add up; of its steps the highest reached is
/// the whole match.
struct MatchFormula {
  std::vector<Provision<Tier>> tiers;
  std::vector<Provision<MatchStep>> steps;
};
/// `stops at 415 then "a health account"`: employer money ends where 415(c) is reached, and what is
/// cut off goes elsewhere, if anywhere.
struct StopAt415 {
  std::string then = {};
  friend bool operator==(const StopAt415&, const StopAt415&) = default;
};

/// One `match { }` block.
struct Match {
  Kinds counts{Kind::pre_tax, Kind::roth};
  std::vector<MatchFormula> formulas;  // more than one: `greatest of`
  std::vector<Provision<Amount>> limits;
  std::optional<Provision<std::optional<Amount>>>
      discretionary;  // the amount is its ceiling, where it has one
  bool formula_unknown = false;
  std::optional<Period> period;
  std::optional<bool> true_up;
  std::optional<MonthDay> employed_on;
  std::optional<int> hours = {};  // of service in the year that it asks for
  std::optional<StopAt415> stops_at_415 = {};
};

/// A level of pay, for what is paid above it: dollars, or a share of the Social Security wage base.
struct PayLevel {
  std::optional<Money> money;
  Rate of_wage_base = {};
  friend bool operator==(const PayLevel&, const PayLevel&) = default;
};
/// `the wage base`, `80% of the wage base`, `$100,000`.
std::string to_string(const PayLevel&);

/// One line of a `nonelective { }` block. Lines of one block and basis replace each other by group,
/// a line above a level apart from others; blocks add up.
struct Nonelective {
  Amount amount;  // of a discretionary or unknown line: its ceiling, `unknown` where it has none
  bool discretionary = false;
  int block = 0;  // counts the plan's nonelective blocks from 0
  std::optional<MonthDay> employed_on;
  std::optional<PayLevel> above = {};  // of pay above it alone
  bool per_hour = false;               // dollars for each hour of the year
  bool unknown = false;                // `unknown at-least AMOUNT up to AMOUNT`
  std::optional<Amount> at_least = {};
  std::optional<int> hours = {};  // of service in the year that the block asks for
  std::optional<StopAt415> stops_at_415 = {};
};

/// What the plan takes from everybody's pay: after-tax money, or picked up by the employer and so
/// employer money, 414(h)(2).
struct MandatoryContribution {
  Amount amount;
  bool picked_up = false;
};

struct OtherAddition {
  Amount amount;
  std::string what;
};

enum class Frequency : std::uint8_t { daily, weekly, monthly, quarterly, each_contribution };
template <>
inline constexpr auto words<Frequency> =
    words_are({"daily", "weekly", "monthly", "quarterly", "each-contribution"});
struct ConversionSchedule {
  enum class How : std::uint8_t { automatic, on_request, on_request_then_automatic };
  How how = How::on_request;
  std::optional<Frequency> frequency;
};
template <>
inline constexpr auto words<ConversionSchedule::How> =
    words_are({"automatic", "on request", "on request, then automatic"});

enum class SafeHarbor : std::uint8_t {
  none,
  match,
  enhanced_match,
  nonelective,
  qaca_match,
  qaca_nonelective
};
template <>
inline constexpr auto words<SafeHarbor> =
    words_are({"none", "match", "enhanced-match", "nonelective", "qaca-match", "qaca-nonelective"});
enum class AcpMethod : std::uint8_t { current_year, prior_year };
template <>
inline constexpr auto words<AcpMethod> = words_are({"current-year", "prior-year"});
enum class FirstYearAcp : std::uint8_t { three_percent, own };
template <>
inline constexpr auto words<FirstYearAcp> = words_are({"3%", "own"});
enum class MatchInTest : std::uint8_t { counted, left_out };
template <>
inline constexpr auto words<MatchInTest> = words_are({"counted", "left-out"});
enum class AcpSafeHarbor : std::uint8_t { no, yes };
template <>
inline constexpr auto words<AcpSafeHarbor> = words_are({"no", "yes"});

/// Money that goes back after a failed test.
enum class Refunded : std::uint8_t { unmatched_after_tax, matched_after_tax, match };
template <>
inline constexpr auto words<Refunded> =
    words_are({"unmatched-after-tax", "matched-after-tax", "match"});
using RefundOrder = std::vector<Refunded>;

enum class EnrollmentKind : std::uint8_t { aca, eaca, qaca };
template <>
inline constexpr auto words<EnrollmentKind> = words_are({"aca", "eaca", "qaca"});

/// One `automatic-enrollment { }` block.
struct AutomaticEnrollment {
  using Kind = EnrollmentKind;
  Kind kind = Kind::aca;
  std::optional<Rate> rate;          // the default election, in percent of pay
  std::optional<Rate> rises, up_to;  // by so much a year, to at most
  std::optional<Date> hired_from;    // whom it covers; everybody where none is stated
};

}  // namespace rothcheck
