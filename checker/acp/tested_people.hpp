// Everybody in the test, and what is open about them.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checker/acp/acp.hpp"
#include "checker/acp/tested_employee.hpp"
#include "checker/judge/batch.hpp"
#include "checker/law/top_heavy.hpp"

namespace rothcheck::checker {

/// Ratios of people together, in hundredths of a percent: as stated, and what they can be while
/// facts are open.
struct RatioSums {
  std::int64_t stated = 0, least = 0, most = 0;
  RatioSums& operator+=(const RatioSums& others);
};

/// Of one employee; where pay is not told the ratio is anything up to all of it.
RatioSums ratios_of(const TestedEmployee& employee, Money stated, Money least, Money most);

/// Nonhighly compensated employees of whom a long file leaves the sums alone.
struct OtherEmployees {
  std::int64_t count = 0;
  RatioSums counted, left_out;  // with the match, and with what may be left out of it left out
  RatioSums deferred;           // as the ADP test counts
  std::int64_t at_deferral_limit = 0;  // whose deferrals reach it
  bool after_tax = false;              // somebody has some
  bool match_open = false;             // of somebody
  std::int64_t pay_open = 0;           // whose pay is not told

  OtherEmployees& operator+=(const OtherEmployees& others);
};

/// Somebody of the census, as far as the test says who it is.
struct NumberedPerson {
  std::string id;
  std::uint64_t row = 0;               // of the participant file; 0 where there is none
  const Participant* facts = nullptr;  // none where the file is read again for them
  std::optional<Range> room = {};      // for after-tax money, where it was asked
};

/// Whose status is not told stands in both groups.
struct TestedPeople {
  std::vector<NumberedPerson> persons;    // by the number that employees have
  std::vector<TestedEmployee> employees;  // who is undecided, as nonhighly compensated
  struct Undecided {
    std::size_t at;  // among the employees
    TestedEmployee as_hce;
  };
  std::vector<Undecided> undecided;
  std::array<OtherEmployees, 3> others;  // by `OtherwiseExcludable`
  TopHeavyCensus accounts;
  bool tells_classes = false;        // the file says of somebody which of the plan's classes it is
  bool sums_suffice = true;          // of the others; else everybody has to be at hand
  std::int64_t people_left_out = 0;  // of whom nothing is known
  Assumptions assumptions;

  const OtherEmployees& others_of(OtherwiseExcludable excludable) const {
    return others[static_cast<std::size_t>(excludable)];
  }
  /// All who are tested.
  std::int64_t count() const;
};

/// Adds the people behind these.
void append(TestedPeople& people, TestedPeople next);

/// Whose facts are kept: a long file leaves of the others their sums.
enum class Kept : std::uint8_t { everybody, highly_compensated };

/// Takes people into the test one by one. Where everybody is kept they must stay where they are.
class TestCensus {
 public:
  TestCensus(const Checker& checker, const AcpOptions& options, Kept kept);

  void take(const Participant& person, std::string_view id, std::uint64_t row);
  /// Those since the last call.
  TestedPeople take_people() { return std::exchange(people_, {}); }

 private:
  TestedEmployee employee_of(const Participant& person, bool highly_compensated,
                             Resolution& resolution);
  void take_of_year(const Participant& person, std::string_view id, std::uint64_t row);
  bool needs_facts(const Participant& person) const;
  void add_account(const Participant& person, const TestedEmployee* employee);
  void number(const Participant& person, std::string_view id, std::uint64_t row, bool highly);
  void add_to_others(const Participant& person, const TestedEmployee& employee);

  const Checker::Ready& ready_;
  const AcpOptions& options_;
  const bool everybody_, matches_after_tax_, asks_accounts_;
  Batch batch_;
  BriefAnswer answer_;
  TestedPeople people_;
};

TestedPeople tested_people(const Checker& checker, const std::vector<Participant>& census,
                           const AcpOptions& options);

/// The same with the status of the undecided settled: bit i of `as_hce` is that of the i-th.
TestedPeople decided(TestedPeople people, std::uint64_t as_hce);

/// Whether the match has a formula that counts after-tax money.
bool matches_after_tax(const Plan& plan);

}  // namespace rothcheck::checker
