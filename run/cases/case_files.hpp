// What `--cases` names: case files, and folders of them.
#pragma once

#include <string>
#include <vector>

namespace rothcheck::run {

/// The file itself; of a folder every `*.toml` in it and below that has a [[case]], in order. Other
/// TOML files, such as the limits that cases name, may stand among them.
std::vector<std::string> case_files_in(const std::string& path);

/// Whether it is a folder with plan files in it.
bool holds_plans(const std::string& path);

}  // namespace rothcheck::run
