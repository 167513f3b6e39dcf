// What is known of somebody's pay dates, pay and contributions so far, before elections are looked
// for. Every fact may be missing; the columns of a participant file tell the rest.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/dates.hpp"
#include "model/facts.hpp"
#include "model/participant.hpp"

namespace rothcheck {

enum class PaySchedule : std::uint8_t { weekly, biweekly, semimonthly, monthly };
template <>
inline constexpr auto words<PaySchedule> =
    words_are({"weekly", "biweekly", "semimonthly", "monthly"});

/// Whether a pay date on a weekend or a holiday of the Federal Reserve banks is paid on the banking
/// day before.
enum class PayHolidays : std::uint8_t { federal, none };
template <>
inline constexpr auto words<PayHolidays> = words_are({"federal", "none"});

/// One or two days of a month in their order; `last_day` is its last, however long it is.
using PayDays = std::vector<unsigned>;
inline constexpr unsigned last_day = 31;

struct DatedAmount {
  Date on;
  Money amount;
};
/// In the order of their dates.
using DatedAmounts = std::vector<DatedAmount>;

/// What payroll lets a person elect: `percent` is whole percents.
enum class Grain : std::uint8_t { percent, tenths, dollars };
template <>
inline constexpr auto words<Grain> = words_are({"percent", "tenths", "dollars"});

enum class Style : std::uint8_t { even, front, late };
template <>
inline constexpr auto words<Style> = words_are({"even", "front", "late"});

/// Of each paycheck: a percent of it, or an amount.
using Elected = Election;
/// `12%`, `$500.00`.
std::string to_string(const Elected&);

struct ElectionFacts {
#define FACT(name, type, meaning) std::optional<type> name;
#include "model/election_facts.def"
#undef FACT
};
/// The table, for `set_fact`.
const std::vector<Fact<ElectionFacts>>& fact_rows(const ElectionFacts&);

}  // namespace rothcheck
