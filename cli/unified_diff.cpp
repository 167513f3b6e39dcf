// Myers' algorithm: the fewest lines to delete and insert.
#include "cli/unified_diff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "reports/unicode.hpp"

namespace rothcheck::cli {

namespace {

using Lines = std::vector<std::string_view>;

constexpr std::size_t context = 3;
// Texts that differ in more lines than this are shown as all old lines, then all new ones: the
// search takes the square of it.
constexpr int most_edits = 2'000;

// With their line ends, so that texts differ that differ in these alone.
Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t newline = text.find('\n');
    const std::size_t size = newline == text.npos ? text.size() : newline + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

// The letters of the format.
constexpr char keep = ' ', remove = '-', insert = '+';

// How far down the old text each diagonal (old line minus new line) has got with so many edits.
class Reached {
 public:
  explicit Reached(int edits) : edits_{edits}, rows_(static_cast<std::size_t>(2 * edits + 1), -1) {}
  int& at(int diagonal) { return rows_[static_cast<std::size_t>(diagonal + edits_)]; }
  int at(int diagonal) const {
    const bool known = -edits_ <= diagonal && diagonal <= edits_;
    return known ? rows_[static_cast<std::size_t>(diagonal + edits_)] : -1;
  }

 private:
  int edits_;
  std::vector<int> rows_;
};

// Whether the best way to a diagonal deletes a line, rather than inserting one.
bool deletes(const Reached& before, int diagonal) {
  return before.at(diagonal - 1) + 1 > before.at(diagonal + 1);
}

std::string all_at_once(const Lines& old_lines, const Lines& new_lines) {
  return std::string(old_lines.size(), remove) + std::string(new_lines.size(), insert);
}

// The steps from the end back to the start, by what each number of edits had reached.
std::string way_back(const std::vector<Reached>& reached, int old_line, int new_line) {
  std::string steps;
  for (int edits = static_cast<int>(reached.size()); edits > 0; --edits) {
    const Reached& before = reached[static_cast<std::size_t>(edits - 1)];
    const int diagonal = old_line - new_line;
    const bool by_deletion = deletes(before, diagonal);
    const int from = by_deletion ? before.at(diagonal - 1) + 1 : before.at(diagonal + 1);
    steps.append(static_cast<std::size_t>(old_line - from), keep);
    steps += by_deletion ? remove : insert;
    new_line -= old_line - from;
    old_line = from;
    by_deletion ? --old_line : --new_line;
  }
  steps.append(static_cast<std::size_t>(old_line), keep);
  std::reverse(steps.begin(), steps.end());
  return steps;
}

// One letter a line: kept, deleted or inserted.
std::string fewest_steps(const Lines& old_lines, const Lines& new_lines) {
  const int old_count = static_cast<int>(old_lines.size());
  const int new_count = static_cast<int>(new_lines.size());
  std::vector<Reached> reached;
  for (int edits = 0; edits <= most_edits; ++edits) {
    Reached now{edits};
    for (int diagonal = -edits; diagonal <= edits; diagonal += 2) {
      int row = 0;
      if (edits != 0) {
        const Reached& before = reached.back();
        row = deletes(before, diagonal) ? before.at(diagonal - 1) + 1 : before.at(diagonal + 1);
      }
      const auto alike = [&] {
        const int column = row - diagonal;
        return row < old_count && column < new_count &&
               old_lines[static_cast<std::size_t>(row)] ==
                   new_lines[static_cast<std::size_t>(column)];
      };
      while (alike()) ++row;
      now.at(diagonal) = row;
      if (row >= old_count && diagonal == old_count - new_count)
        return way_back(reached, old_count, new_count);
    }
    reached.push_back(std::move(now));
  }
  return all_at_once(old_lines, new_lines);
}

std::string steps_between(const Lines& old_lines, const Lines& new_lines) {
  const auto [old_from, new_from] =
      std::mismatch(old_lines.begin(), old_lines.end(), new_lines.begin(), new_lines.end());
  const auto [old_to, new_to] =
      std::mismatch(old_lines.rbegin(), std::make_reverse_iterator(old_from), new_lines.rbegin(),
                    std::make_reverse_iterator(new_from));
  const auto before = static_cast<std::size_t>(old_from - old_lines.begin());
  const auto behind = static_cast<std::size_t>(old_to - old_lines.rbegin());
  return std::string(before, keep) +
         fewest_steps({old_from, old_to.base()}, {new_from, new_to.base()}) +
         std::string(behind, keep);
}

// The text of a file cannot move the cursor or hide what stands next to it. Line ends and tabs
// stay.
std::string safe(std::string_view line) {
  std::string shown;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find_first_of("\t\n"), line.size());
    shown += reports::printable(line.substr(0, end));
    if (end < line.size()) shown += line[end];
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return shown;
}

// `12,5`; a stretch without lines stands behind the line before it.
std::string stretch(std::size_t before, std::size_t count) {
  return fmt::format("{},{}", count == 0 ? before : before + 1, count);
}

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  if (before == after) return {};
  const Lines old_lines = lines_of(before), new_lines = lines_of(after);
  const std::string steps = steps_between(old_lines, new_lines);
  const std::string name = reports::printable(path);
  std::string diff = fmt::format("--- {}\n+++ {}\n", name, name);
  std::size_t old_line = 0, new_line = 0, step = 0;
  const auto advance = [&](std::size_t to) {
    for (; step < to; ++step) {
      old_line += steps[step] != insert;
      new_line += steps[step] != remove;
    }
  };
  for (std::size_t change = steps.find_first_not_of(keep); change != steps.npos;) {
    // A hunk goes on while the next change is so near that their context would meet.
    const std::size_t first_change = change;
    std::size_t end = change;
    while (change != steps.npos && change <= end + 2 * context) {
      end = std::min(steps.find(keep, change), steps.size());
      change = steps.find_first_not_of(keep, end);
    }
    const std::size_t last = std::min(end + context, steps.size());
    advance(std::max(step, first_change - std::min(first_change, context)));
    const std::size_t old_first = old_line, new_first = new_line;
    std::string body;
    while (step < last) {
      const std::string_view line =
          steps[step] == insert ? new_lines[new_line] : old_lines[old_line];
      body += fmt::format("{}{}", steps[step], safe(line));
      if (!line.ends_with('\n')) body += "\n\\ No newline at end of file\n";
      advance(step + 1);
    }
    diff += fmt::format("@@ -{} +{} @@\n{}", stretch(old_first, old_line - old_first),
                        stretch(new_first, new_line - new_first), body);
  }
  return diff;
}

}  // namespace rothcheck::cli
