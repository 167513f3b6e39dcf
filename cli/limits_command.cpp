// `rothcheck limits`: the statutory figures, a year a line, or one year whole with its sources.
#include <fmt/format.h>

#include <ostream>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "run/findings.hpp"

namespace rothcheck::cli {

namespace {

struct Column {
  LimitKey key;
  std::string_view head;
};
constexpr Column columns[] = {
    {LimitKey::annual_additions_415c, "415(c)"},   {LimitKey::elective_deferral_402g, "402(g)"},
    {LimitKey::catch_up_age_50, "50 and over"},    {LimitKey::catch_up_age_60_63, "60 to 63"},
    {LimitKey::compensation_401a17, "401(a)(17)"}, {LimitKey::hce_compensation_414q, "HCE"},
};

std::string shown(const Figure& figure) {
  if (const Money* amount = std::get_if<Money>(&figure.value)) return brief(*amount);
  if (const Rate* rate = std::get_if<Rate>(&figure.value)) return to_percent_string(*rate);
  const Range range = std::get<Range>(figure.value);
  return fmt::format("{} to {}", brief(range.least), brief(range.most));
}

void write_overview(const LimitTable& limits, std::ostream& out) {
  out << "year";
  for (const Column& column : columns) out << fmt::format("{:>13}", column.head);
  out << '\n';
  for (const int number : limits.years()) {
    const YearFigures& year = *limits.find(number);
    out << number;
    for (const Column& column : columns) {
      const auto& figure = year[column.key];
      out << fmt::format("{:>13}", figure ? shown(*figure) : "-");
    }
    out << (year.overridden ? "  from " + year.file : "") << '\n';
  }
  out << "\n`rothcheck limits YEAR` has all figures of a year with their sources.\n"
         "HCE: pay of that year above which a person is highly compensated in the year after.\n";
}

void write_year(const YearFigures& year, std::ostream& out) {
  out << fmt::format("Figures of {}, from {}{}\n\n", year.year, year.file,
                     year.overridden ? ", which replaces the published ones" : "");
  for (const LimitRow& row : limit_rows()) {
    const auto& figure = year[row.key];
    if (!figure) continue;
    out << fmt::format("{:<66}{:>22}\n", row.label, shown(*figure))
        << fmt::format("    {}; {}\n", row.law, figure->source);
  }
}

std::string years_of(const LimitTable& limits) {
  const std::vector<int> years = limits.years();
  return years.empty() ? "none" : fmt::format("{} to {}", years.front(), years.back());
}

}  // namespace

Exit limits(const LimitsCommand& command, const Console& console) {
  Inputs inputs;
  inputs.read_limits(command.limits);
  show(inputs.findings, inputs.sources, false, console);
  if (!command.year) {
    write_overview(inputs.limits, console.out);
    return inputs.exit;
  }
  const YearFigures* year = inputs.limits.find(*command.year);
  if (year == nullptr) {
    console.err << fmt::format("rothcheck: there are no figures of {}; the table has {}\n",
                               *command.year, years_of(inputs.limits));
    return worse(inputs.exit, Exit::usage);
  }
  write_year(*year, console.out);
  return inputs.exit;
}

std::string version() {
  Inputs inputs;
  inputs.read_limits({});
  return fmt::format("rothcheck {}, limits of {}", ROTHCHECK_VERSION, years_of(inputs.limits));
}

}  // namespace rothcheck::cli
