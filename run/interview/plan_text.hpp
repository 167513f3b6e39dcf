// Answers to a plan file.
#pragma once

#include <string>

#include "run/interview/answers.hpp"

namespace rothcheck::run {

/// The plan that the answers make, in the layout of `rothcheck fmt`. It depends on the answers
/// alone, however they were given. Answers whose question would not be asked beside the others are
/// left out.
std::string plan_text(const Answers& answers);

}  // namespace rothcheck::run
