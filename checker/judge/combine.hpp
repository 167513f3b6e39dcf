// Many resolutions of one person, one answer: what they share, and the bounds of what they do not.
#pragma once

#include <vector>

#include "checker/year/assess.hpp"
#include "checker/year/resolve.hpp"
#include "checker/year/routes.hpp"

namespace rothcheck::checker {

/// What comes of a person with nothing left open.
struct Judged {
  YearResult result;
  Routes routes = {};
  Verdict verdict = Verdict::undetermined;
};

/// One resolution: what came of it, and how.
struct Resolved : Judged {
  Explained record;
};

Verdict verdict_of(const YearResult& result, const Person& person, const Routes& routes);

/// The answer for the person: ranges over all outcomes, the verdict they share, and the questions
/// whose answers would change it. `outcomes` are in the order of the open facts' ways, the last
/// fact changing fastest.
Assessment combine(const Resolution& resolution, const std::vector<Resolved>& outcomes);

}  // namespace rothcheck::checker
