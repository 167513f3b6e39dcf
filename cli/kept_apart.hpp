// The files of a run, so that none is written over what it reads or over another result.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/console.hpp"
#include "cli/outputs.hpp"

namespace rothcheck::cli {

/// Gathers what a command reads and writes, before it writes anything.
class FilesOfRun {
 public:
  void reads(const std::string& path);
  void reads(const std::optional<std::string>& path);
  void reads(const std::vector<std::string>& paths);
  /// Plan files, and folders of them.
  void reads_plans(const std::vector<std::string>& paths);
  void writes(const std::optional<std::string>& path);
  void writes(const std::vector<Target>& targets);

  /// Whether every result has a file of its own; where not, the console is told. Files are told
  /// apart by what they are and not by their names: links and other paths to one file are that
  /// file.
  bool kept_apart(const Console& console) const;

 private:
  std::vector<std::string> read_, plans_, written_;
};

}  // namespace rothcheck::cli
