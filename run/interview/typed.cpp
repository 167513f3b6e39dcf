// Taking apart what was typed, and the values that are one figure.
#include "run/interview/typed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "model/dates.hpp"

namespace rothcheck::run {

namespace {

using Sort = Piece::Sort;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

constexpr std::array<std::pair<std::string_view, std::string_view>, 15> numbers = {
    {{"one", "1"},
     {"two", "2"},
     {"three", "3"},
     {"four", "4"},
     {"five", "5"},
     {"six", "6"},
     {"seven", "7"},
     {"eight", "8"},
     {"nine", "9"},
     {"ten", "10"},
     {"twelve", "12"},
     {"eighteen", "18"},
     {"twenty-one", "21"},
     {"twenty-four", "24"},
     {"sixty", "60"}}};

/// Walks the characters of one answer.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_{text} {}

  std::vector<Piece> pieces() {
    while (skip_gap(), at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '$') {
        ++at_;
        skip_gap();
        add(Sort::money, "$" + figure());
      } else if (is_digit(c) || (c == '.' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]))) {
        number();
      } else if (c == ',' || c == ';' || c == '&' || c == '+') {
        ++at_;
        add(Sort::word, "and");
      } else {
        word();
      }
    }
    return std::move(pieces_);
  }

 private:
  void add(Sort sort, std::string text) { pieces_.push_back({sort, std::move(text)}); }

  void skip_gap() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
  }

  // A comma or point at the end of a sentence is none of the figure's.
  std::string figure() {
    const std::size_t first = at_;
    while (at_ < text_.size() &&
           (is_digit(text_[at_]) || ((text_[at_] == ',' || text_[at_] == '.') &&
                                     at_ + 1 < text_.size() && is_digit(text_[at_ + 1]))))
      ++at_;
    const std::string found{text_.substr(first, at_ - first)};
    return found.starts_with('.') ? "0" + found : found;
  }

  bool take(std::string_view what) {
    for (std::size_t i = 0; i < what.size(); ++i) {
      if (at_ + i >= text_.size() || small(text_[at_ + i]) != what[i]) return false;
    }
    const std::size_t behind = at_ + what.size();
    if (is_letter(what.back()) && behind < text_.size() && is_letter(text_[behind])) return false;
    at_ = behind;
    return true;
  }

  // `59 1/2`, and what stands behind a number and makes it a percent or dollars.
  void number() {
    const std::size_t first = at_;
    std::string text = figure();
    const bool sign = fraction_sign(text);
    if (at_ < text_.size() && (is_letter(text_[at_]) || text_[at_] == '(')) {
      at_ = first;
      return word();
    }
    if (at_ < text_.size() && (text_[at_] == '/' || text_[at_] == '-')) {
      at_ = first;
      return date();
    }
    const std::size_t behind = at_;
    skip_gap();
    std::size_t digits = at_;
    while (digits < text_.size() && is_digit(text_[digits])) ++digits;
    const bool fraction = !sign && digits > at_ && digits + 1 < text_.size() &&
                          text_[digits] == '/' && is_digit(text_[digits + 1]);
    if (fraction) {
      std::size_t end = digits + 1;
      while (end < text_.size() && is_digit(text_[end])) ++end;
      text += " " + std::string{text_.substr(at_, end - at_)};
      at_ = end;
      skip_gap();
    }
    for (std::string_view unit : {"%", "percent", "per cent", "pct", "cents", "cent", "\xC2\xA2"}) {
      if (take(unit)) return add(Sort::percent, text + "%");
    }
    for (std::string_view unit : {"dollars", "usd"}) {
      if (take(unit)) return add(Sort::money, "$" + text);
    }
    if (!fraction) at_ = behind;
    add(Sort::number, text);
  }

  /// `59\xC2\xBD` is `59 1/2`.
  bool fraction_sign(std::string& text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> signs = {
        {{"\xC2\xBC", "1/4"},
         {"\xC2\xBD", "1/2"},
         {"\xC2\xBE", "3/4"},
         {"\xE2\x85\x93", "1/3"},
         {"\xE2\x85\x94", "2/3"}}};
    for (const auto& [sign, written] : signs) {
      if (!text_.substr(at_).starts_with(sign)) continue;
      text += " " + std::string{written};
      at_ += sign.size();
      return true;
    }
    return false;
  }

  void date() {
    const std::size_t first = at_;
    while (at_ < text_.size() && (is_digit(text_[at_]) || text_[at_] == '/' || text_[at_] == '-'))
      ++at_;
    add(Sort::word, std::string{text_.substr(first, at_ - first)});
  }

  void word() {
    const std::size_t first = at_;
    constexpr std::string_view ends = " \t,;&+$";
    while (at_ < text_.size() && ends.find(text_[at_]) == ends.npos) ++at_;
    std::string found{text_.substr(first, at_ - first)};
    std::transform(found.begin(), found.end(), found.begin(), small);
    while (found.size() > 1 &&
           std::string_view{".:!?"}.find(found.back()) != std::string_view::npos)
      found.pop_back();
    for (const auto& [name, figure] : numbers) {
      if (found == name) return add(Sort::number, std::string{figure});
    }
    add(Sort::word, found);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Piece> pieces_;
};

