// The figures of a plan of one type in one year, for tests of the law's sections.
#pragma once

#include <string>

#include "checker/law/figures.hpp"
#include "tests/checker/asked.hpp"

namespace rothcheck::checker {

/// `type` as a plan writes it, and what else stands in the plan.
inline Figures law_of(int year, std::string_view type = "401(k)", std::string_view body = "") {
  const Read read = read_plan(plan_with(body, type));
  return figures_for(read.plan, year, limits());
}

}  // namespace rothcheck::checker
