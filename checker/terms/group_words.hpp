// Kinds of people put together and said in words.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "checker/terms/person.hpp"

namespace rothcheck::checker {

/// People who get the same, in as few sets as joining one fact after the other gives:
/// `hce and class "pilots"`, `age < 59.5`; `everybody` where all get the same. `same` numbers what
/// each of the `facts` gets.
std::vector<std::pair<std::string, std::size_t>> sets_of_people(
    const std::vector<GroupFacts>& facts, const std::vector<std::size_t>& same);

}  // namespace rothcheck::checker
