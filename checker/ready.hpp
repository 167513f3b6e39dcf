// A plan made ready for a year: what `Checker` keeps and `Batch` shares.
#pragma once

#include "checker/check.hpp"
#include "checker/figures.hpp"
#include "checker/resolve.hpp"
#include "model/acp.hpp"

namespace rothcheck::checker {

struct Checker::Ready {
  const Plan& plan;
  Figures law;
  Inquiry inquiry;
  PlanAnswer answer;
  AcpTerms acp;
};

}  // namespace rothcheck::checker
