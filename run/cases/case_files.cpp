// What `--cases` names.
#include "run/cases/case_files.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>

#include "run/files/files.hpp"

namespace rothcheck::run {

namespace {

namespace fs = std::filesystem;

// At the start of a line, where TOML has its headings and keys.
bool has_line(const std::string& text, const std::string& beginning) {
  return text.starts_with(beginning) || text.find('\n' + beginning) != text.npos;
}

// A file that cannot be read is kept, so that it is told. Cases of lint rules name findings and no
// command: they are of another format, which the tests of the rules read.
bool has_cases(const std::string& path) {
  std::string reason;
  const std::optional<std::string> text = read_file(path, reason);
  if (!text) return true;
  const bool of_rules = has_line(*text, "findings") && !has_line(*text, "command");
  return has_line(*text, "[[case]]") && !of_rules;
}

bool is_folder(const std::string& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

}  // namespace

std::vector<std::string> case_files_in(const std::string& path) {
  if (!is_folder(path)) return {path};
  std::vector<std::string> files;
  std::error_code ignored;
  for (fs::recursive_directory_iterator
           at{path, fs::directory_options::skip_permission_denied, ignored},
       end;
       at != end; at.increment(ignored)) {
    const bool is_toml = at->path().extension() == ".toml" && at->is_regular_file(ignored);
    if (is_toml && has_cases(at->path().string())) files.push_back(at->path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool holds_plans(const std::string& path) { return is_folder(path) && !plan_files(path).empty(); }

}  // namespace rothcheck::run
