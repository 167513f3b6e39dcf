#include "cli/kept_apart.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <map>
#include <ostream>
#include <tuple>

#include "reports/unicode.hpp"
#include "run/files/files.hpp"

namespace rothcheck::cli {

namespace {

/// A file that is there is its device and number; one that is not, its folder's and its name.
using Identity = std::tuple<dev_t, ino_t, std::string>;

const std::string standard_output = "";

std::optional<Identity> identity_of(const struct stat& status) {
  if (!S_ISREG(status.st_mode)) return std::nullopt;
  return Identity{status.st_dev, status.st_ino, ""};
}

std::optional<Identity> identity_of_read(const std::string& path) {
  struct stat status{};
  const int failed = path == "-" ? ::fstat(STDIN_FILENO, &status) : ::stat(path.c_str(), &status);
  return failed == 0 ? identity_of(status) : std::nullopt;
}

std::optional<Identity> identity_of_written(const std::string& path) {
  struct stat status{};
  if (path == standard_output) {
    return ::fstat(STDOUT_FILENO, &status) == 0 ? identity_of(status) : std::nullopt;
  }
  if (::stat(path.c_str(), &status) == 0) return identity_of(status);
  const std::filesystem::path whole{path};
  const std::filesystem::path folder = whole.has_parent_path() ? whole.parent_path() : ".";
  if (::stat(folder.c_str(), &status) != 0) return std::nullopt;
  return Identity{status.st_dev, status.st_ino, whole.filename().string()};
}

std::string named(const std::string& path) {
  if (path == standard_output) return "standard output";
  return path == "-" ? "standard input" : reports::printable(path);
}

}  // namespace

void FilesOfRun::reads(const std::string& path) { read_.push_back(path); }

void FilesOfRun::reads(const std::optional<std::string>& path) {
  if (path) reads(*path);
}

void FilesOfRun::reads(const std::vector<std::string>& paths) {
  read_.insert(read_.end(), paths.begin(), paths.end());
}

void FilesOfRun::reads_plans(const std::vector<std::string>& paths) {
  plans_.insert(plans_.end(), paths.begin(), paths.end());
}

void FilesOfRun::writes(const std::optional<std::string>& path) {
  if (path) written_.push_back(*path);
}

void FilesOfRun::writes(const std::vector<Target>& targets) {
  for (const Target& target : targets) written_.push_back(target.path);
}

bool FilesOfRun::kept_apart(const Console& console) const {
  std::map<Identity, std::string> results;
  for (const std::string& path : written_) {
    const auto file = identity_of_written(path);
    if (!file) continue;
    const auto [other, is_new] = results.emplace(*file, path);
    if (is_new) continue;
    console.err << fmt::format(
        "rothcheck: two results want one file, {} and {}; name a file for each; nothing was "
        "written\n",
        named(other->second), named(path));
    return false;
  }
  if (results.empty()) return true;
  std::vector<std::string> read = read_;
  for (const std::string& path : plans_) {
    const std::vector<std::string> files = run::plan_files(path);
    read.insert(read.end(), files.begin(), files.end());
  }
  for (const std::string& path : read) {
    const auto file = identity_of_read(path);
    const auto result = file ? results.find(*file) : results.end();
    if (result == results.end()) continue;
    console.err << fmt::format(
        "rothcheck: the result {} would take the place of {}, which is read; name another file; "
        "nothing was written\n",
        named(result->second), named(path));
    return false;
  }
  return true;
}

}  // namespace rothcheck::cli
