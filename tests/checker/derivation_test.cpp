// A reader with a pencil: every line of `convert`, `split` and `backdoor` is what the lines before
// it come to.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>

#include "checker/advice/conversion.hpp"
#include "checker/advice/ira_backdoor.hpp"
#include "checker/advice/split.hpp"
#include "tests/checker/asked.hpp"
#include "tests/checker/random_year.hpp"

namespace rothcheck::checker {
namespace {

/// `amount` times a fraction, to the nearest cent; half a cent is one.
Cents times(Cents amount, Cents above, Cents below) {
  return static_cast<Cents>((Wide{amount} * above * 2 + below) / (Wide{below} * 2));
}
Cents times(Cents amount, Rate rate) { return times(amount, rate.numerator(), rate.denominator()); }
Cents share(Cents amount, Cents basis, Cents whole) {
  return basis >= whole ? amount : times(amount, basis, whole);
}

/// What a line comes to by the lines that it names.
Cents worth(const Derivation& lines, const Made& made) {
  const auto at = [&](std::size_t i) { return lines.amount(made.of.at(i)).in_cents(); };
  const auto sum_from = [&](std::size_t first) {
    Cents sum = 0;
    for (std::size_t i = first; i < made.of.size(); ++i) sum += at(i);
    return sum;
  };
  using By = Made::By;
  switch (made.by) {
    case By::fact:
      return 0;
    case By::same:
      return at(0);
    case By::sum:
      return sum_from(0);
    case By::difference:
      return std::max<Cents>(0, at(0) - at(1));
    case By::least:
      return std::min(at(0), at(1));
    case By::left:
      return std::min(at(0), at(1) - sum_from(2));
    case By::percent:
      return times(sum_from(0), made.rate);
    case By::saving:
      return at(0) - times(at(1), made.rate);
    case By::share:
      return share(at(0), at(1), at(2));
    case By::rest:
      return at(0) - share(at(0), at(1), at(2) - sum_from(3));
    case By::kept:
      return at(0) - share(sum_from(2), at(0), at(1));
    case By::phased_out: {
      const auto reduction = static_cast<Cents>(Wide{at(0)} * at(1) / at(2) / 1000 * 1000);
      return std::min(at(0), std::max<Cents>(200'00, at(0) - reduction));
    }
  }
  return 0;
}

/// The first line that does not follow from those before it, in words; empty when all do.
std::string first_mistake(const Derivation& lines) {
  int number = 0;
  for (const DerivedLine& line : lines.lines) {
    ++number;
    const bool is_given = line.made.by == Made::By::fact && line.made.words.empty();
    for (const int other : line.made.of) {
      if (other < 1 || other >= number)
        return line.label + ": rests on a line that is not before it";
    }
    if (is_given) continue;
    if (line.amount.in_cents() != worth(lines, line.made))
      return line.label + ": " + made_of(lines, line.made) + " is not " + to_string(line.amount);
    if (made_of(lines, line.made).empty()) return line.label + ": does not say how it is made";
  }
  return "";
}

Money some(Cents most) {
  const Cents amount = *rc::gen::oneOf(rc::gen::inRange<Cents>(0, most + 1),
                                       rc::gen::inRange<Cents>(0, 1'000), rc::gen::just(most));
  return Money::cents(std::min(amount, most));
}
template <class T>
std::optional<T> perhaps(T value) {
  return *rc::gen::inRange(0, 3) == 0 ? std::nullopt : std::optional{value};
}
Rate some_rate() { return Rate{*rc::gen::inRange(0, 5'000), 10'000}; }
Rate some_age() { return Rate{*rc::gen::inRange(20, 180), 2}; }

constexpr Cents million = 100'000'000;

RC_GTEST_PROP(Derivations, OfAConversionReAdd, ()) {
  ConversionFacts facts;
  const Money balance = some(million);
  const bool from_roth = *rc::gen::inRange(0, 3) == 0;
  (from_roth ? facts.roth_balance : facts.after_tax_balance) = balance;
  (from_roth ? facts.roth_basis : facts.after_tax_basis) = some(million);
  facts.amount = some(balance.in_cents());
  facts.to = *rc::gen::element(PaidTo::roth_ira, PaidTo::person,
                               from_roth ? PaidTo::roth_ira : PaidTo::in_plan_roth);
  facts.age = from_roth ? some_age() : perhaps(some_age());
  facts.first_roth_year = from_roth ? 2020 : perhaps(2023);
  facts.tax_rate = perhaps(some_rate());
  const Outcome<Conversion> found = convert(facts, 2026);
  RC_ASSERT(found);
  RC_ASSERT(first_mistake(found.value->derivation) == "");
}

RC_GTEST_PROP(Derivations, OfASplitReAdd, ()) {
  SplitFacts facts;
  Money sum;
  for (std::optional<Money> SplitFacts::* to :
       {&SplitFacts::to_traditional, &SplitFacts::to_plan, &SplitFacts::to_roth_ira,
        &SplitFacts::to_roth_plan, &SplitFacts::sixty_day_traditional, &SplitFacts::sixty_day_roth,
        &SplitFacts::cash}) {
    facts.*to = perhaps(some(million));
    sum += (facts.*to).value_or(Money{});
  }
  if (!facts.cash) facts.cash = Money{};
  facts.pretax = some(sum.in_cents());
  facts.after_tax = sum - *facts.pretax;
  facts.age = perhaps(some_age());
  if (*rc::gen::arbitrary<bool>()) facts.pretax_first = Destinations{Destination::roth_ira};
  const Outcome<Split> found = split(facts);
  RC_ASSERT(found);
  RC_ASSERT(first_mistake(found.value->derivation) == "");
}

RC_GTEST_PROP(Derivations, OfABackdoorReAdd, ()) {
  BackdoorFacts facts;
  facts.filing_status = *rc::gen::element(FilingStatus::single, FilingStatus::joint,
                                          FilingStatus::separate, FilingStatus::head_of_household);
  facts.magi = Money::cents(*rc::gen::inRange<Cents>(0, 30'000'000));
  facts.age = *rc::gen::inRange(20, 80);
  facts.compensation = perhaps(some(2'000'000));
  facts.ira_contribution = perhaps(some(1'000'000));
  if (*rc::gen::inRange(0, 4) != 0) {
    facts.ira_balance = some(million);
    facts.ira_basis = some(million / 4);
    facts.amount = some(million);
    facts.distributions = perhaps(some(million));
    facts.outstanding_rollovers = perhaps(some(million));
    const Money pool = *facts.ira_balance + *facts.amount + facts.distributions.value_or(Money{}) +
                       facts.outstanding_rollovers.value_or(Money{});
    const Money pretax = lesser(remainder(pool, *facts.ira_basis), *facts.ira_balance);
    facts.reverse_rollover = perhaps(some(pretax.in_cents()));
  }
  facts.tax_rate = perhaps(some_rate());
  const Outcome<IraBackdoor> found = ira_backdoor(facts, *limits().find(2026));
  RC_ASSERT(found);
  RC_ASSERT(first_mistake(found.value->derivation) == "");
}

}  // namespace
}  // namespace rothcheck::checker
