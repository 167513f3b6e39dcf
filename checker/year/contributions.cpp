// What gives way, and to what.
#include "checker/year/contributions.hpp"

#include "checker/law/eligible_deferred_compensation.hpp"
#include "model/worksheet.hpp"

namespace rothcheck::checker {
namespace {

/// The limit on all that is contributed: 415(c)(1), or 457(b)(2).
Money limit_on_additions(const Person& person, const Figures& law, Money employer) {
  if (law.is_457b()) return limit_457b(law, person.pay) + person.special_catch_up;
  return lesser(dollar_limit(law, person.other_plans),
                compensation_limit(person, law, employer).amount());
}

/// Employer money that the document lets stop where 415(c) is reached is not contributed beyond it:
/// nonelective money first, which comes last in a year.  READING.md R21.5
[[gnu::noinline, gnu::cold]] void stop_at_415(OtherContributions& money) {
  const Money nonelective =
      lesser(money.over, lesser(money.nonelective.stops_at_415, money.nonelective.amount));
  money.nonelective.amount -= nonelective;
  money.other.nonelective -= nonelective;
  money.over -= nonelective;
  money.stopped = nonelective;
  if (!money.matching.stops_at_415()) return;
  const Money match = lesser(money.over, money.matching.with(Money{}));
  money.matching.stop(match);
  money.over -= match;
  money.stopped += match;
}

}  // namespace

OtherContributions other_contributions(const Terms& terms, const Person& person, const Figures& law,
                                       const Deferrals& deferrals) {
  Silence silence;
  OtherContributions money{terms, person, law, deferrals};
  const Money match = money.matching.with(Money{});
  money.nonelective = nonelective_of(terms, person, law, deferrals, match, silence);
  money.other = {.deferrals = deferrals.ordinary(),
                 .nonelective = money.nonelective.amount,
                 .forfeitures = person.forfeitures,
                 .others = person.other_additions};
  money.filled = money.nonelective.fills || money.matching.fills_the_limit();
  for (const AmountTerm& addition : terms.other_additions) {
    money.other.others += addition.value(person.nonelective_pay, Round::nearest);
  }
  const Money employer = money.nonelective.amount + match;
  money.limit = limit_on_additions(person, law, employer);
  money.over = remainder(money.other.sum() + match, money.limit);
  if (money.over > Money{} && !law.is_457b()) [[unlikely]]
    stop_at_415(money);
  if (person.self_employed)
    money.over_earned_income = remainder(deferrals.all + employer, person.pay);
  return money;
}

[[gnu::noinline, gnu::cold]] void give_way(Deferrals& deferrals, const Terms& terms,
                                           const Person& person, const Figures& law) {
  const Money most = deferrals.most_with_others;
  const auto with = [&](Money ordinary, Money catch_up) {
    Deferrals found = deferrals;
    found.all = ordinary + catch_up;
    found.catch_up = catch_up;
    // What is catch-up only because it exceeds 415(c) was matched as it came in.
    found.recharacterised = catch_up - beyond_the_limit(found.all, deferrals.ordinary_limit);
    return found;
  };
  // What 415(c) cuts off goes in as catch-up, while the catch-up limit and pay last.
  const auto catch_up_beside = [&](Money ordinary) {
    return lesser(deferrals.most_catch_up, remainder(most, ordinary));
  };
  const auto beside = [&](Money ordinary, Money catch_up) {
    return other_contributions(terms, person, law, with(ordinary, catch_up));
  };
  const Money ordinary = largest_cent(deferrals.ordinary(), [&](Money amount) {
    return beside(amount, catch_up_beside(amount)).over == Money{};
  });
  // Catch-up is no more than pay less other deferrals, which employer money has lowered.
  const Money catch_up = largest_cent(catch_up_beside(ordinary), [&](Money amount) {
    return beside(ordinary, amount).over_earned_income == Money{};
  });
  deferrals = with(ordinary, catch_up);
}

Money unused_catch_up(const Deferrals& deferrals, const Person& person, const Figures& law) {
  const Money limit = catch_up_limit(person, law).amount;
  if (!law.second_year) return remainder(limit, deferrals.catch_up);
  const Money second = catch_up_of_second_year(person, law);
  return lesser(second, remainder(limit + second, deferrals.catch_up));
}

[[gnu::noinline, gnu::cold]] Money recharacterise(Deferrals& deferrals, Money over,
                                                  const Person& person, const Figures& law) {
  const Money more =
      recharacterised(over, unused_catch_up(deferrals, person, law), deferrals.ordinary());
  deferrals.catch_up += more;
  deferrals.recharacterised = more;
  return more;
}

}  // namespace rothcheck::checker
