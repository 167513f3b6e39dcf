// The facts of election_facts.def, and the one reader of each type.
#include "model/election_facts.hpp"

#include <algorithm>
#include <array>

namespace rothcheck {
namespace {

/// The value of a list whose word `text` is.
template <class T, std::size_t count>
std::optional<T> named(const std::array<T, count>& values, std::string_view text) {
  for (const T value : values) {
    if (text == to_string(value)) return value;
  }
  return std::nullopt;
}

struct PayScheduleReader {
  static constexpr std::string_view expects = "weekly, biweekly, semimonthly or monthly";
  static std::optional<PaySchedule> read(std::string_view text) {
    using enum PaySchedule;
    return named(std::array{weekly, biweekly, semimonthly, monthly}, text);
  }
};

struct GrainReader {
  static constexpr std::string_view expects = "percent, tenths or dollars";
  static std::optional<Grain> read(std::string_view text) {
    using enum Grain;
    return named(std::array{percent, tenths, dollars}, text);
  }
};

struct StyleReader {
  static constexpr std::string_view expects = "even, front or late";
  static std::optional<Style> read(std::string_view text) {
    using enum Style;
    return named(std::array{even, front, late}, text);
  }
};

struct PayHolidaysReader {
  static constexpr std::string_view expects = "federal or none";
  static std::optional<PayHolidays> read(std::string_view text) {
    if (text == "federal") return PayHolidays::federal;
    if (text == "none") return PayHolidays::none;
    return std::nullopt;
  }
};

struct DateReader {
  static constexpr std::string_view expects = "a date such as 2026-01-09";
  static std::optional<Date> read(std::string_view text) { return parse_date(text); }
};

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
      unsigned day = 0;
      for (const char c : part) {
        if (c < '0' || c > '9' || day > 31) return false;
        day = day * 10 + static_cast<unsigned>(c - '0');
      }
      days.push_back(day);
      return day >= 1 && day <= 31;
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
    if (const std::optional<Rate> rate = PercentReader::read(text)) return Elected{*rate};
    if (const std::optional<Money> amount = MoneyReader::read(text)) return Elected{*amount};
    return std::nullopt;
  }
};

}  // namespace

std::string_view to_string(PaySchedule schedule) {
  switch (schedule) {
    case PaySchedule::weekly:
      return "weekly";
    case PaySchedule::biweekly:
      return "biweekly";
    case PaySchedule::semimonthly:
      return "semimonthly";
    case PaySchedule::monthly:
      return "monthly";
  }
  return "";
}

std::string_view to_string(Grain grain) {
  switch (grain) {
    case Grain::percent:
      return "percent";
    case Grain::tenths:
      return "tenths";
    case Grain::dollars:
      return "dollars";
  }
  return "";
}

std::string_view to_string(Style style) {
  switch (style) {
    case Style::even:
      return "even";
    case Style::front:
      return "front";
    case Style::late:
      return "late";
  }
  return "";
}

std::string to_string(const Elected& elected) {
  if (const auto* amount = std::get_if<Money>(&elected.value)) return to_string(*amount);
  return to_percent_string(std::get<Rate>(elected.value));
}

const std::vector<FactRow>& fact_rows(const ElectionFacts&) {
  static const std::vector<FactRow> rows = {
#define ELECTION_FACT(name, type, meaning) {#name, type##Reader::expects, meaning},
#include "model/election_facts.def"
#undef ELECTION_FACT
  };
  return rows;
}

std::optional<std::string> set_fact(ElectionFacts& facts, std::string_view name,
                                    std::string_view text) {
  const std::string known = normalised(name);
#define ELECTION_FACT(name, type, meaning) \
  if (known == #name) return read_fact<type##Reader>(facts.name, text);
#include "model/election_facts.def"
#undef ELECTION_FACT
  return unknown_fact(known, fact_rows(facts));
}

}  // namespace rothcheck
