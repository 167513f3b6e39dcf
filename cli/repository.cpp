// Where the program runs.
#include "cli/repository.hpp"

#include <filesystem>
#include <system_error>

namespace rothcheck::cli {

reports::Repository repository_here() {
  namespace fs = std::filesystem;
  std::error_code ignored;
  const fs::path here = fs::current_path(ignored);
  for (fs::path folder = here; !folder.empty(); folder = folder.parent_path()) {
    // A folder, and in a linked work tree a file.
    if (fs::exists(folder / ".git", ignored)) return {folder.string(), here.string()};
    if (folder == folder.root_path()) break;
  }
  return {"", here.string()};
}

}  // namespace rothcheck::cli
