// What people type, as a plan file writes it: percents, dollars, times, ages, formulas of a match.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rothcheck::run {

/// The value in the words of the language, or why it is none.
struct Typed {
  std::string value, wrong;
  bool ok() const { return wrong.empty(); }
};
inline Typed typed(std::string value) { return {std::move(value), ""}; }
inline Typed wrong(std::string why) { return {"", std::move(why)}; }

/// A piece of what was typed: `10%`, `$5,000`, `59 1/2`, a word in small letters.
struct Piece {
  enum class Sort { word, percent, money, number } sort = Sort::word;
  std::string text;
  bool is(Sort other) const { return sort == other; }
  bool is(std::string_view word) const { return sort == Sort::word && text == word; }
};
/// `10 percent` is `10%`, `50 cents` is `50%`, `dollar for dollar` is `100%`, `three` is `3`.
std::vector<Piece> pieces_of(std::string_view text);

/// `10%`, `10% of eligible pay`, `$5,000`, `50% of the IRS limit`.
Typed read_amount(std::string_view text);
Typed read_money(std::string_view text);
/// `59 1/2`, `59.5`, `age 21`.
Typed read_age(std::string_view text);
/// `3 months`, `one year`, `90 days`.
Typed read_duration(std::string_view text);
/// `2`, `twice`, `once per quarter`.
Typed read_count(std::string_view text);
/// `July 1`, `7/1`, `07-01`.
Typed read_day(std::string_view text);
/// A formula of a match, its tiers with `; ` between; `50% up to 6% of pay` stays as it is, because
/// it has two meanings.
Typed read_match(std::string_view text);
/// `3% of pay`, `discretionary`, `discretionary up to 6% of pay`.
Typed read_employer(std::string_view text);

/// In small letters, without blanks and signs: what two spellings of a word have in common.
std::string bare(std::string_view text);
/// Without blanks before and behind.
std::string_view trimmed(std::string_view text);

}  // namespace rothcheck::run
