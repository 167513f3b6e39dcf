// 457(b): one limit for employee and employer money together.
#pragma once

#include "checker/law/elective_deferrals.hpp"

namespace rothcheck::checker {

/// The lesser of the applicable dollar amount and 100 percent of includible compensation.
/// 457(b)(2)  READING.md R8.2
constexpr Money limit_457b(const Figures& law, Money includible_compensation) {
  return lesser(statutory_limit(law), includible_compensation);
}

}  // namespace rothcheck::checker
