// The facts of strategy_facts.def, and the one reader of each type.
#include "model/strategy_facts.hpp"

#include <algorithm>

#include "model/fact_readers.hpp"

namespace rothcheck {
namespace {

/// The whole number that `text` is, between two others.
std::optional<int> whole_number(std::string_view text, int least, int most) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return least <= value && value <= most ? std::optional{value} : std::nullopt;
}

struct AgeReader {
  static constexpr std::string_view expects = "an age in whole years, at most 120";
  static std::optional<int> read(std::string_view text) { return whole_number(text, 0, 120); }
};
struct YearsReader {
  static constexpr std::string_view expects = "an age such as 40 or 59.5, at most 120";
  static std::optional<Rate> read(std::string_view text) {
    const std::optional<Rate> years = Rate::parse_number(text);
    return years && *years >= Rate{} && *years <= Rate::whole(120) ? years : std::nullopt;
  }
};
// Roth IRAs began in 1998.  §408A, Taxpayer Relief Act of 1997 §302
struct CalendarYearReader {
  static constexpr std::string_view expects = "a year from 1998 on";
  static std::optional<int> read(std::string_view text) { return whole_number(text, 1998, 2199); }
};
// Ten years of doubling are still far from the largest amount.
struct MonthsReader {
  static constexpr std::string_view expects = "a number of months from 1 to 120";
  static std::optional<int> read(std::string_view text) { return whole_number(text, 1, 120); }
};

struct FilingStatusReader {
  static constexpr std::string_view expects = "single, head-of-household, joint or separate";
  static std::optional<FilingStatus> read(std::string_view text) {
    Participant person;
    if (set_field(person, Field::filing_status, text)) return std::nullopt;
    return person.filing_status;
  }
};

struct PaidToReader {
  static constexpr std::string_view expects = "in-plan-roth, roth-ira or person";
  static std::optional<PaidTo> read(std::string_view text) {
    for (const PaidTo to : {PaidTo::in_plan_roth, PaidTo::roth_ira, PaidTo::person}) {
      if (text == to_string(to)) return to;
    }
    return std::nullopt;
  }
};

std::optional<Destination> destination_named(std::string_view name) {
  for (const DestinationRow& row : destinations) {
    if (row.name == name) return row.destination;
  }
  return std::nullopt;
}

struct DestinationsReader {
  static constexpr std::string_view expects =
      "traditional, plan, roth-ira, roth-plan, sixty-day-traditional or sixty-day-roth, with "
      "commas";
  static std::optional<Destinations> read(std::string_view text) {
    Destinations list;
    while (true) {
      const std::size_t comma = std::min(text.find(','), text.size());
      const std::optional<Destination> one = destination_named(text.substr(0, comma));
      // What is left for cash is never a choice.
      if (!one || *one == Destination::cash) return std::nullopt;
      list.push_back(*one);
      if (comma == text.size()) return list;
      text.remove_prefix(comma + 1);
    }
  }
};

}  // namespace

std::string_view to_string(PaidTo to) {
  switch (to) {
    case PaidTo::in_plan_roth:
      return "in-plan-roth";
    case PaidTo::roth_ira:
      return "roth-ira";
    case PaidTo::person:
      return "person";
  }
  return "";
}

#define ROW(name, type, meaning) {#name, type##Reader::expects, meaning},
#define SET(name, type, meaning) \
  if (known == #name) return read_fact<type##Reader>(facts.name, text);
#define NOTHING(name, type, meaning)

#define CONVERSION_FACT ROW
#define SPLIT_FACT NOTHING
#define BACKDOOR_FACT NOTHING
const std::vector<FactRow>& fact_rows(const ConversionFacts&) {
  static const std::vector<FactRow> rows = {
#include "model/strategy_facts.def"
  };
  return rows;
}
#undef CONVERSION_FACT
#define CONVERSION_FACT SET
std::optional<std::string> set_fact(ConversionFacts& facts, std::string_view name,
                                    std::string_view text) {
  const std::string known = normalised(name);
#include "model/strategy_facts.def"
  return unknown_fact(known, fact_rows(facts));
}
#undef CONVERSION_FACT
#undef SPLIT_FACT

#define CONVERSION_FACT NOTHING
#define SPLIT_FACT ROW
const std::vector<FactRow>& fact_rows(const SplitFacts&) {
  static const std::vector<FactRow> rows = {
#include "model/strategy_facts.def"
  };
  return rows;
}
#undef SPLIT_FACT
#define SPLIT_FACT SET
std::optional<std::string> set_fact(SplitFacts& facts, std::string_view name,
                                    std::string_view text) {
  const std::string known = normalised(name);
#include "model/strategy_facts.def"
  return unknown_fact(known, fact_rows(facts));
}
#undef SPLIT_FACT
#undef BACKDOOR_FACT

#define SPLIT_FACT NOTHING
#define BACKDOOR_FACT ROW
const std::vector<FactRow>& fact_rows(const BackdoorFacts&) {
  static const std::vector<FactRow> rows = {
#include "model/strategy_facts.def"
  };
  return rows;
}
#undef BACKDOOR_FACT
#define BACKDOOR_FACT SET
std::optional<std::string> set_fact(BackdoorFacts& facts, std::string_view name,
                                    std::string_view text) {
  const std::string known = normalised(name);
#include "model/strategy_facts.def"
  return unknown_fact(known, fact_rows(facts));
}

}  // namespace rothcheck
