// Averages and words of the ACP test.
#include "model/acp.hpp"

#include <algorithm>

namespace rothcheck {

Hundredths AcpGroup::average() const {
  // Each ratio is rounded first, then their average, to the nearest hundredth.  Treas.
  // Reg. 1.401(m)-2(a)(2), (3)
  return {count == 0 ? 0 : divide(ratio_sum, count, Round::nearest)};
}

std::string percent(Hundredths value) { return to_plain_string(Money::cents(value.count)) + "%"; }

std::optional<Hundredths> hundredths_named(std::string_view text) {
  if (text.ends_with('%')) text.remove_suffix(1);
  const std::optional<Money> number = Money::parse(text);
  if (!number || *number < Money{} || *number > 100_usd) return std::nullopt;
  return Hundredths{number->in_cents()};
}

std::optional<Hundredths> average_named(std::string_view text) {
  if (text.find(':') == text.npos) return hundredths_named(text);
  const auto trimmed = [](std::string_view part) {
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    return part;
  };
  // Each with the weight of its people, to the nearest hundredth.  Treas. Reg. 1.401(m)-2(c)(4)
  AcpGroup all;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    const std::string_view group = text.substr(at, end - at);
    at = end + 1;
    const std::size_t colon = group.find(':');
    if (colon == group.npos) return std::nullopt;
    const std::optional<Money> people = Money::parse(trimmed(group.substr(0, colon)));
    const std::optional<Hundredths> average = hundredths_named(trimmed(group.substr(colon + 1)));
    const bool whole = people && *people > Money{} && people->in_cents() % 100 == 0;
    if (!whole || !average || *people > Money::dollars(100'000'000)) return std::nullopt;
    all.count += people->in_cents() / 100;
    all.ratio_sum += people->in_cents() / 100 * average->count;
  }
  return all.average();
}

std::string_view to_string(Excludables excludables) {
  switch (excludables) {
    case Excludables::together:
      return "together";
    case Excludables::left_out:
      return "left-out";
    case Excludables::apart:
      return "apart";
  }
  return "";
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
