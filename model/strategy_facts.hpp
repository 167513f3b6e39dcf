// What is known of a conversion, a split distribution or an IRA backdoor before it is worked out.
// Every fact may be missing.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/fact_readers.hpp"
#include "model/money.hpp"
#include "model/participant.hpp"

namespace rothcheck {

/// Whom the plan pays when after-tax money leaves the after-tax account.
enum class PaidTo : std::uint8_t { in_plan_roth, roth_ira, person };
/// `in-plan-roth`.
std::string_view to_string(PaidTo);

/// Where a part of a distribution goes, in the order in which pre-tax money is assigned.
enum class Destination : std::uint8_t {
  traditional,
  plan,
  roth_ira,
  roth_plan,
  sixty_day_traditional,
  sixty_day_roth,
  cash
};
/// Pre-tax money goes to direct rollovers first, then to 60-day rollovers, then to cash.
enum class Stage : std::uint8_t { direct, sixty_day, cash };

struct DestinationRow {
  Destination destination;
  std::string_view name;   // "roth-ira"
  std::string_view label;  // "direct rollover to a Roth IRA"
  Stage stage;
  bool taxes_pretax;     // pre-tax money that goes there is income of the year
  bool traditional_ira;  // it joins the IRAs that Form 8606 pools
};
inline constexpr std::array<DestinationRow, 7> destinations{{
    {Destination::traditional, "traditional", "direct rollover to a traditional IRA", Stage::direct,
     false, true},
    {Destination::plan, "plan", "direct rollover to an employer's plan", Stage::direct, false,
     false},
    {Destination::roth_ira, "roth-ira", "direct rollover to a Roth IRA", Stage::direct, true,
     false},
    {Destination::roth_plan, "roth-plan", "in-plan Roth rollover", Stage::direct, true, false},
    {Destination::sixty_day_traditional, "sixty-day-traditional",
     "60-day rollover to a traditional IRA", Stage::sixty_day, false, true},
    {Destination::sixty_day_roth, "sixty-day-roth", "60-day rollover to a Roth IRA",
     Stage::sixty_day, true, false},
    {Destination::cash, "cash", "cash", Stage::cash, true, false},
}};
constexpr const DestinationRow& row_of(Destination destination) {
  return destinations[static_cast<std::size_t>(destination)];
}

using Destinations = std::vector<Destination>;
using CalendarYear = int;
using Months = int;  // 1 to 120

struct ConversionFacts {
#define CONVERSION_FACT(name, type, meaning) std::optional<type> name;
#define SPLIT_FACT(name, type, meaning)
#define BACKDOOR_FACT(name, type, meaning)
#include "model/strategy_facts.def"
#undef CONVERSION_FACT
#undef SPLIT_FACT
#undef BACKDOOR_FACT
};
struct SplitFacts {
#define CONVERSION_FACT(name, type, meaning)
#define SPLIT_FACT(name, type, meaning) std::optional<type> name;
#define BACKDOOR_FACT(name, type, meaning)
#include "model/strategy_facts.def"
#undef CONVERSION_FACT
#undef SPLIT_FACT
#undef BACKDOOR_FACT
};
struct BackdoorFacts {
#define CONVERSION_FACT(name, type, meaning)
#define SPLIT_FACT(name, type, meaning)
#define BACKDOOR_FACT(name, type, meaning) std::optional<type> name;
#include "model/strategy_facts.def"
#undef CONVERSION_FACT
#undef SPLIT_FACT
#undef BACKDOOR_FACT
};

/// The rows of strategy_facts.def for one strategy, in order.
const std::vector<FactRow>& fact_rows(const ConversionFacts&);
const std::vector<FactRow>& fact_rows(const SplitFacts&);
const std::vector<FactRow>& fact_rows(const BackdoorFacts&);

/// Reads `text` into the fact of that name (`_` and `-` are the same). Returns what was wrong, or
/// nothing when it was taken. Amounts must not be negative; a percent has its sign, so that 0.35 is
/// never taken for 35%.
std::optional<std::string> set_fact(ConversionFacts&, std::string_view name, std::string_view text);
std::optional<std::string> set_fact(SplitFacts&, std::string_view name, std::string_view text);
std::optional<std::string> set_fact(BackdoorFacts&, std::string_view name, std::string_view text);

}  // namespace rothcheck
