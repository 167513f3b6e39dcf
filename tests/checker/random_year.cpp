// Generators, the texts they write, and the little arithmetic that tests share.
#include "tests/checker/random_year.hpp"

#include <algorithm>
#include <cstdlib>

#include "tests/checker/asked.hpp"

namespace rothcheck::checker {
namespace {

// The same cases in every run; RC_PARAMS="seed=..." tries others.
[[maybe_unused]] const int steady = setenv("RC_PARAMS", "seed=2026 max_success=400", 0);

template <class T>
T pick(std::initializer_list<T> values) {
  return *rc::gen::elementOf(std::vector<T>{values});
}
/// Over the whole range from the first case on.
int number(int least, int most) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(least, most + 1));
}
/// True once in `n`.
bool once_in(int n) { return number(1, n) == 1; }

RandomAmount random_amount() {
  RandomAmount amount;
  amount.of = pick({RandomAmount::Of::pay, RandomAmount::Of::pay, RandomAmount::Of::dollars,
                    RandomAmount::Of::deferral_limit});
  switch (amount.of) {
    case RandomAmount::Of::pay:
      amount.count = pick({number(0, 10000), number(0, 100) * 100});
      break;
    case RandomAmount::Of::dollars:
      amount.count = number(0, 8'000'000);
      break;
    case RandomAmount::Of::deferral_limit:
      amount.count = number(1, 10000);
      break;
  }
  return amount;
}

RandomLimit random_limit() {
  RandomLimit limit;
  limit.amount = random_amount();
  limit.deferrals = once_in(2);
  limit.after_tax = !limit.deferrals || !once_in(3);
  limit.catch_up = limit.deferrals && once_in(6);
  using For = RandomLimit::For;
  limit.whom =
      pick({For::everybody, For::everybody, For::hce, For::fifty, For::pilots, For::long_service});
  return limit;
}

std::string percent_text(std::int64_t hundredths) {
  std::string part = std::to_string(hundredths % 100);
  if (part.size() == 1) part = "0" + part;
  return std::to_string(hundredths / 100) + "." + part + "%";
}

/// ` on KINDS for GROUP` of a limit.
std::string covers(const RandomLimit& limit) {
  std::string kinds;
  const auto add = [&](bool is, std::string_view name) {
    if (is) kinds += (kinds.empty() ? " on " : ", ") + std::string{name};
  };
  add(limit.deferrals, "pre-tax, roth");
  add(limit.after_tax, "after-tax");
  add(limit.catch_up, "catch-up");
  using For = RandomLimit::For;
  if (limit.whom == For::hce) kinds += " for hce";
  if (limit.whom == For::fifty) kinds += " for age >= 50";
  if (limit.whom == For::pilots) kinds += " for class \"pilots\"";
  if (limit.whom == For::long_service) kinds += " for service >= 5 years";
  return kinds;
}

std::optional<std::string> random_election(Cents deferral_limit) {
  switch (number(0, 4)) {
    case 0:
      return std::nullopt;
    case 1:
      return std::to_string(number(0, 60)) + "%";
    case 2:
      return to_plain_string(Money::cents(*around(deferral_limit)));
    default:
      return to_plain_string(Money::cents(number(0, 3'300'000)));
  }
}

}  // namespace

std::string dollars(Cents amount) { return "$" + to_plain_string(Money::cents(amount)); }

std::string RandomAmount::text() const {
  switch (of) {
    case Of::pay:
      return percent_text(count) + " of pay";
    case Of::dollars:
      return dollars(count);
    case Of::deferral_limit:
      return percent_text(count) + " of the 402(g) limit";
  }
  return "";
}

std::string RandomLimit::text() const { return "limit " + amount.text() + covers(*this); }
std::string RandomLimit::unknown_text() const { return "limit unknown" + covers(*this); }

