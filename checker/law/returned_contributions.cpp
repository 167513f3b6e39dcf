// READING.md R13.13.
#include "checker/law/returned_contributions.hpp"

#include <algorithm>

#include "model/search.hpp"

namespace rothcheck::checker {
namespace {

class Returning {
 public:
  Returning(const ReturnablePerson& person, Money amount)
      : formula_{person.formula},
        in_cents_{person.in_cents},
        after_tax_{person.after_tax},
        match_{person.match},
        due_{amount} {}

  void take(Refunded money) {
    switch (money) {
      case Refunded::unmatched_after_tax:
        return take_unmatched();
      case Refunded::matched_after_tax:
        return take_matched();
      case Refunded::match:
        return take_match();
    }
  }
  const ReturnedMoney& returned() const { return returned_; }

 private:
  /// What loses no match.
  void take_unmatched() {
    const Money matched = smallest_cent(
        after_tax_, [&](Money kept) { return in_cents_(kept) >= in_cents_(after_tax_); });
    const Money taken = lesser(due_, after_tax_ - matched);
    after_tax_ -= taken;
    due_ -= taken;
    returned_.after_tax_unmatched += taken;
  }

  /// After-tax money with the match that it earned, the last dollar first.
  void take_matched() {
    const Money formula_now = formula_(after_tax_);
    const auto its_match = [&](Money kept) {
      return lesser(match_, remainder(formula_now, formula_(kept)));
    };
    const Money kept = smallest_cent(
        after_tax_, [&](Money left) { return after_tax_ - left + its_match(left) <= due_; });
    const Money match = its_match(kept), taken = after_tax_ - kept;
    after_tax_ = kept;
    match_ -= match;
    due_ -= taken + match;
    returned_.after_tax_matched += taken;
    returned_.match += match;
  }

  void take_match() {
    const Money taken = lesser(due_, match_);
    match_ -= taken;
    due_ -= taken;
    returned_.match += taken;
  }

  const std::function<Money(Money)>& formula_;
  const std::function<Rate(Money)>& in_cents_;
  Money after_tax_, match_, due_;
  ReturnedMoney returned_;
};

}  // namespace

ReturnedMoney returned_money(const ReturnablePerson& person, Money amount, RefundOrder order) {
  for (const Refunded money :
       {Refunded::unmatched_after_tax, Refunded::matched_after_tax, Refunded::match}) {
    if (std::find(order.begin(), order.end(), money) == order.end()) order.push_back(money);
  }
  Returning returning{person, amount};
  for (const Refunded money : order) returning.take(money);
  // A cent that no step could take whole is after-tax money.
  ReturnedMoney found = returning.returned();
  const Money left = amount - found.after_tax() - found.match;
  found.after_tax_matched += lesser(left, person.after_tax - found.after_tax());
  return found;
}

}  // namespace rothcheck::checker
