// Keys and the rows that have them.
#include "intake/census/id_claims.hpp"

#include <algorithm>

namespace rothcheck::intake {

std::optional<std::uint64_t> IdClaims::claim(const std::string& key, std::uint64_t line,
                                             std::optional<std::size_t> person) {
  const auto [place, is_new] = claims_.try_emplace(key, Claim{line, person});
  if (is_new) return std::nullopt;
  Claim& first = place->second;
  if (first.person) repeated_.push_back(*first.person);
  first.person.reset();
  return first.line;
}

std::vector<std::size_t> IdClaims::repeated() const {
  std::vector<std::size_t> all = repeated_;
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace rothcheck::intake
