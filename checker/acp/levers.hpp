// What the others would have to save, or to be given, so that the highly compensated pass.
#pragma once

#include <string_view>

#include "checker/acp/counting.hpp"

namespace rothcheck::checker {

/// "nhce-participation", "nhce-match", "qnec": the least that opens the test, with its dollars.
AcpSolution lever(std::string_view what, const TestedPeople& people, const Way& way);

}  // namespace rothcheck::checker
