// The tables of facts of the strategies, and the readers of their own types.
#include "model/strategy_facts.hpp"

#include <algorithm>

namespace rothcheck {
namespace {

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
using FilingStatusReader = WordReader<FilingStatus>;
using PaidToReader = WordReader<PaidTo>;

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

const std::vector<Fact<ConversionFacts>>& fact_rows(const ConversionFacts&) {
  static const std::vector<Fact<ConversionFacts>> rows = {
#define FACT(name, type, meaning) \
  fact<ConversionFacts, &ConversionFacts::name, type##Reader>(#name, meaning),
#include "model/conversion_facts.def"
#undef FACT
  };
  return rows;
}

const std::vector<Fact<SplitFacts>>& fact_rows(const SplitFacts&) {
  static const std::vector<Fact<SplitFacts>> rows = {
#define FACT(name, type, meaning) fact<SplitFacts, &SplitFacts::name, type##Reader>(#name, meaning),
#include "model/split_facts.def"
#undef FACT
  };
  return rows;
}

const std::vector<Fact<BackdoorFacts>>& fact_rows(const BackdoorFacts&) {
  static const std::vector<Fact<BackdoorFacts>> rows = {
#define FACT(name, type, meaning) \
  fact<BackdoorFacts, &BackdoorFacts::name, type##Reader>(#name, meaning),
#include "model/backdoor_facts.def"
#undef FACT
  };
  return rows;
}

}  // namespace rothcheck
