// Percents of pay, and the formulas of employer money as summaries word them.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "run/interview/typed.hpp"

namespace rothcheck::run {

namespace {

using Sort = Piece::Sort;

template <std::size_t N>
bool is_one_of(const Piece& piece, const std::array<std::string_view, N>& words) {
  return piece.is(Sort::word) &&
         std::find(words.begin(), words.end(), std::string_view{piece.text}) != words.end();
}

constexpr std::array<std::string_view, 7> pay_words = {
    "pay", "compensation", "earnings", "salary", "wages", "income", "comp"};
constexpr std::array<std::string_view, 15> of_pay_words = {
    "of",    "your",   "the", "their", "his",     "her", "eligible", "plan",
    "total", "annual", "a",   "an",    "covered", "up",  "to"};

constexpr std::array<std::string_view, 7> irs_words = {"irs",    "and",     "limit", "limits",
                                                       "402(g)", "subject", "within"};

bool over_hundred(std::string_view percent) {
  const std::string_view whole = percent.substr(0, percent.find_first_of(".% "));
  return whole.size() > 3 || (whole.size() == 3 && percent != "100%");
}

bool mentions(const std::vector<Piece>& pieces, std::string_view word) {
  return std::any_of(pieces.begin(), pieces.end(),
                     [word](const Piece& piece) { return piece.is(word); });
}

// ---- The formula of a match, brought to a few words.

constexpr std::array<std::string_view, 50> no_news = {
    "of",          "the",      "your",      "my",       "you",          "we",         "a",
    "an",          "each",     "every",     "on",       "for",          "per",        "that",
    "is",          "are",      "will",      "pays",     "plan",         "company",    "employer",
    "match",       "matches",  "matched",   "matching", "made",         "put",        "in",
    "pre-tax",     "roth",     "or",        "eligible", "they",         "contribute", "contributes",
    "contributed", "save",     "defer",     "deferred", "contribution", "amount",     "amounts",
    "their",       "employee", "employees", "people",   "as",           "dollar",     "dollars",
    "it"};
constexpr std::array<std::string_view, 9> saved = {"contributions", "deferrals",    "deferral",
                                                   "all",           "everything",   "whatever",
                                                   "savings",       "contribution", "contribute"};

struct Word {
  enum class Is { rate, money, first, next, up_to, all, when, pay, discretionary, also } is;
  std::string text = {};
};

/// `$0.50` before `for each dollar` is a rate.
std::string rate_of_dollar(const std::string& money) {
  std::string cents = money.substr(1);
  if (cents == "1" || cents == "1.00") return "100%";
  if (cents.size() == 4 && cents.starts_with("0.")) {
    cents = cents.substr(2);
    return (cents[0] == '0' ? cents.substr(1) : cents) + "%";
  }
  return "";
}

bool before_a_dollar(const std::vector<Piece>& pieces, std::size_t at) {
  std::size_t next = at + 1;
  while (next < pieces.size() &&
         (pieces[next].is("for") || pieces[next].is("on") || pieces[next].is("per") ||
          pieces[next].is("each") || pieces[next].is("every") || pieces[next].is("the")))
    ++next;
  return next > at + 1 && next < pieces.size() &&
         (pieces[next].is("dollar") || pieces[next].text == "$1" || pieces[next].text == "$1.00");
}

class Formula {
 public:
  explicit Formula(std::string_view text) : pieces_{pieces_of(text)} {}

  Typed read() {
    const std::string odd = bring_to_words();
    if (!odd.empty())
      return wrong(
          fmt::format("the formula alone, without \"{}\"; other questions ask for the rest", odd));
    if (begins({Is::discretionary})) return discretionary();
    if (begins({Is::rate, Is::pay, Is::when, Is::rate}) || begins({Is::rate, Is::when, Is::rate}))
      return steps();
    if (begins({Is::rate, Is::up_to, Is::money}))
      return wrong(fmt::format(
          "{0} of the first {1}, if the dollars are what a person contributes; else {0} "
          "of all, and the dollars at the question on the most of the match",
          words_[0].text, words_[2].text));
    if (begins({Is::rate, Is::up_to, Is::rate}) && ends_at(3)) return up_to();
    if (begins({Is::rate, Is::first}) || begins({Is::rate, Is::up_to})) return tiers();
    if (begins({Is::rate, Is::all}) && ends_at(2)) return typed(words_[0].text + " of all");
    if (begins({Is::rate, Is::pay}))
      return wrong(
          fmt::format("what earns it: {0} of the first 6% of pay, or {0} of pay when contributing "
                      "at least 5% of pay; money that everybody gets belongs to a later question",
                      words_[0].text));
    return wrong("a formula such as 50% of the first 6% of pay");
  }

