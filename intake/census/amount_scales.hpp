// Whether the amounts of contributions are dollars: 6 and 0.06 may be 6% of pay.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intake/columns/columns.hpp"
#include "model/participant.hpp"

namespace rothcheck::intake {

/// What the amounts of all rows show of their columns.
class AmountScales {
 public:
  AmountScales() = default;
  AmountScales(const std::vector<Name>& names, const std::vector<Column>& columns);

  /// Whether an amount of the field is one where nothing but its size tells.
  bool is_open(Field field) const;
  /// Looks at the amounts of a person; `in_dollars` are the fields whose cells say so.
  void see(const Participant& person, std::uint64_t in_dollars);
  /// Looks at a number that the header calls a percent.
  void see_percent(std::size_t column, Rate number);

  /// The columns whose numbers may all be something else.
  Findings doubts() const;
  /// Whether some column has had no number that decides.
  bool undecided() const;

 private:
  struct Scale {
    std::size_t column = 0;  // the first of the field
    Field field = Field::pay;
    bool small = false, a_dollar = false, large = false;
  };
  struct Percents {
    bool below_one = false, others = false;
  };
  const Scale* scale_of(Field field) const;

  std::vector<Name> names_;
  std::vector<Scale> scales_;
  std::vector<Percents> percents_;
};

/// Paychecks of a year where the file does not tell.
inline constexpr int usual_pay_periods = 26;

/// Whether what somebody elects for the year comes to less than a dollar a paycheck, beside a pay
/// that says that it is no mistake of size.
bool is_unlikely(const Participant& person, Money elected);

/// A field as one of several, in a bit of its own.
constexpr std::uint64_t bit_of(Field field) {
  return std::uint64_t{1} << static_cast<unsigned>(field);
}

/// Numbers under a header that says percent, or a mapping that says fraction: `6` and `0.06` are
/// `6%`. Empty where the text is no bare number.
std::optional<std::string> with_unit(std::string_view text, Unit unit);

/// Below half a percent a number may be a fraction.
bool may_be_fraction(Rate number);

}  // namespace rothcheck::intake