std::string RandomPlan::text() const {
  std::string body = "  contributions {\n    pre-tax allowed; after-tax allowed\n";
  const auto answer = [](bool silent, bool yes) {
    return silent ? "not stated\n" : yes ? "allowed\n" : "not allowed\n";
  };
  body += std::string{"    roth "} + answer(roth_silent, roth);
  body += std::string{"    catch-up "} + answer(catch_up_silent, catch_up);
  if (higher == Higher::allowed) body += "    catch-up-60-63 allowed\n";
  if (higher == Higher::barred) body += "    catch-up-60-63 not allowed\n";
  if (only_after_402g) body += "    after-tax only after 402(g)\n";
  for (const RandomLimit& limit : limits)
    body += "    " + (limits_unknown ? limit.unknown_text() : limit.text()) + "\n";
  body += "  }\n";
  if (!tiers.empty()) {
    body += "  match {\n    counts pre-tax, roth";
    if (match_counts_catch_up) body += ", catch-up";
    if (match_counts_after_tax) body += ", after-tax";
    body += "\n";
    if (match_unknown) body += "    formula unknown\n";
    for (std::size_t i = 0; i < tiers.size() && !match_unknown; ++i) {
      body += "    " + std::to_string(tiers[i].rate) + "% of ";
      if (tiers[i].width == 0) {
        body += "all\n";
      } else {
        body += std::string{i == 0 ? "the first " : "the next "} + std::to_string(tiers[i].width) +
                "% of pay\n";
      }
    }
    if (match_limit) body += "    limit " + dollars(*match_limit) + "\n";
    body += "    each year\n  }\n";
  }
  if (nonelective) {
    body += "  nonelective { ";
    if (discretion == Discretion::none) body += nonelective->text();
    if (discretion == Discretion::up_to) body += "discretionary up to " + nonelective->text();
    if (discretion == Discretion::open) body += "discretionary";
    body += " }\n";
  }
  if (other_addition)
    body += "  other-additions { " + other_addition->text() + " \"pension contributions\" }\n";
  return plan_with(body, solo ? "solo 401(k)" : "401(k)");
}

std::string RandomPerson::words() const {
  std::string all;
  if (!age_missing) all += " age=" + std::to_string(age);
  if (!service_missing) all += " service_years=" + std::to_string(service);
  if (!hce_missing) all += std::string{" hce="} + (hce ? "yes" : "no");
  if (!class_missing) all += std::string{" class="} + (pilot ? "pilots" : "others");
  const auto tell = [&](std::string_view name, Cents amount) {
    all += " " + std::string{name} + "=" + to_plain_string(Money::cents(amount));
  };
  const auto add = [&](std::string_view name, Cents amount) {
    if (amount != 0) tell(name, amount);
  };
  if (self_employed) all += " business=sole-proprietor";
  if (self_employed) tell("wages_elsewhere", wages_elsewhere);
  if (self_employed && !pay_missing) tell("net_profit", net_profit);
  if (!self_employed && !pay_missing) tell("pay", pay);
  if (pre_tax) all += " pre_tax=" + *pre_tax;
  if (roth) all += " roth=" + *roth;
  if (match) tell("match", *match);
  if (nonelective) tell("nonelective", *nonelective);
  add("forfeitures", forfeitures);
  add("other_additions", other_additions);
  add("deferrals_elsewhere", elsewhere);
  if (elsewhere != 0) tell("excess_returned", excess_returned);
  add("additions_aggregated", aggregated);
  add("after_tax_ytd", so_far);
  if (!fica_wages_missing) tell("prior_year_fica_wages", fica_wages);
  return all;
}

rc::Gen<Cents> around(Cents figure) {
  return rc::gen::exec([figure] {
    switch (number(0, 5)) {
      case 0:
        return figure;
      case 1:
        return std::max<Cents>(0, figure - 1);
      case 2:
        return figure + 1;
      case 3:
        return Cents{0};
      default:
        return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<Cents>(0, 2 * figure + 1));
    }
  });
}

