// The version of the program, as the build states it.
#include "reports/version.hpp"

namespace rothcheck::reports {

std::string_view program_version() { return ROTHCHECK_VERSION; }

}  // namespace rothcheck::reports