 private:
  using Is = Word::Is;

  /// Empty where all of it is understood; else what is not.
  std::string bring_to_words() {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const Piece& piece = pieces_[i];
      if (piece.is(Sort::percent)) {
        add(Is::rate, piece.text);
        if (before_a_dollar(pieces_, i)) add(Is::all);
      } else if (piece.is(Sort::money) && before_a_dollar(pieces_, i)) {
        if (rate_of_dollar(piece.text).empty()) return piece.text;
        add(Is::rate, rate_of_dollar(piece.text));
        add(Is::all);
      } else if (piece.is(Sort::money)) {
        // The dollar that a rate is of.
        if (piece.text != "$1" && piece.text != "$1.00") add(Is::money, piece.text);
      } else if (piece.is("dollar-for-dollar")) {
        add(Is::rate, "100%");
        add(Is::all);
      } else if (piece.is("dollar") && i + 2 < pieces_.size() && pieces_[i + 1].is("for") &&
                 pieces_[i + 2].is("dollar")) {
        add(Is::rate, "100%");
        add(Is::all);
        i += 2;
      } else if (piece.is(Sort::number)) {
        return piece.text;
      } else if (const std::string odd = bring(piece, i); !odd.empty()) {
        return odd;
      }
    }
    settle_all();
    return "";
  }

  std::string bring(const Piece& piece, std::size_t i) {
    const bool to = i + 1 < pieces_.size() && pieces_[i + 1].is("to");
    if (piece.is("to")) return i != 0 && pieces_[i - 1].is("up") ? "" : "to";
    if (piece.is("up") && to) {
      add(Is::up_to);
    } else if (piece.is("first")) {
      add(Is::first);
    } else if (piece.is("next")) {
      add(Is::next);
    } else if (piece.is("when") || piece.is("if") || piece.is("contributing")) {
      if (words_.empty() || words_.back().is != Is::when) add(Is::when);
    } else if (piece.is("at") || piece.is("least")) {
      return "";
    } else if (piece.is("discretionary")) {
      add(Is::discretionary);
    } else if (piece.is("and") || piece.is("plus") || piece.is("then")) {
      add(Is::also);
    } else if (is_one_of(piece, pay_words)) {
      add(Is::pay);
    } else if (is_one_of(piece, saved)) {
      add(Is::all);
    } else if (!is_one_of(piece, no_news)) {
      return piece.text;
    }
    return "";
  }

  // `50% of contributions up to 6%`: that it is of contributions goes without saying where a bound
  // follows; and pay, where a percent bounds.
  void settle_all() {
    const bool bounded = std::any_of(words_.begin(), words_.end(), [](const Word& word) {
      return word.is == Is::first || word.is == Is::up_to || word.is == Is::when;
    });
    std::vector<Word> kept;
    for (const Word& word : words_) {
      const bool twice = word.is == Is::all && !kept.empty() && kept.back().is == Is::all;
      const bool bound_of_pay = word.is == Is::pay && kept.size() > 1 &&
                                kept[kept.size() - 2].is != Is::also && kept.back().is == Is::rate;
      if (word.is == Is::also || twice || (bounded && word.is == Is::all) ||
          (bounded && bound_of_pay))
        continue;
      kept.push_back(word);
    }
    words_ = std::move(kept);
  }

  void add(Is is, std::string text = "") { words_.push_back({is, std::move(text)}); }
  bool begins(std::initializer_list<Is> sorts, std::size_t at = 0) const {
    for (const Is sort : sorts) {
      if (at == words_.size() || words_[at++].is != sort) return false;
    }
    return true;
  }
  bool ends_at(std::size_t at) const { return at == words_.size(); }

  static std::string bound(const Word& word) {
    return word.is == Is::rate ? word.text + " of pay" : word.text;
  }

  Typed discretionary() const {
    if (ends_at(1)) return typed("discretionary");
    if (begins({Is::discretionary, Is::up_to}) && words_.size() == 3 &&
        (words_[2].is == Is::rate || words_[2].is == Is::money))
      return typed("discretionary up to " + bound(words_[2]));
    return wrong("discretionary, or discretionary up to 6% of pay");
  }

  /// Every dollar up to a bound: a match of a dollar for a dollar is the same either way.
  Typed up_to() const {
    if (words_[0].text == "100%") return typed("100% of the first " + bound(words_[2]));
    return typed(fmt::format("{} up to {}", words_[0].text, bound(words_[2])));
  }