rc::Gen<RandomPlan> random_plan() {
  return rc::gen::exec([] {
    RandomPlan plan;
    plan.year = number(2014, 2026);
    plan.roth = !once_in(6);
    plan.catch_up = !once_in(5);
    plan.higher =
        pick({RandomPlan::Higher::silent, RandomPlan::Higher::allowed, RandomPlan::Higher::barred});
    plan.only_after_402g = once_in(10);
    const int limits = number(0, 3);
    for (int i = 0; i < limits; ++i) plan.limits.push_back(random_limit());
    const int tiers = number(0, 3);
    for (int i = 0; i < tiers; ++i) plan.tiers.push_back({number(1, 200), number(1, 10)});
    if (tiers == 1 && once_in(3)) plan.tiers[0] = {number(1, 100), 0};
    plan.match_counts_after_tax = once_in(3);
    plan.match_counts_catch_up = once_in(4);
    if (once_in(4)) plan.match_limit = number(0, 2'000'000);
    if (once_in(2)) {
      plan.nonelective = RandomAmount{RandomAmount::Of::pay, number(0, 2000)};
      if (once_in(3))
        plan.nonelective = RandomAmount{RandomAmount::Of::dollars, number(0, 900'000)};
    }
    if (once_in(8)) plan.other_addition = RandomAmount{RandomAmount::Of::pay, number(0, 1000)};
    return plan;
  });
}

rc::Gen<RandomPerson> random_person(const RandomPlan& plan) {
  return rc::gen::exec([plan] {
    const Law law = law_of(plan.year);
    RandomPerson person;
    person.age = pick({number(18, 75), 49, 50, 59, 60, 63, 64});
    person.hce = once_in(2);
    person.pilot = once_in(2);
    person.service = number(0, 9);
    person.pay = pick({*around(law.additions), *around(law.pay), Cents{number(0, 40'000'000)},
                       Cents{number(0, 3'000'000)}});
    if (plan.solo && once_in(2)) {
      person.self_employed = true;
      person.net_profit =
          pick({Cents{number(0, 40'000'000)}, Cents{number(0, 5'000'000)}, *around(law.wage_base)});
      person.wages_elsewhere = once_in(2) ? Cents{0} : *around(law.wage_base);
    }
    person.pre_tax = random_election(law.deferrals);
    if (plan.roth) person.roth = random_election(law.deferrals);
    if (once_in(4)) person.match = number(0, 4'000'000);
    if (once_in(4)) person.nonelective = number(0, 4'000'000);
    if (once_in(4)) person.forfeitures = number(0, 500'000);
    if (once_in(4)) person.other_additions = number(0, 1'000'000);
    if (once_in(4)) person.elsewhere = *around(law.deferrals);
    if (once_in(2)) person.excess_returned = pick({all_of_it, Cents{number(0, 2'500'000)}});
    if (once_in(4)) person.aggregated = number(0, 3'000'000);
    if (once_in(4)) person.so_far = number(0, 3'000'000);
    person.fica_wages = *around(15'000'000);
    return person;
  });
}

Law law_of(int year) {
  const auto cents = [year](LimitKey key) { return figure(key, year).in_cents(); };
  const Cents catch_up = cents(LimitKey::catch_up_age_50);
  return {cents(LimitKey::elective_deferral_402g),
          catch_up,
          year >= 2025 ? cents(LimitKey::catch_up_age_60_63) : catch_up,
          cents(LimitKey::annual_additions_415c),
          cents(LimitKey::compensation_401a17),
          cents(LimitKey::social_security_wage_base)};
}

Cents catch_up_of(const RandomPlan& plan, const RandomPerson& person) {
  const Law law = law_of(plan.year);
  if (person.age < 50 || !plan.catch_up) return 0;
  if (plan.year >= 2026 && person.fica_wages > 15'000'000 && !plan.roth) return 0;
  const bool higher =
      person.age >= 60 && person.age <= 63 && plan.higher != RandomPlan::Higher::barred;
  return higher ? law.catch_up_60 : law.catch_up;
}

Cents catch_up_by_age(const RandomPlan& plan, const RandomPerson& person) {
  const Law law = law_of(plan.year);
  if (person.age < 50) return 0;
  return person.age >= 60 && person.age <= 63 ? law.catch_up_60 : law.catch_up;
}

bool applies(const RandomLimit& limit, const RandomPerson& person) {
  switch (limit.whom) {
    case RandomLimit::For::everybody:
      return true;
    case RandomLimit::For::hce:
      return person.hce;
    case RandomLimit::For::fifty:
      return person.age >= 50;
    case RandomLimit::For::pilots:
      return person.pilot;
    case RandomLimit::For::long_service:
      return person.service >= 5;
  }
  return true;
}

Cents value_of(const RandomAmount& amount, Cents pay, int year) {
  const Law law = law_of(year);
  switch (amount.of) {
    case RandomAmount::Of::pay:
      return std::min(pay, law.pay) * amount.count / 10'000;
    case RandomAmount::Of::dollars:
      return amount.count;
    case RandomAmount::Of::deferral_limit:
      return law.deferrals * amount.count / 10'000;
  }
  return 0;
}

Cents earned_income(Cents net_profit, Cents wages, int year) {
  const Law law = law_of(year);
  const auto nearest = [](Cents value, Cents per) { return (2 * value + per) / (2 * per); };
  const Cents net_earnings = nearest(net_profit * 9235, 10'000);
  if (net_profit * 9235 < Cents{40'000} * 10'000) return net_profit;
  const Cents taxed = std::min(net_earnings, std::max<Cents>(0, law.wage_base - wages));
  const Cents tax = nearest(taxed * 124 + net_earnings * 29, 1000);
  return net_profit - nearest(tax, 2);
}

}  // namespace rothcheck::checker