std::optional<int> whole(std::string_view text) {
  int value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool all = read.ec == std::errc{} && read.ptr == text.data() + text.size();
  return all ? std::optional{value} : std::nullopt;
}

/// `59.5` is `59 1/2`.
std::string halves(std::string text) {
  const std::size_t point = text.find('.');
  if (point != text.npos && (text.substr(point) == ".5" || text.substr(point) == ".50"))
    return text.substr(0, point) + " 1/2";
  return text;
}

constexpr std::array<std::string_view, 12> months = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

constexpr std::string_view begins = "the day on which the year begins, such as July 1";
constexpr std::string_view a_day = "a day of the year, such as July 1 or 07-01";

/// The month that a word names in full, or by its first three letters; 0 where none.
int month_named(std::string_view word) {
  if (word.size() < 3) return 0;
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (months[i].starts_with(word)) return static_cast<int>(i) + 1;
  }
  return 0;
}

}  // namespace

std::vector<Piece> pieces_of(std::string_view text) { return Scanner{text}.pieces(); }

std::string bare(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (is_letter(c) || is_digit(c)) result += small(c);
  }
  return result;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") + 1 - first);
}

Typed read_money(std::string_view text) {
  std::vector<Piece> pieces = pieces_of(text);
  std::erase_if(pieces, [](const Piece& piece) {
    return piece.is("a") || piece.is("per") || piece.is("each") || piece.is("year") ||
           piece.is("the") || piece.is("of") || piece.is("about") || piece.is("or") ||
           piece.is("more") || piece.is("at") || piece.is("least") || piece.is("minimum") ||
           piece.is("is") || piece.is("for") || piece.is("conversion") || piece.is("withdrawal");
  });
  if (pieces.size() != 1 || (!pieces[0].is(Sort::money) && !pieces[0].is(Sort::number)))
    return wrong("an amount of money, such as $500");
  return typed(pieces[0].is(Sort::money) ? pieces[0].text : "$" + pieces[0].text);
}

Typed read_age(std::string_view text) {
  std::vector<Piece> pieces = pieces_of(text);
  std::erase_if(pieces, [](const Piece& piece) {
    return piece.is("age") || piece.is("years") || piece.is("old") || piece.is("of") ||
           piece.is("at") || piece.is("and") || piece.is("older") || piece.is("from") ||
           piece.is("after") || piece.is("least") || piece.is("or") || piece.is("you") ||
           piece.is("reach") || piece.is("reaching");
  });
  if (pieces.size() == 1 && pieces[0].text == "59-1/2") return typed("59 1/2");
  if (pieces.size() != 1 || !pieces[0].is(Sort::number)) return wrong("an age, such as 59 1/2");
  return typed(halves(pieces[0].text));
}

