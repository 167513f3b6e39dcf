// Every combination of the ways in which a person's missing facts could turn out.
#pragma once

#include "checker/year/resolve.hpp"

namespace rothcheck::checker {

/// Calls `visit` with the person of each combination, the last open fact changing fastest.
template <class Visit>
void for_each_way(const Resolution& resolution, Visit visit) {
  std::size_t combinations = 1;
  for (const OpenFact& fact : resolution.open) combinations *= fact.ways.size();
  for (std::size_t i = 0; i < combinations; ++i) {
    Person person = resolution.person;
    std::size_t stride = combinations;
    for (const OpenFact& fact : resolution.open) {
      stride /= fact.ways.size();
      fact.ways[i / stride % fact.ways.size()](person);
    }
    visit(person);
  }
}

}  // namespace rothcheck::checker
