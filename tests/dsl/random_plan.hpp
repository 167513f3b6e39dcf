// Plans written at random: valid ones, and every layout of one that means the same.
#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace rothcheck::dsl {

class Chance {
 public:
  explicit Chance(unsigned seed) : engine_{seed} {}
  std::size_t below(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>{0, count - 1}(engine_);
  }
  bool one_in(std::size_t count) { return below(count) == 0; }
  template <class T>
  const T& any(const std::vector<T>& of) {
    return of[below(of.size())];
  }

 private:
  std::mt19937 engine_;
};

/// A plan that loads without an error, in any layout.
std::string random_plan(Chance& chance);

/// The same text with other blanks, line ends, semicolons and commas in money: what keeps its
/// statements, its comments, its grouping, and which blocks are on one line. `canonical` is a
/// formatted text.
std::string disordered(std::string_view canonical, Chance& chance);

}  // namespace rothcheck::dsl
