// `-f FORMAT[:PATH]`: what to write, and where.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/console.hpp"
#include "cli/exit.hpp"
#include "model/finding.hpp"
#include "run/files/new_file.hpp"

namespace rothcheck::cli {

struct Target {
  std::string format;
  std::string path;  // empty for standard output
};

/// Reads the targets; none asked for is the first format on standard output. Empty when one is not
/// understood, or when two want standard output; the console then has been told.
std::optional<std::vector<Target>> read_targets(const std::vector<std::string>& asked,
                                                const std::vector<std::string_view>& formats,
                                                const Console& console);

/// Writes one target. `write` is told whether it may use colour. What names people is for its owner
/// alone.
Exit write_target(const Target& target, const Console& console,
                  const std::function<void(std::ostream&, bool colour)>& write,
                  run::Readers readers = run::Readers::owner);

/// The row of a table of formats by that name; there is one, as `read_targets` saw to it.
template <class Row>
const Row& format_named(const std::vector<Row>& rows, std::string_view name) {
  const Row* found = &rows.front();
  for (const Row& row : rows) {
    if (row.name == name) found = &row;
  }
  return *found;
}

template <class Row>
std::vector<std::string_view> names_of(const std::vector<Row>& rows) {
  std::vector<std::string_view> names;
  for (const Row& row : rows) names.push_back(row.name);
  return names;
}

}  // namespace rothcheck::cli
