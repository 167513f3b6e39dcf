// Describing cells that cannot be read.
#include "intake/census/bad_cell.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "intake/columns/cell_type.hpp"
#include "intake/findings.hpp"
#include "intake/shown.hpp"
#include "model/text.hpp"

namespace rothcheck::intake {
namespace {

constexpr std::size_t longest_message = 90;
constexpr std::size_t longest_text = 40;

/// A choice such as `joint` takes words, so words in it are most likely the choice misspelt.
bool takes_words(const FieldRow& row) {
  return row.field == Field::business || row.field == Field::filing_status ||
         row.field == Field::hce;
}

/// `Smith, John`: two words or more and nothing that a number or a date would have.
bool looks_like_a_name(std::string_view text) {
  const bool letters_only = std::none_of(text.begin(), text.end(), is_digit);
  const std::size_t gap = text.find_first_of(" ,");
  if (!letters_only || gap == std::string_view::npos) return false;
  return is_letter(text.front()) &&
         std::any_of(text.begin() + static_cast<std::ptrdiff_t>(gap), text.end(), is_letter);
}

/// `2/30/1980`: the shape of a date that is read, with a day that no calendar has.
bool is_impossible_date(std::string_view text) {
  std::string shape;
  for (char c : text) {
    const char kind = is_digit(c) ? '9' : c;
    if (kind != '9' || shape.empty() || shape.back() != '9') shape += kind;
  }
  if (parse_date(text)) return false;
  const bool month_first = shape == "9/9/9" && text.size() - text.rfind('/') == 5;
  return month_first || (shape == "9-9-9" && text.find('-') == 4);
}

/// Pay, names and dates of birth are never printed, and a cell that has slipped into another column
/// may be one of them: what stands there is told by its kind.
std::string_view kind_of_mistake(const FieldRow& row, std::string_view text) {
  if (std::none_of(text.begin(), text.end(), is_digit))
    return std::any_of(text.begin(), text.end(), is_letter) ? "words" : "signs";
  switch (type_of(row.field)) {
    case CellType::date:
      return "an unreadable date";
    case CellType::money:
    case CellType::election:
    case CellType::percent:
    case CellType::age:
    case CellType::years:
    case CellType::hours:
    case CellType::periods:
      return "an unreadable number";
    case CellType::text:
    case CellType::yes_no:
    case CellType::business:
    case CellType::filing_status:
      break;
  }
  return "text with digits";
}

/// What stands in the cell, where its text must not be printed or cannot be.
std::string_view description_of(const FieldRow& row, std::string_view text) {
  if (!is_utf8(text)) return "bytes that are not UTF-8";
  const std::size_t time = text.find_first_of(" T");
  if (time != std::string_view::npos && parse_date(text.substr(0, time)))
    return "a date and a time";
  if (has_long_number(text)) return "a number of nine digits or more";
  if (parse_date(text)) return "a date";
  if (const std::optional<Money> amount = Money::parse(text)) {
    return *amount < Money{} ? "a negative number" : "a number";
  }
  if (Rate::parse_percent(text)) return "a percent";
  if (takes_words(row) && text.find(',') == std::string_view::npos) return {};
  return kind_of_mistake(row, text);
}

/// What makes this very text unreadable, for the mistakes that are made most.
std::string_view advice_for(std::string_view text, std::string_view unfit) {
  if (unfit.starts_with("a number")) {
    return "write the value in quotation marks, an amount with at most two decimals";
  }
  if (unfit.starts_with("a formula")) {
    return "open the workbook in a spreadsheet and save it: that works its formulas out";
  }
  if (!unfit.empty()) return {};
  if (!is_utf8(text)) return "save the file as \"CSV UTF-8\"";
  if (is_impossible_date(text)) return "the calendar has no such day";
  if (text.find('#') != std::string_view::npos) {
    return "the spreadsheet could not show this cell; widen or mend it and export again";
  }
  if (const std::optional<Money> amount = Money::parse(text); amount && *amount < Money{}) {
    return "enter the year's total after reversals";
  }
  const auto exponent = text.find_first_of("eE");
  if (exponent != std::string_view::npos && exponent > 0 && is_digit(text[exponent - 1])) {
    return "the spreadsheet shortened this number; format the column as a number and export again";
  }
  if (text.find(',') != std::string_view::npos && !looks_like_a_name(text)) {
    return "commas stand between groups of three digits, a point before the cents";
  }
  return {};
}

}  // namespace

Finding bad_cell(const FieldRow& row, std::string_view text, std::string_view unfit,
                 std::string_view advice) {
  std::string found{unfit.empty() ? description_of(row, text) : unfit};
  if (found.empty()) {
    found = quoted(text, longest_text);
  }
  Finding finding{&finding::unreadable_cell, fmt::format("found {} in {}", found, row.name)};
  const std::string expected = fmt::format("expected {}", row.expects);
  if (finding.message.size() + expected.size() + 2 <= longest_message) {
    finding.message += ", " + expected;
  } else {
    finding.notes.push_back({expected});
  }
  if (advice.empty()) advice = advice_for(text, unfit);
  if (!advice.empty()) finding.notes.push_back({std::string{advice}});
  return finding;
}

}  // namespace rothcheck::intake
