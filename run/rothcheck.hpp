// What a program that embeds rothcheck includes: plans from text, people from files, answers, and
// whole runs over files of any size.
//
//   Sources sources;                                  texts, which findings and answers point into
//   LimitTable limits = intake::embedded_limits(sources);
//   Outcome<std::vector<Plan>> plans = dsl::load(sources, sources.add("acme.plan", text));
//   checker::Checker checker{plans.value->front(), 2026, limits};
//   Assessment answer = checker.assess(participant);  with every line of its derivation
//
// Nothing throws but for want of memory. What is wrong with an input is a finding in its `Outcome`.
#pragma once

#include "checker/acp/acp.hpp"
#include "checker/judge/check.hpp"
#include "dsl/load.hpp"
#include "intake/census.hpp"
#include "intake/limits/limits.hpp"
#include "reports/report.hpp"
#include "run/batch/batch.hpp"
#include "run/catalogue.hpp"
#include "run/lint_text.hpp"
#include "run/waivers.hpp"
