// The word that a writer may have meant.
#include "model/finding.hpp"

#include <algorithm>
#include <numeric>

namespace rothcheck {
namespace {

/// Edits (insert, drop, replace, swap neighbours) from one word to another.
std::size_t edits(std::string_view from, std::string_view to) {
  std::vector<std::size_t> before(to.size() + 1), above(to.size() + 1), row(to.size() + 1);
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::size_t i = 1; i <= from.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const bool same = from[i - 1] == to[j - 1];
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0u : 1u)});
      if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    before.swap(above);
    above.swap(row);
  }
  return above[to.size()];
}

}  // namespace

bool has_error(const Findings& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.kind->severity == Severity::error;
  });
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& known) {
  std::string_view best;
  std::size_t fewest = 3;
  for (std::string_view candidate : known) {
    const std::size_t longer = std::max(word.size(), candidate.size());
    const std::size_t shorter = std::min(word.size(), candidate.size());
    if (longer - shorter >= fewest || word.size() > 64) continue;
    const std::size_t count = edits(word, candidate);
    // Two edits in a word of three letters is another word.
    if (count < fewest && count * 2 <= longer) {
      fewest = count;
      best = candidate;
    }
  }
  return best;
}

}  // namespace rothcheck
