// A plan made ready for a year: what `Checker` keeps and `Batch` shares.
#pragma once

#include "checker/judge/check.hpp"
#include "checker/law/figures.hpp"
#include "checker/year/resolve.hpp"
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
