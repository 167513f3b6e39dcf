// The sentences of a derivation.
#include "model/derivation.hpp"

namespace rothcheck {
namespace {

std::string line(int number) { return "line " + std::to_string(number); }

/// `line 1 plus line 2`, `the sum of lines 1 to 4`.
std::string sum(const std::vector<int>& of) {
  if (of.size() == 2) return line(of[0]) + " plus " + line(of[1]);
  return "the sum of lines " + std::to_string(of.front()) + " to " + std::to_string(of.back());
}

std::string share(const Derivation& lines, int part, int basis, int whole) {
  if (lines.amount(basis) >= lines.amount(whole)) {
    return "all of " + line(part) + ", as " + line(basis) + " is not less than " + line(whole);
  }
  return line(part) + " times " + line(basis) + " over " + line(whole) + ", to the nearest cent";
}

std::string left(const Derivation& lines, const std::vector<int>& of) {
  Money rest = lines.amount(of[1]);
  for (std::size_t i = 2; i < of.size(); ++i) rest -= lines.amount(of[i]);
  return "the lesser of " + line(of[0]) + " and the " + to_string(rest) + " of " + line(of[1]) +
         " that is left";
}

}  // namespace

std::string made_of(const Derivation& lines, const Made& made) {
  using By = Made::By;
  const std::vector<int>& of = made.of;
  if (!made.words.empty()) return made.words;
  switch (made.by) {
    case By::fact:
    case By::kept:
      return {};
    case By::same:
      return line(of[0]);
    case By::sum:
      return sum(of);
    case By::difference:
      return line(of[0]) + " less " + line(of[1]);
    case By::least:
      return "the lesser of " + line(of[0]) + " and " + line(of[1]);
    case By::left:
      return left(lines, of);
    case By::percent:
      return to_percent_string(made.rate) + " of " + line(of[0]) + ", to the nearest cent";
    case By::saving:
      return "to the nearest cent";
    case By::share:
      return share(lines, of[0], of[1], of[2]);
    case By::rest:
      return "as above, with the pool less " + line(of[3]);
    case By::phased_out:
      return line(of[0]) + " less " + line(of[0]) + " times " + line(of[1]) + " over " +
             line(of[2]) + " (that product down to a multiple of $10), and not below $200";
  }
  return {};
}

}  // namespace rothcheck
