// Any lines as facts of convert, split, backdoor, elect, project and check: no crash and no
// overflow. The first byte chooses the command, the year and the format; the rest are lines of
// NAME=VALUE.
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/elect.hpp"
#include "cli/project.hpp"
#include "tests/fuzz/in_memory.hpp"

namespace {

using namespace rothcheck;

constexpr std::string_view plan =
    "plan \"x\" { type 401(k); year 2026\n"
    "  contributions { pre-tax allowed; roth allowed; after-tax allowed; catch-up allowed\n"
    "    limit 10% of pay on after-tax for nhce; limit 6% of pay on after-tax for hce }\n"
    "  match { 100% of the first 3% of pay; 50% of the next 2% of pay; each pay-period }\n"
    "  nonelective { 2% of pay for class \"pilots\" }\n"
    "  in-plan-roth-rollover { after-tax allowed; automatic daily } }\n";

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  std::istringstream in{std::string{text}};
  for (std::string line; lines.size() < 40 && std::getline(in, line);) lines.push_back(line);
  return lines;
}

cli::ProjectCommand projection(const std::vector<std::string>& facts, int year, int years) {
  cli::ProjectCommand project;
  project.year = year;
  project.years = years;
  project.person.age = 40;
  project.person.contribution = facts[0];
  if (facts.size() > 1) project.person.deferral_room = facts[1];
  std::size_t i = 2;
  for (const char* rate : {"growth", "inflation", "tax-now", "tax-later", "dividends",
                           "dividend-tax", "capital-gains-tax", "limit-growth"}) {
    if (i < facts.size() && !facts[i].empty()) project.rates[rate] = facts[i];
    ++i;
  }
  return project;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::vector<std::string> facts =
      lines_of({reinterpret_cast<const char*>(data) + 1, size - 1});
  if (facts.empty()) return 0;
  const fuzz::InMemory file{plan};
  const int choice = data[0] % 6, year = 2014 + data[0] / 6 % 13;
  const std::string format = data[0] & 128 ? "json" : "text";
  std::ostringstream out, err;
  const cli::Console console{out, err};
  cli::StrategyCommand strategy;
  strategy.with = facts;
  strategy.year = year;
  strategy.formats = {format};
  cli::ElectCommand elect;
  elect.plans = {file.path()};
  elect.with = facts;
  elect.year = year;
  elect.formats = {format};
  cli::CheckCommand check;
  check.plans = {file.path()};
  check.with = facts;
  check.year = year;
  check.formats = {format};
  check.as_of = date(2026, 11, 27);
  cli::ProjectCommand project = projection(facts, year, 1 + data[0] / 6);
  project.formats = {format};
  const cli::Exit exit = choice == 0   ? cli::convert(strategy, console)
                         : choice == 1 ? cli::split(strategy, console)
                         : choice == 2 ? cli::backdoor(strategy, console)
                         : choice == 3 ? cli::elect(elect, console)
                         : choice == 4 ? cli::check(check, console)
                                       : cli::project(project, console);
  fuzz::expect(exit != cli::Exit::internal);
  fuzz::expect_tame(out.str());
  fuzz::expect_tame(err.str());
  return 0;
}
