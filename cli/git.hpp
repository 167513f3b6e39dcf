// Files as they were in another revision, asked of git itself; no shell is between.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rothcheck::cli {

/// A file of another revision: its path as the command line would name it, and its text.
struct OldFile {
  std::string path, text;
};

struct OldFiles {
  std::vector<OldFile> files;  // none where the revision has none of that name
  std::string problem;         // why git could not be asked; empty when it could
};

/// What `path` was in the revision `ref`: the file, or of a folder every `*.plan` in it and below.
/// The path need not be there now.
OldFiles files_in_revision(const std::string& ref, const std::string& path);

}  // namespace rothcheck::cli
