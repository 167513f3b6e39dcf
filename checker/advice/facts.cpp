// What the strategies need of the facts given.
#include "checker/advice/facts.hpp"

#include <fmt/format.h>

#include "checker/findings.hpp"

namespace rothcheck::checker {

void say_missing(std::string_view name, std::string_view what, Findings& findings) {
  findings.push_back({&finding::fact_missing, fmt::format("{} needs {}", what, name)});
  findings.back().notes.push_back({fmt::format("give --with {}=...", name)});
}

void hold(Money part, std::string_view part_name, Money whole, std::string_view whole_name,
          Findings& findings) {
  if (part <= whole) return;
  findings.push_back(
      {&finding::facts_disagree, fmt::format("{} {} is more than {} {}", part_name, to_string(part),
                                             whole_name, to_string(whole))});
}

Money early_payment_tax(Money taxable) { return portion(10_pct, taxable, Round::nearest); }

std::optional<bool> is_early(const std::optional<Rate>& age) {
  if (!age) return std::nullopt;
  return *age < Rate{119, 2};
}

bool may_owe_minimum(const std::optional<Rate>& age, std::optional<int> year) {
  if (!age || year == 2020) return false;
  if (!year) return *age >= Rate::whole(73);
  if (*year < 2020) return *age >= Rate{141, 2};
  if (*year < 2023) return *age >= Rate::whole(72);
  if (*year < 2033) return *age >= Rate::whole(73);
  return *age >= Rate::whole(*year == 2033 ? 74 : 75);
}

Money withholding(Money taxable) { return portion(20_pct, taxable, Round::nearest); }

}  // namespace rothcheck::checker
