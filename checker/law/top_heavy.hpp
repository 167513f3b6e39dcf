// 416: whether key employees have most of the accounts, and what everybody else must get then.
#pragma once

#include <optional>
#include <vector>

#include "model/acp.hpp"
#include "model/participant.hpp"

namespace rothcheck::checker {

/// 416(i)(1)(A): more than 5% of the business, or more than 1% and pay above $150,000, which is
/// not indexed. Who is an officer only the sponsor can say; `key_employee` says it.
bool is_key_employee(const Participant& person);

/// Somebody with an account, or with pay of the year.
struct TopHeavyPerson {
  bool key = false;
  std::optional<Money> account;
  Money pay;            // 415 compensation
  Money contributions;  // deferrals and employer money of the year; after-tax money is none
  Money employer;       // of them, the employer's
};

/// The accounts and the contributions of everybody.
class TopHeavyCensus {
 public:
  void add(const TopHeavyPerson& person);
  void add(TopHeavyCensus others);
  /// 416(g)(1): more than 60 percent of the accounts are key employees'; 416(c)(2): 3 percent of
  /// pay or, if less, the highest rate of a key employee.
  TopHeavy test() const;

 private:
  /// Somebody, no key employee, who has less than the largest minimum from the employer.
  struct Short {
    Money pay, employer;
  };

  bool anybody_ = false, told_ = true;
  Money of_key_, of_all_;
  Hundredths highest_;  // rate of a key employee
  std::vector<Short> short_;
};

}  // namespace rothcheck::checker
