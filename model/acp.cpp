// Averages and words of the ACP test.
#include "model/acp.hpp"

namespace rothcheck {

Hundredths AcpGroup::average() const {
  // Each ratio is rounded first, then their average, to the nearest hundredth.  Treas.
  // Reg. 1.401(m)-2(a)(2), (3)
  return {count == 0 ? 0 : divide(ratio_sum, count, Round::nearest)};
}

std::string percent(Hundredths value) { return to_plain_string(Money::cents(value.count)) + "%"; }

std::optional<Hundredths> hundredths_named(const std::string& text) {
  const std::optional<Money> number =
      Money::parse(text.ends_with('%') ? text.substr(0, text.size() - 1) : text);
  if (!number || *number < Money{} || *number > 100_usd) return std::nullopt;
  return Hundredths{number->in_cents()};
}

std::string to_string(const MatchLeftOut& rule) {
  if (rule.all) return "all";
  return rule.nothing() ? "nothing" : to_percent_string(rule.up_to);
}

std::optional<MatchLeftOut> match_left_out_named(std::string_view word) {
  for (const MatchLeftOut& rule : {MatchLeftOut{}, MatchLeftOut{.all = true, .up_to = {}},
                                   MatchLeftOut{.all = false, .up_to = 4_pct},
                                   MatchLeftOut{.all = false, .up_to = Rate{35, 1000}}}) {
    if (to_string(rule) == word) return rule;
  }
  return std::nullopt;
}

}  // namespace rothcheck
