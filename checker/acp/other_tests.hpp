// What after-tax money does to the other tests of a plan.
#pragma once

#include <optional>
#include <vector>

#include "checker/acp/tested_people.hpp"

namespace rothcheck::checker {

/// 416: asked of a safe harbor plan into which somebody puts after-tax money.
std::optional<TopHeavy> top_heavy_test(const Checker::Ready& ready, const TestedPeople& people);

/// The findings on them: the exemption of 416(g)(4)(H), the ADP test, effective availability.
Findings other_tests(const Checker::Ready& ready, const TestedPeople& people,
                     const AcpReport& report);

}  // namespace rothcheck::checker
