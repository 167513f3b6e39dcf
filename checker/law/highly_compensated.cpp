// READING.md R6.6.
#include "checker/law/highly_compensated.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "checker/law/ages.hpp"

namespace rothcheck::checker {
namespace {

/// More than 5%: exactly 5% is not. Whoever runs a business alone owns all of it.  IRC
/// 416(i)(1)(B)(i)
bool is_owner(const Participant& person) {
  if (person.business == Business::sole_proprietor) return true;
  return person.ownership_pct && *person.ownership_pct > 5_pct;
}

/// Left out when the top-paid fifth is counted: under 21, or under six months of service.  IRC
/// 414(q)(5)
bool excluded_from_count(const Participant& person, const Figures& law) {
  const Date end = law.plan_year.last;
  const std::optional<int> age =
      person.birth_date ? std::optional{age_on(*person.birth_date, end)} : person.age;
  if (age && *age < statutory_age::minimum_age) return true;
  return person.hire_date && after(*person.hire_date, {.months = 6}) > day_after(end);
}

}  // namespace

HceStatus hce_status(const Participant& person, const Figures& law) {
  HceStatus status;
  if (person.hce) {
    status.highly_compensated = *person.hce;
    return status;
  }
  if (person.family_group) status.assumptions.add(Assumption::family_credited);
  if (is_owner(person)) {
    status.highly_compensated = true;
    return status;
  }
  if (!person.ownership_pct) status.assumptions.add(Assumption::not_an_owner);
  if (person.prior_year_pay) {
    if (!law.hce_pay) {
      status.question = QuestionKind::hce_figure;
      return status;
    }
    // "In excess of": pay of exactly the figure is not highly compensated.
    status.highly_compensated = *person.prior_year_pay > law.hce_pay->amount;
    return status;
  }
  if (person.hire_date && *person.hire_date >= law.plan_year.first) {
    status.highly_compensated = false;
    status.assumptions.add(Assumption::hired_this_year);
    return status;
  }
  status.question = QuestionKind::hce_status;
  return status;
}

void credit_families(std::vector<Participant>& census) {
  std::map<std::string_view, Rate> shares;
  for (const Participant& person : census) {
    if (person.family_group && person.ownership_pct) {
      Rate& share = shares[*person.family_group];
      share = std::min(100_pct, share + *person.ownership_pct);
    }
  }
  for (Participant& person : census) {
    if (!person.family_group) continue;
    const auto share = shares.find(*person.family_group);
    if (share != shares.end()) person.ownership_pct = share->second;
  }
}

void apply_top_paid_group(std::vector<Participant>& census, const Figures& law) {
  const auto counted = std::count_if(census.begin(), census.end(), [&](const Participant& person) {
    return !excluded_from_count(person, law);
  });
  std::vector<std::size_t> by_pay(census.size());
  std::iota(by_pay.begin(), by_pay.end(), std::size_t{0});
  const auto pay = [&](std::size_t row) { return census[row].prior_year_pay.value_or(Money{}); };
  std::sort(by_pay.begin(), by_pay.end(), [&](std::size_t a, std::size_t b) {
    return pay(a) != pay(b) ? pay(a) > pay(b) : census[a].id < census[b].id;
  });
  // 20% of the employees counted. Whether a part of a person counts is not settled in what was
  // read; counting it takes in more people, never fewer. Q&A-9(b)
  const auto group = static_cast<std::size_t>((counted + 4) / 5);
  for (std::size_t rank = group; rank < by_pay.size(); ++rank) {
    Participant& person = census[by_pay[rank]];
    if (!person.hce && person.prior_year_pay && !is_owner(person)) person.hce = false;
  }
}

}  // namespace rothcheck::checker
