// The table of election_facts.def, and the readers of its own types.
#include "model/election_facts.hpp"

#include <algorithm>
#include <array>

namespace rothcheck {
namespace {

using PayScheduleReader = WordReader<PaySchedule>;
using GrainReader = WordReader<Grain>;
using StyleReader = WordReader<Style>;
using PayHolidaysReader = WordReader<PayHolidays>;

/// Calls `visit` with each part of a list with commas until one is refused.
template <class Visit>
bool each_part(std::string_view text, Visit visit) {
  while (true) {
    const std::size_t comma = text.find(',');
    if (!visit(text.substr(0, comma))) return false;
    if (comma == text.npos) return true;
    text = text.substr(comma + 1);
  }
}

struct PayDaysReader {
  static constexpr std::string_view expects = "one or two days of the month, such as 15,last";
  static std::optional<PayDays> read(std::string_view text) {
    PayDays days;
    const bool read = each_part(text, [&days](std::string_view part) {
      if (part == "last") {
        days.push_back(last_day);
        return true;
      }
      const std::optional<int> day = whole_number(part, 1, 31);
      if (day) days.push_back(static_cast<unsigned>(*day));
      return day.has_value();
    });
    std::sort(days.begin(), days.end());
    const bool twice = std::adjacent_find(days.begin(), days.end()) != days.end();
    return read && !twice && days.size() <= 2 ? std::optional{days} : std::nullopt;
  }
};

struct DatedAmountsReader {
  static constexpr std::string_view expects =
      "dates and amounts such as 2026-03-13:20000, with commas between them";
  static std::optional<DatedAmounts> read(std::string_view text) {
    DatedAmounts list;
    const bool read = each_part(text, [&list](std::string_view part) {
      const std::size_t colon = std::min(part.find(':'), part.size());
      const std::optional<Date> on = parse_date(part.substr(0, colon));
      const std::optional<Money> amount =
          colon == part.size() ? std::nullopt : MoneyReader::read(part.substr(colon + 1));
      if (!on || !amount) return false;
      const auto later = [](Date day, const DatedAmount& other) { return day < other.on; };
      list.insert(std::upper_bound(list.begin(), list.end(), *on, later), {*on, *amount});
      return true;
    });
    return read ? std::optional{list} : std::nullopt;
  }
};

struct ElectedReader {
  static constexpr std::string_view expects =
      "a percent such as 10%, or an amount of each paycheck such as 500";
  static std::optional<Elected> read(std::string_view text) {
    if (const std::optional<Rate> rate = ShareReader::read(text)) return Elected{*rate};
    if (const std::optional<Money> amount = MoneyReader::read(text)) return Elected{*amount};
    return std::nullopt;
  }
};

}  // namespace

std::string to_string(const Elected& elected) {
  if (const auto* amount = std::get_if<Money>(&elected.value)) return to_string(*amount);
  return to_percent_string(std::get<Rate>(elected.value));
}

const std::vector<Fact<ElectionFacts>>& fact_rows(const ElectionFacts&) {
  static const std::vector<Fact<ElectionFacts>> rows = {
#define FACT(name, type, meaning) \
  fact<ElectionFacts, &ElectionFacts::name, type##Reader>(#name, meaning),
#include "model/election_facts.def"
#undef FACT
  };
  return rows;
}

}  // namespace rothcheck
