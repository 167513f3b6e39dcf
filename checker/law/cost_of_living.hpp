// 415(d) and the like: the figures of a year by the statutes' own formulas, from consumer prices.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/computed_limits.hpp"

namespace rothcheck::checker {

/// How the law raises one figure: the base amount times the prices of the year before over those of
/// the base period, the increase rounded to the step.  READING.md R20.1
struct Indexing {
  enum class Period : std::uint8_t {
    quarter,       // July to September, CPI-U: 415(d)(2), (3)
    twelve_months  // September to August, the chained CPI-U from 2017 on: 1(f)(3), (4)
  };

  LimitKey key;
  Money base;     // before any increase; of a phase-out, where it starts
  int base_year;  // the year in which the base period ends
  Period period;
  Money step;
  Round round;     // of the increase
  int first_year;  // before it the statute itself states the amounts
  Money width;     // of a phase-out, else nothing
  std::string_view law;
};
const std::vector<Indexing>& indexings();

/// The indexed figures of a year, which are shown as computed and never take the place of published
/// ones. One whose period has no month that is out is left out.  READING.md R20.2
ComputedYear compute_figures(int year, const Prices& prices);

}  // namespace rothcheck::checker