  Typed tiers() const {
    std::string value;
    for (std::size_t at = 0; at < words_.size(); at += 3) {
      const bool first = at == 0;
      // `50% up to the next 2%`
      const std::size_t skip = !first && begins({Is::rate, Is::up_to, Is::next}, at) ? 1 : 0;
      const std::size_t reach = at + skip + 1;
      const bool fits = reach + 1 < words_.size() && words_[at].is == Is::rate &&
                        (first ? words_[reach].is == Is::first || words_[reach].is == Is::up_to
                               : words_[reach].is == Is::next) &&
                        (words_[reach + 1].is == Is::rate || words_[reach + 1].is == Is::money);
      if (!fits) return wrong("tiers such as 100% of the first 3% and 50% of the next 2%");
      value += fmt::format("{}{} of the {} {}", first ? "" : "; ", words_[at].text,
                           first ? "first" : "next", bound(words_[reach + 1]));
      at += skip;
    }
    return typed(value);
  }

  Typed steps() const {
    std::string value;
    for (std::size_t at = 0; at < words_.size();) {
      const std::size_t when = begins({Is::rate, Is::pay}, at) ? at + 2 : at + 1;
      if (!begins({Is::when, Is::rate}, when) || words_[at].is != Is::rate)
        return wrong("steps such as 4% of pay when contributing at least 5% of pay");
      value += fmt::format("{}{} of pay when contributing at least {} of pay", at == 0 ? "" : "; ",
                           words_[at].text, words_[when + 1].text);
      at = when + 2;
      if (at < words_.size() && words_[at].is == Is::pay) ++at;
    }
    return typed(value);
  }

  std::vector<Piece> pieces_;
  std::vector<Word> words_;
};

}  // namespace

Typed read_amount(std::string_view text) {
  const std::vector<Piece> pieces = pieces_of(text);
  std::vector<Piece> figures, rest;
  for (const Piece& piece : pieces) {
    const bool figure = !piece.is(Sort::word);
    if (figure) figures.push_back(piece);
    if (!figure && !is_one_of(piece, of_pay_words)) rest.push_back(piece);
  }
  if (figures.size() > 1) return wrong("one figure: the least and the most are asked for apart");
  if (figures.empty()) return wrong("a percent of pay such as 10%, or dollars such as $5,000");
  const Piece& figure = figures.front();
  if (figure.is(Sort::number))
    return wrong(fmt::format("{0}% of pay, or ${0}: which of them?", figure.text));
  const bool a_year = std::all_of(rest.begin(), rest.end(), [](const Piece& piece) {
    return piece.is("per") || piece.is("year") || piece.is("each");
  });
  if (figure.is(Sort::money)) {
    if (!a_year) return wrong("dollars of the year, such as $5,000");
    return typed(figure.text);
  }
  const bool names_pay = std::any_of(
      rest.begin(), rest.end(), [](const Piece& piece) { return is_one_of(piece, pay_words); });
  const bool of_the_irs_limit =
      mentions(rest, "limit") && (mentions(rest, "402(g)") || mentions(rest, "irs"));
  if (of_the_irs_limit && !names_pay) return typed(figure.text + " of the 402(g) limit");
  // `50% of pay up to the IRS limit`: that the law's limit holds goes without saying.
  if (names_pay)
    std::erase_if(rest, [](const Piece& piece) { return is_one_of(piece, irs_words); });
  if (over_hundred(figure.text)) return wrong("100% of pay at most");
  const bool of_pay = std::all_of(rest.begin(), rest.end(),
                                  [](const Piece& piece) { return is_one_of(piece, pay_words); });
  if (!of_pay)
    return wrong(fmt::format("{} of pay; what counts as pay is another question", figure.text));
  return typed(figure.text + " of pay");
}

Typed read_match(std::string_view text) { return Formula{text}.read(); }

Typed read_employer(std::string_view text) {
  const std::vector<Piece> pieces = pieces_of(text);
  if (!mentions(pieces, "discretionary")) {
    Typed amount = read_amount(text);
    // What is not always given is not promised.
    if (amount.ok() && mentions(pieces, "up"))
      return wrong(
          fmt::format("{0}, if it is always given; else discretionary up to {0}", amount.value));
    return amount;
  }
  if (pieces.size() == 1) return typed("discretionary");
  const std::size_t up = text.find("up to");
  if (up == text.npos) return wrong("discretionary, or discretionary up to 6% of pay");
  Typed most = read_amount(text.substr(up + 5));
  return most.ok() ? typed("discretionary up to " + most.value) : most;
}

}  // namespace rothcheck::run