Typed read_duration(std::string_view text) {
  const std::vector<Piece> pieces = pieces_of(text);
  std::string count;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].is(Sort::number)) count = pieces[i].text;
    if (pieces[i].is("hours") || pieces[i].is("hour"))
      return wrong("days, months or years; a year of 1,000 hours is 1 year");
    for (std::string_view unit : {"day", "month", "year"}) {
      const std::string_view word = pieces[i].text;
      if (!pieces[i].is(Sort::word) || (word != unit && word != std::string{unit} + "s")) continue;
      if (count.empty() && i != 0 && pieces[i - 1].is("a")) count = "1";
      if (const auto number = whole(count))
        return typed(fmt::format("{} {}{}", *number, unit, *number == 1 ? "" : "s"));
    }
  }
  return wrong("a time in days, months or years, such as 3 months");
}

Typed read_count(std::string_view text) {
  const std::vector<Piece> pieces = pieces_of(text);
  const std::string_view expected = "how many times a year, such as 2";
  std::optional<int> count;
  int times = 1;
  for (const Piece& piece : pieces) {
    const bool counts = piece.is("once") || piece.is("twice") || piece.is(Sort::number);
    // `two in a 12-month period`, `every other month`
    const bool other_period =
        piece.is("other") || (piece.is(Sort::word) && is_digit(piece.text[0]));
    if ((counts && count) || other_period) return wrong(std::string{expected});
    if (piece.is("once")) count = 1;
    if (piece.is("twice")) count = 2;
    if (piece.is(Sort::number)) count = whole(piece.text);
    if (piece.is("quarter") || piece.is("quarterly")) times = 4;
    if (piece.is("month") || piece.is("monthly")) times = 12;
    if (piece.is("months") || piece.is("days") || piece.is("weeks") || piece.is("week"))
      return wrong("how many times a year: once every six months is 2");
  }
  if (!count && times != 1) count = 1;
  if (!count || *count < 1 || *count > 365) return wrong(std::string{expected});
  return typed(std::to_string(*count * times));
}

Typed read_day(std::string_view text) {
  std::vector<std::string> days;
  int month = 0, day = 0;
  for (const Piece& piece : pieces_of(text)) {
    // The end of a year is not its beginning.
    if (piece.text.starts_with("end")) return wrong(std::string{begins});
    if (piece.is(Sort::number) && whole(piece.text).value_or(0) >= 2000) continue;
    if (piece.is(Sort::number)) {
      day = whole(piece.text).value_or(0);
    } else if (const int named = month_named(piece.text)) {
      month = named;
    } else if (is_digit(piece.text.front())) {
      const auto parts = piece.text.find_first_of("-/");
      if (parts == piece.text.npos) {
        day = whole(piece.text.substr(0, piece.text.find_first_not_of("0123456789"))).value_or(0);
      } else {
        month = whole(piece.text.substr(0, parts)).value_or(0);
        day = whole(std::string_view{piece.text}.substr(parts + 1)).value_or(0);
      }
    }
    if (month == 0 || day == 0) continue;
    const auto is_day = [month](int n) {
      return parse_date(fmt::format("2025-{:02}-{:02}", month, n)).has_value();
    };
    if (!is_day(day)) return wrong(std::string{a_day});
    // Years end on the last day of a month.
    if (days.empty() && !is_day(day + 1)) return wrong(std::string{begins});
    days.push_back(fmt::format("{:02}-{:02}", month, day));
    month = day = 0;
  }
  // `July 1 to June 30`: a year that begins on the first of them.
  if (days.empty() || days.size() > 2 || month != 0 || day != 0) return wrong(std::string{a_day});
  return typed(days.front());
}

}  // namespace rothcheck::run
