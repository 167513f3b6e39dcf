// The order of two ids, as that of their bytes.
#pragma once

#include <compare>
#include <cstddef>
#include <string_view>

#include "intake/csv/plain_cell.hpp"

namespace rothcheck::intake {

/// As `last <=> id`. Ids that stand below each other mostly have one length, and two words hold
/// them.
inline std::strong_ordering order_of_ids(std::string_view last, std::string_view id) {
  using namespace plain;
  constexpr std::size_t word = sizeof(Word);
  if (last.size() != id.size() || id.size() < word || id.size() > 2 * word) return last <=> id;
  const Word front = word_at(last.data()), other_front = word_at(id.data());
  if (front != other_front) return in_order(front) <=> in_order(other_front);
  // Overlaps the words before, which are the same.
  const std::size_t rest = id.size() - word;
  return in_order(word_at(last.data() + rest)) <=> in_order(word_at(id.data() + rest));
}

}  // namespace rothcheck::intake
