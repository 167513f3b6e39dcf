// What is known of a conversion, a split distribution or an IRA backdoor before it is worked out.
// Every fact may be missing.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/facts.hpp"
#include "model/money.hpp"
#include "model/participant.hpp"

namespace rothcheck {

/// Whom the plan pays when after-tax money leaves the after-tax account.
enum class PaidTo : std::uint8_t { in_plan_roth, roth_ira, person };
template <>
inline constexpr auto words<PaidTo> = words_are({"in-plan-roth", "roth-ira", "person"});

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
using ExactAge = Rate;  // in years
using CalendarYear = int;
using Months = int;  // 1 to 120

struct ConversionFacts {
#define FACT(name, type, meaning) std::optional<type> name;
#include "model/conversion_facts.def"
#undef FACT
};
struct SplitFacts {
#define FACT(name, type, meaning) std::optional<type> name;
#include "model/split_facts.def"
#undef FACT
};
struct BackdoorFacts {
#define FACT(name, type, meaning) std::optional<type> name;
#include "model/backdoor_facts.def"
#undef FACT
};

/// The tables, for `set_fact`.
const std::vector<Fact<ConversionFacts>>& fact_rows(const ConversionFacts&);
const std::vector<Fact<SplitFacts>>& fact_rows(const SplitFacts&);
const std::vector<Fact<BackdoorFacts>>& fact_rows(const BackdoorFacts&);

}  // namespace rothcheck
