// What a command reads before it works: the figures of the law, and plans.
#pragma once

#include <string>
#include <vector>

#include "cli/console.hpp"
#include "cli/exit.hpp"
#include "model/limits.hpp"
#include "model/plan.hpp"
#include "model/source.hpp"

namespace rothcheck::cli {

struct Inputs {
  Sources sources;
  LimitTable limits;
  std::vector<Plan> plans;
  Findings findings;
  Exit exit = Exit::fine;

  /// The program's own figures, and those of the files over them.
  void read_limits(const std::vector<std::string>& paths);
  /// Every plan of the files, and of the folders' `*.plan`. A file that cannot be read never stops
  /// the others.
  void read_plans(const std::vector<std::string>& paths);
  /// Every plan of a text that is no file here; `name` stands for it in messages.
  void read_plan_text(std::string name, std::string text);

  void say(const FindingKind& kind, std::string message, Span where = {});

  /// Whether another file may be read. Where not, that is said once.
  bool has_room();
};

/// Leaves the plan of that name alone; says so where there is none.
void keep_plan(Inputs& inputs, const std::string& name);

/// The year a plan is checked in: the one asked for, else its own. Empty with a finding where
/// neither is said, where the table has no figures for it, or where the plan has errors in that
/// year and is left out.
std::optional<int> year_of(Inputs& inputs, const Plan& plan, std::optional<int> asked);

/// Whether any of these is at or above the level.
bool reaches(const Findings& findings, Severity level);

/// Writes findings for people. `quiet` leaves out all but the errors.
void show(const Findings& findings, const Sources& sources, bool quiet, const Console& console);

}  // namespace rothcheck::cli
