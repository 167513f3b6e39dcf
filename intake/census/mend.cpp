// Which mending a field's cells take.
#include "intake/census/mend.hpp"

#include <algorithm>

#include "intake/columns/cell_type.hpp"
#include "model/text.hpp"

namespace rothcheck::intake {
namespace {

using What = Mended::What;

/// `Head of Household` for `head-of-household`: a choice in other letters is the same choice.
Mended mend_choice(std::string_view text) {
  std::string word{text};
  std::transform(word.begin(), word.end(), word.begin(), [](char c) {
    if (c == ' ' || c == '_') return '-';
    return lower(c);
  });
  return {word == text ? What::unreadable : What::value, word};
}

/// The codes of who is highly compensated and who is not.
Mended mend_status(std::string_view text) {
  std::string word;
  for (char c : text) {
    if (is_letter(c) || is_digit(c)) word += lower(c);
  }
  for (std::string_view yes : {"h", "hc", "hce", "highlycompensated", "highly"}) {
    if (word == yes) return {What::value, "yes"};
  }
  for (std::string_view no : {"nh", "nhc", "nhce", "nonhce", "nothce", "nonhighlycompensated",
                              "nothighlycompensated", "nonhighly"}) {
    if (word == no) return {What::value, "no"};
  }
  return {};
}

}  // namespace

Mended mend(Field field, std::string_view text, std::optional<int> year, DateOrder order) {
  switch (type_of(field)) {
    case CellType::money:
    case CellType::election:
      return mend_amount(text, is_contribution(field));
    case CellType::date:
      return mend_date(field, text, year, order);
    case CellType::business:
    case CellType::filing_status:
      return mend_choice(text);
    case CellType::yes_no:
      return mend_status(text);
    case CellType::age:
    case CellType::years:
    case CellType::hours:
    case CellType::text:
    case CellType::percent:
    case CellType::periods:
      break;
  }
  return {};
}

}  // namespace rothcheck::intake
