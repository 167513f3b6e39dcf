// Where the program runs, for reports that name files as a repository does.
#pragma once

#include "reports/repository.hpp"

namespace rothcheck::cli {

/// The working folder, and the repository around it.
reports::Repository repository_here();

}  // namespace rothcheck::cli
