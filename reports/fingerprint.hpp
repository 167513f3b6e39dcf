// What makes a finding the same finding in the next run, when lines above it have come or gone.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "model/finding.hpp"
#include "model/source.hpp"
#include "reports/repository.hpp"

namespace rothcheck::reports {

/// The fingerprints of one report, asked for in its order: from the code, the file and the words of
/// the line, never from a participant file. The same line twice is told apart by a count.
class Fingerprints {
 public:
  Fingerprints(const Sources& sources, Repository repository)
      : sources_{sources}, repository_{std::move(repository)} {}

  /// `9c1185a5c5e9fc54:1`.
  std::string next(const Finding& finding);

 private:
  const Sources& sources_;
  Repository repository_;
  std::map<std::string, int> seen_;
};

}  // namespace rothcheck::reports
