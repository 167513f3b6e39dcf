// Amounts in the forms of spreadsheets and payroll systems.
#include <algorithm>
#include <array>

#include "intake/census/mend.hpp"
#include "intake/shown.hpp"
#include "model/text.hpp"

namespace rothcheck::intake {
namespace {

using What = Mended::What;

bool says_nothing(std::string_view text) {
  const std::string word = lowered(text);
  for (std::string_view nothing : {"none", "n/a", "na", "--", "nil", "null"}) {
    if (word == nothing) return true;
  }
  return false;
}

/// No-break spaces and blanks go; a blank between two digits separates groups, as a comma does.
std::string without_blanks(std::string_view text) {
  std::string one_kind;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool no_break = text.substr(i).starts_with("\xC2\xA0");
    one_kind += no_break ? ' ' : text[i];
    if (no_break) ++i;
  }
  std::string plain;
  for (std::size_t i = 0; i < one_kind.size(); ++i) {
    if (one_kind[i] != ' ') {
      plain += one_kind[i];
    } else if (!plain.empty() && is_digit(plain.back()) && i + 1 < one_kind.size() &&
               is_digit(one_kind[i + 1])) {
      plain += ',';
    }
  }
  return plain;
}

/// ` $-   `, `-`, `(-)`, `-0-`, with any dash: how accounting formats and people who keep books
/// write zero.
bool is_accounting_zero(std::string_view text) {
  constexpr std::array<std::string_view, 9> dashes = {
      "\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x92", "\xE2\x80\x93", "\xE2\x80\x94",
      "\xE2\x80\x95", "\xE2\x88\x92", "\xEF\xB9\x98", "\xEF\xBC\x8D"};
  std::string plain = lowered(without_blanks(text));
  for (const std::string_view dash : dashes) {
    while (plain.find(dash) != std::string::npos) plain.replace(plain.find(dash), dash.size(), "-");
  }
  if (plain.starts_with("usd")) plain.erase(0, 3);
  std::erase(plain, '$');
  return plain == "-" || plain == "(-)" || plain == "-0-";
}

bool take_end(std::string& text, std::string_view end) {
  if (text.size() <= end.size() || lowered(text).substr(text.size() - end.size()) != end) {
    return false;
  }
  text.resize(text.size() - end.size());
  return true;
}

/// `1234.500` and `1234.3000000000004`: a third decimal that is nothing, or the trace of binary
/// fractions. The amount then is certain to the cent.
std::optional<std::string> without_noise(const std::string& text) {
  const std::size_t point = text.find('.');
  if (point == std::string::npos) return std::nullopt;
  std::size_t end = point + 1;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end - point <= 3) return std::nullopt;
  const std::string_view extra = std::string_view{text}.substr(point + 3, end - point - 3);
  std::string kept = text.substr(0, point + 3) + text.substr(end);
  const auto all = [](std::string_view digits, char digit) {
    return digits.find_first_not_of(digit) == std::string_view::npos;
  };
  constexpr std::size_t certain = 6;
  if (all(extra, '0')) return kept;
  if (extra.size() < certain) return std::nullopt;
  if (all(extra.substr(0, certain), '0')) return kept;
  if (!all(extra.substr(0, certain), '9')) return std::nullopt;
  // Up to the next cent: the carry runs over the digits, leaving point and commas alone.
  std::size_t at = point + 3;
  while (at-- > 0) {
    if (!is_digit(kept[at])) continue;
    if (kept[at] != '9') {
      ++kept[at];
      return kept;
    }
    kept[at] = '0';
  }
  return std::nullopt;
}

bool is_damaged(std::string_view text) {
  const std::size_t exponent = text.find_first_of("eE");
  const bool scientific =
      exponent != std::string_view::npos && exponent > 0 && is_digit(text[exponent - 1]) &&
      exponent + 1 < text.size() &&
      (is_digit(text[exponent + 1]) || text[exponent + 1] == '+' || text[exponent + 1] == '-');
  return scientific || text.starts_with('#');
}

/// `1.234,56`, `1234,56`: a comma with other than three digits behind it, or a point before it.
bool is_european(std::string_view text) {
  const std::size_t comma = text.rfind(','), point = text.find('.');
  if (comma == std::string_view::npos) return false;
  const std::size_t behind = text.size() - comma - 1;
  return (point != std::string_view::npos && point < comma) ||
         (point == std::string_view::npos && behind != 3);
}

}  // namespace

Mended mend_amount(std::string_view text, bool contribution) {
  constexpr std::string_view damage =
      "the spreadsheet damaged this cell; format the column as a number and export again";
  if (is_accounting_zero(text)) return {What::value, "0", "accounting dashes, read as 0"};
  if (contribution && says_nothing(text)) {
    return {What::not_stated, {}, "words for no value, read as not stated"};
  }
  if (is_damaged(text)) return {What::unreadable, {}, {}, damage};

  std::string plain = without_blanks(text);
  std::string_view remark;
  if (lowered(plain).starts_with("usd")) plain.erase(0, 3);
  if (take_end(plain, "cr") || take_end(plain, "-")) {
    plain.insert(plain.begin(), '-');
    remark = "signs behind amounts, read as negative";
  } else if (take_end(plain, "dr")) {
    remark = "DR behind amounts, read as positive";
  }
  if (const auto kept = without_noise(plain)) {
    plain = *kept;
    remark = "empty third decimals, read to the cent";
  }
  const std::optional<Money> amount = Money::parse(plain);
  const bool numeric = plain.find_first_not_of("0123456789.,$()-") == std::string::npos;
  if (is_european(plain) || (!amount && numeric && plain.find(',') != std::string::npos)) {
    return {What::unreadable,
            {},
            {},
            "commas stand between groups of three digits, a point before the cents"};
  }
  if (amount && *amount < Money{}) {
    return {What::unreadable, {}, {}, "enter the year's total after reversals"};
  }
  if (plain == text) return {};
  return {What::value, plain, remark};
}

}  // namespace rothcheck::intake
