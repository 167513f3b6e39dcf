// Random people, any fact of whom may be missing, near the amounts at which the law changes.
#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

#include "model/participant.hpp"

namespace rothcheck::bench {

class RandomPeople {
 public:
  explicit RandomPeople(std::uint64_t seed, int year, std::string_view employee_class = "union")
      : random_{seed}, year_{year}, class_{employee_class} {}

  Participant next() {
    Participant person;
    person.id = "p" + std::to_string(++count_);
    // Most people are known well; of every fourth nearly nothing is told.
    known_ = below(4) == 0 ? 40 : 92;
    if (told()) person.birth_date = day(year_ - 75, year_ - 18);
    if (!person.birth_date && told()) person.age = 18 + static_cast<int>(below(58));
    if (told()) person.hire_date = day(year_ - 40, year_ + 1);
    if (!person.hire_date && told()) person.service_years = Rate{below(400), 10};
    if (below(15) == 0) person.termination_date = day(year_ - 1, year_ + 1);
    if (below(3) == 0) person.employee_class = below(2) == 0 ? class_ : "salaried";
    if (below(20) == 0) person.employee_class = class_ + "; salaried";
    if (told()) person.pay = amount(450'000);
    if (below(3) == 0) person.base_pay = amount(300'000);
    if (below(4) == 0) person.bonus = amount(100'000);
    if (below(8) == 0) person.overtime = amount(40'000);
    if (told()) person.prior_year_pay = amount(200'000);
    if (told()) person.ownership_pct = below(20) == 0 ? Rate{below(1000), 10'000} : Rate{};
    if (below(12) == 0) person.hce = below(2) == 0;
    if (told()) person.prior_year_fica_wages = amount(200'000);
    if (told()) person.pre_tax = election();
    if (told()) person.roth = below(2) == 0 ? Election{Money{}} : election();
    if (below(4) == 0) person.after_tax = election();
    if (told()) person.after_tax_ytd = below(2) == 0 ? Money{} : amount(30'000);
    if (below(2) == 0) person.match = amount(20'000);
    if (below(2) == 0) person.nonelective = below(2) == 0 ? Money{} : amount(40'000);
    if (below(10) == 0) person.forfeitures = amount(2'000);
    if (below(10) == 0) person.other_additions = amount(2'000);
    if (below(10) == 0) person.student_loan_payments = amount(8'000);
    if (below(10) == 0) person.deferrals_elsewhere = amount(25'000);
    if (below(10) == 0) person.additions_aggregated = amount(30'000);
    if (below(20) == 0) person.excess_returned = amount(10'000);
    if (below(20) == 0) person.deferrals_first_year = amount(25'000);
    if (below(20) == 0) person.deferrals_second_year = amount(25'000);
    if (below(20) == 0) person.pay_aggregated = amount(100'000);
    if (below(20) == 0) person.additions_403b = amount(40'000);
    if (below(20) == 0) person.pay_403b = amount(100'000);
    if (below(10) == 0) person.deferrals_prior_years = amount(120'000);
    if (below(10) == 0) person.fifteen_year_used = amount(15'000);
    if (below(10) == 0) person.unused_457b = amount(60'000);
    if (below(10) == 0) person.participation_pay = amount(200'000);
    if (below(10) == 0) person.prior_year_fica_wages_related = amount(100'000);
    if (below(6) == 0) person.pay_periods = 12 + static_cast<int>(below(41));
    if (below(6) == 0) person.business = static_cast<Business>(below(4));
    if (below(8) == 0) person.net_profit = amount(500'000);
    if (below(12) == 0) person.wages_elsewhere = amount(200'000);
    return person;
  }

 private:
  std::int64_t below(std::int64_t count) {
    return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(count));
  }
  bool told() { return below(100) < known_; }

  Date day(int first, int last) {
    return date(first + static_cast<int>(below(last - first + 1)),
                1 + static_cast<unsigned>(below(12)), 1 + static_cast<unsigned>(below(28)));
  }

  /// Every third amount is one of the law's, or a cent beside it.
  Money amount(std::int64_t most_dollars) {
    constexpr std::array<std::int64_t, 12> edges = {0,       11'250,  23'500,  24'500,
                                                    31'000,  70'000,  72'000,  150'000,
                                                    155'000, 160'000, 350'000, 360'000};
    if (below(3) != 0) return Money::cents(below(most_dollars * 100));
    const std::int64_t edge = edges[static_cast<std::size_t>(below(edges.size()))] * 100;
    return Money::cents(edge == 0 ? below(2) : edge - 1 + below(3));
  }

  Election election() {
    if (below(4) == 0) return {Rate{below(2500), 10'000}};
    return {amount(35'000)};
  }

  std::mt19937_64 random_;
  int year_;
  std::string class_;
  std::uint64_t count_ = 0;
  std::int64_t known_ = 100;
};

}  // namespace rothcheck::bench
