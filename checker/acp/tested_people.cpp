#include "checker/acp/tested_people.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "checker/acp/acp_range.hpp"
#include "checker/acp/stated.hpp"
#include "checker/acp/sums.hpp"
#include "checker/acp/year_end.hpp"
#include "checker/law/contribution_percentage.hpp"
#include "checker/law/highly_compensated.hpp"
#include "checker/law/safe_harbor.hpp"

namespace rothcheck::checker {

RatioSums ratios_of(const TestedEmployee& employee, Money stated, Money least, Money most) {
  const auto ratio = [&](Money money) {
    return contribution_ratio(money, employee.compensation).count;
  };
  const std::int64_t as_stated = ratio(stated);
  if (!employee.pay_told) return {as_stated, 0, std::max(as_stated, all_of_pay)};
  return {as_stated, least == stated ? as_stated : ratio(least),
          most == stated ? as_stated : ratio(most)};
}

namespace {

/// The employee's after-tax money with so much of each match.
template <class Match>
RatioSums acp_ratios(const TestedEmployee& employee, Match match) {
  const Money fixed = employee.after_tax + employee.in_other_plans;
  return ratios_of(employee, fixed + match(employee.match), fixed + match(employee.match_least),
                   fixed + match(employee.match_most));
}

}  // namespace

RatioSums& RatioSums::operator+=(const RatioSums& other) {
  stated += other.stated;
  least += other.least;
  most += other.most;
  return *this;
}

OtherEmployees& OtherEmployees::operator+=(const OtherEmployees& other) {
  count += other.count;
  counted += other.counted;
  left_out += other.left_out;
  deferred += other.deferred;
  at_deferral_limit += other.at_deferral_limit;
  after_tax = after_tax || other.after_tax;
  match_open = match_open || other.match_open;
  pay_open += other.pay_open;
  return *this;
}

std::int64_t TestedPeople::count() const {
  std::int64_t all = std::ssize(employees);
  for (const OtherEmployees& some : others) all += some.count;
  return all;
}

void append(TestedPeople& people, TestedPeople next) {
  const std::size_t employees = people.employees.size(), persons = people.persons.size();
  for (TestedEmployee& employee : next.employees) {
    employee.person += persons;
    people.employees.push_back(employee);
  }
  for (TestedPeople::Undecided& one : next.undecided) {
    one.at += employees;
    one.as_hce.person += persons;
    people.undecided.push_back(one);
  }
  std::move(next.persons.begin(), next.persons.end(), std::back_inserter(people.persons));
  for (std::size_t i = 0; i < people.others.size(); ++i) people.others[i] += next.others[i];
  people.accounts.add(std::move(next.accounts));
  people.tells_classes = people.tells_classes || next.tells_classes;
  people.sums_suffice = people.sums_suffice && next.sums_suffice;
  people.people_left_out += next.people_left_out;
  people.assumptions.add(next.assumptions);
}

TestCensus::TestCensus(const Checker& checker, const AcpOptions& options, Kept kept)
    : ready_{checker.ready()},
      options_{options},
      everybody_{kept == Kept::everybody},
      matches_after_tax_{matches_after_tax(ready_.plan)},
      asks_accounts_{has_adp_safe_harbor(ready_.plan, ready_.law.plan_year) && !ready_.acp.exempt},
      batch_{checker} {}

TestedEmployee TestCensus::employee_of(const Participant& person, bool highly_compensated,
                                       Resolution& resolution) {
  GroupFacts group = resolution.person.group;
  group.highly_compensated = highly_compensated;
  std::optional<Resolution> open;
  if (!resolution.open.empty()) [[unlikely]]
    open = resolution;
  TestedEmployee employee = tested_employee(ready_, batch_.terms_of(group), group, person,
                                            resolution, people_.assumptions);
  if (open) [[unlikely]] {
    const auto terms_of = [this](const GroupFacts& of) -> const Terms& {
      return batch_.terms_of(of);
    };
    widen_by_open_facts(employee, ready_, terms_of, person, *open);
  }
  // A trial of a contribution for everybody else.
  if (options_.qnec && !highly_compensated)
    employee.qnec += portion(rate_of(*options_.qnec), employee.compensation, Round::nearest);
  employee.person = people_.persons.size();
  return employee;
}

void TestCensus::add_account(const Participant& person, const TestedEmployee* employee) {
  if (!asks_accounts_ || (employee == nullptr && !person.account_balance)) return;
  TopHeavyPerson found{.key = is_key_employee(person), .account = person.account_balance};
  if (employee != nullptr) {
    // Beside stated nonelective money it is a part of that.
    const Money qnec = person.nonelective ? Money{} : employee->qnec;
    found.employer = employee->match + employee->nonelective + qnec;
    found.contributions = employee->deferrals + found.employer;
    if (employee->employed_at_year_end) found.pay = person.pay.value_or(Money{});
  }
  people_.accounts.add(found);
}

void TestCensus::number(const Participant& person, std::string_view id, std::uint64_t row,
                        bool highly) {
  NumberedPerson numbered{.id = std::string{id}, .row = row};
  if (everybody_) {
    numbered.facts = &person;
  } else if (highly) {
    batch_.assess(person, answer_);
    numbered.room = answer_.room;
  }
  people_.persons.push_back(std::move(numbered));
}

/// What of a highly compensated employee is asked that their sums do not tell.
bool TestCensus::needs_facts(const Participant& person) const {
  return person.acp_deferrals || person.qnec || (matches_after_tax_ && !person.match);
}

/// Money that counts only as far as the rates of others let it needs everybody at hand.
void TestCensus::add_to_others(const Participant& person, const TestedEmployee& employee) {
  if (counts_by_the_rates_of_others(employee) || employee.qnec > Money{} || person.acp_deferrals)
    people_.sums_suffice = false;
  OtherEmployees one{.count = 1};
  one.counted = acp_ratios(employee, [](Money match) { return match; });
  one.left_out =
      ready_.acp.left_out.nothing() ? one.counted : acp_ratios(employee, [&](Money match) {
        return match - left_out_of(ready_.acp.left_out, match, employee.compensation);
      });
  one.deferred =
      ratios_of(employee, employee.deferrals,
                employee.deferrals_told ? employee.deferrals : Money{}, employee.deferrals);
  one.at_deferral_limit = employee.deferrals >= ready_.law.deferrals.amount ? 1 : 0;
  one.after_tax = employee.after_tax > Money{};
  one.match_open = employee.match_least != employee.match_most;
  one.pay_open = employee.pay_told ? 0 : 1;
  people_.others[static_cast<std::size_t>(employee.excludable)] += one;
}

void TestCensus::take(const Participant& person, std::string_view id, std::uint64_t row) {
  if (!options_.year_to_date || !person.after_tax_ytd) return take_of_year(person, id, row);
  Participant at_year_end = person;
  project_to_year_end(at_year_end, *options_.year_to_date, ready_.law, people_.assumptions);
  take_of_year(at_year_end, id, row);
}

void TestCensus::take_of_year(const Participant& person, std::string_view id, std::uint64_t row) {
  people_.tells_classes = people_.tells_classes || person.employee_class.has_value();
  // A family is found in a whole census.
  if (person.family_group) people_.sums_suffice = false;
  Resolution resolution = resolve(ready_.plan, ready_.inquiry, ready_.law, person);
  if (!is_tested(ready_, person, resolution)) {
    add_account(person, nullptr);
    if (everybody_) number(person, id, row, false);
    return;
  }
  people_.assumptions.add(hce_status(person, ready_.law).assumptions);
  const std::optional<bool> status = resolution.highly_compensated;
  if (!status) {
    Resolution as_hce = resolution;
    people_.undecided.push_back({people_.employees.size(), employee_of(person, true, as_hce)});
  }
  const TestedEmployee employee = employee_of(person, status.value_or(false), resolution);
  add_account(person, &employee);
  if (!everybody_ && status == false) return add_to_others(person, employee);
  if (!everybody_ && needs_facts(person)) people_.sums_suffice = false;
  people_.employees.push_back(employee);
  number(person, id, row, status.value_or(false));
}

TestedPeople tested_people(const Checker& checker, const std::vector<Participant>& census,
                           const AcpOptions& options) {
  // What is so far has been made what it will be.
  AcpOptions of_year = options;
  of_year.year_to_date.reset();
  TestCensus everybody{checker, of_year, Kept::everybody};
  for (const Participant& person : census)
    everybody.take(person, person.id, person.row ? person.row->row : 0);
  TestedPeople people = everybody.take_people();
  people.people_left_out = options.people_left_out;
  return people;
}

TestedPeople decided(TestedPeople people, std::uint64_t as_hce) {
  for (std::size_t i = 0; i < people.undecided.size(); ++i) {
    const TestedPeople::Undecided& one = people.undecided[i];
    if ((as_hce >> i & 1u) != 0) people.employees[one.at] = one.as_hce;
  }
  people.undecided.clear();
  return people;
}

bool matches_after_tax(const Plan& plan) {
  return std::any_of(plan.matches.begin(), plan.matches.end(), [](const auto& match) {
    return match.value.counts.has(Kind::after_tax) && !match.value.formulas.empty();
  });
}

}  // namespace rothcheck::checker
