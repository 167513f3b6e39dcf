// What is known of somebody's pay dates, pay and contributions so far, before elections are looked
// for. Every fact may be missing; the columns of a participant file tell the rest.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/dates.hpp"
#include "model/fact_readers.hpp"
#include "model/participant.hpp"

namespace rothcheck {

enum class PaySchedule : std::uint8_t { weekly, biweekly, semimonthly, monthly };
/// `biweekly`.
std::string_view to_string(PaySchedule);

/// Whether a pay date on a weekend or a holiday of the Federal Reserve banks is paid on the banking
/// day before.
enum class PayHolidays : std::uint8_t { none, federal };

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
std::string_view to_string(Grain);

enum class Style : std::uint8_t { even, front, late };
std::string_view to_string(Style);

/// Of each paycheck: a percent of it, or an amount.
using Elected = Election;
/// `12%`, `$500.00`.
std::string to_string(const Elected&);

struct ElectionFacts {
#define ELECTION_FACT(name, type, meaning) std::optional<type> name;
#include "model/election_facts.def"
#undef ELECTION_FACT
};

/// The rows of election_facts.def, in order.
const std::vector<FactRow>& fact_rows(const ElectionFacts&);
/// Reads `text` into the fact of that name. Returns what was wrong, or nothing when it was taken.
std::optional<std::string> set_fact(ElectionFacts&, std::string_view name, std::string_view text);

}  // namespace rothcheck
