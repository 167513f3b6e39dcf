// `rothcheck limits`: the statutory figures as published, and as the statutes compute them.
#include <fmt/format.h>

#include <ostream>

#include "checker/law/cost_of_living.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/kept_apart.hpp"
#include "cli/outputs.hpp"
#include "intake/limits/prices.hpp"
#include "reports/limits.hpp"
#include "run/files/no_people.hpp"
#include "run/findings.hpp"

namespace rothcheck::cli {

namespace {

std::string years_of(const LimitTable& limits) {
  const std::vector<int> years = limits.years();
  return years.empty() ? "none" : fmt::format("{} to {}", years.front(), years.back());
}

/// The program's months and those of `--cpi`. Empty where the file cannot be read.
std::optional<Prices> read_prices(Inputs& inputs, const std::optional<std::string>& path) {
  Prices prices = intake::embedded_prices_by_month();
  if (!path) return prices;
  std::string reason;
  std::optional<std::string> text = run::read_no_people(*path, reason);
  if (!text) {
    inputs.say(run::unread_kind(reason), fmt::format("cannot read {}: {}", *path, reason));
  } else {
    const std::uint16_t source = inputs.sources.add(*path, std::move(*text));
    Findings found = intake::read_prices(inputs.sources, source, prices);
    if (found.empty()) return prices;
    inputs.findings.insert(inputs.findings.end(), found.begin(), found.end());
  }
  inputs.exit = worse(inputs.exit, Exit::unread);
  return std::nullopt;
}

/// What a run of the command shows.
struct Shown {
  std::vector<const YearFigures*> published;
  std::optional<ComputedYear> computed;
};

void write(const Shown& shown, const Inputs& inputs, const LimitsCommand& command,
           std::string_view format, std::ostream& out) {
  const ComputedYear* computed = shown.computed ? &*shown.computed : nullptr;
  if (format == "json")
    return reports::write_json(reports::tree_of(shown.published, computed), out);
  if (format == "csv") return reports::write_limits_csv(shown.published, computed, out);
  if (computed != nullptr) return reports::write_limits_text(*computed, out);
  if (!command.year) return reports::write_limits_overview(inputs.limits, out);
  reports::write_limits_text(*shown.published.front(), out);
}

Exit no_figures(const LimitTable& limits, int year, const Console& console) {
  console.err << fmt::format(
      "rothcheck: there are no figures of {0}; the table has {1}. `rothcheck limits {0} "
      "--computed` "
      "has what the statutes' formulas come to so far\n",
      year, years_of(limits));
  return Exit::usage;
}

/// Holds what is published to what is computed: whether all of it is alike.
Exit check_published(const Inputs& inputs, const Prices& prices, const Console& console) {
  int alike = 0, unlike = 0;
  for (const int year : inputs.limits.years()) {
    const YearFigures& published = *inputs.limits.find(year);
    for (const ComputedFigure& figure : checker::compute_figures(year, prices).figures) {
      const auto& found = published[figure.key];
      if (!found || !figure.amount.settled()) continue;
      const std::string stated = reports::shown(*found), computed = reports::shown(figure);
      if (stated == computed) {
        ++alike;
        continue;
      }
      ++unlike;
      console.out << fmt::format("{} of {}: {} published ({}), {} computed ({})\n",
                                 limit_row(figure.key).label, year, stated, found->source, computed,
                                 figure.law);
    }
  }
  console.out << fmt::format(
      "Figures of {} that the law indexes: {} are as the statutes' formulas have them, {} are "
      "not.\n",
      years_of(inputs.limits), alike, unlike);
  return unlike == 0 ? Exit::fine : Exit::findings;
}

/// What the options ask for together and cannot have; empty where they can.
std::string misuse(const LimitsCommand& command) {
  if (command.check && (command.year || command.computed || command.file_to_fill_in))
    return "--check holds the figures of all years and takes no year";
  if ((command.computed || command.file_to_fill_in) && !command.year)
    return fmt::format("{0} needs a year, as in `rothcheck limits 2027 {0}`",
                       command.computed ? "--computed" : "--template");
  if (command.computed && command.file_to_fill_in)
    return "--template has the computed figures beside what is to be filled in: leave --computed "
           "out";
  if (command.cpi && !command.computed && !command.check && !command.file_to_fill_in)
    return "--cpi is for --computed, --check and --template";
  return "";
}

}  // namespace

Exit limits(const LimitsCommand& command, const Console& console) {
  if (const std::string wrong = misuse(command); !wrong.empty()) {
    console.err << "rothcheck: " << wrong << '\n';
    return Exit::usage;
  }
  const auto targets = read_targets(command.formats, {"text", "json", "csv"}, console);
  if (!targets) return Exit::usage;
  FilesOfRun files;
  files.reads(command.limits);
  files.reads(command.cpi);
  files.writes(*targets);
  if (!files.kept_apart(console)) return Exit::usage;

  Inputs inputs;
  inputs.read_limits(command.limits);
  const std::optional<Prices> prices = read_prices(inputs, command.cpi);
  show(inputs.findings, inputs.sources, false, console);
  if (!prices) return inputs.exit;
  if (command.check) return worse(inputs.exit, check_published(inputs, *prices, console));

  Shown shown;
  if (command.computed || command.file_to_fill_in) {
    shown.computed = checker::compute_figures(*command.year, *prices);
    if (shown.computed->figures.empty()) {
      console.err << fmt::format(
          "rothcheck: no figure of {} can be computed: the table of figures begins with {}, and a "
          "year needs a month at least of the price index from July to September of the year "
          "before\n",
          *command.year, inputs.limits.years().front());
      return worse(inputs.exit, Exit::usage);
    }
  } else if (command.year) {
    const YearFigures* year = inputs.limits.find(*command.year);
    if (year == nullptr)
      return worse(inputs.exit, no_figures(inputs.limits, *command.year, console));
    shown.published.push_back(year);
  } else {
    for (const int year : inputs.limits.years())
      shown.published.push_back(inputs.limits.find(year));
  }

  Exit exit = inputs.exit;
  for (const Target& target : *targets) {
    const auto write_to = [&](std::ostream& out, bool) {
      if (command.file_to_fill_in)
        return reports::write_limits_template(
            *command.year, *inputs.limits.find(inputs.limits.years().back()), *shown.computed, out);
      write(shown, inputs, command, target.format, out);
    };
    exit = worse(exit, write_target(target, console, write_to, run::Readers::umask));
  }
  return exit;
}

std::string version() {
  Inputs inputs;
  inputs.read_limits({});
  return fmt::format("rothcheck {}, limits of {}", ROTHCHECK_VERSION, years_of(inputs.limits));
}

}  // namespace rothcheck::cli
