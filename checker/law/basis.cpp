#include "checker/law/basis.hpp"

namespace rothcheck::checker {

Money basis_in(Money amount, Money basis, Money balance) {
  return portion(basis_share(basis, balance), amount, Round::nearest);
}

ProRata pro_rata(Money converted, Money others, Money year_end, Money basis) {
  const Money out = converted + others;
  const Money pool = year_end + out;
  if (pool == Money{}) return {Money{}, Money{}, basis};
  const Money free = basis_in(converted, basis, pool);
  return {free, converted - free, basis - basis_in(out, basis, pool)};
}

}  // namespace rothcheck::checker
