// Which comment belongs to which statement, and the words of a statement.
#include "dsl/format_tree.hpp"

#include <algorithm>
#include <utility>

#include "dsl/scan.hpp"
#include "model/participant.hpp"
#include "model/text.hpp"

namespace rothcheck::dsl {
namespace {

using ast::Shape;
using ast::Value;

constexpr std::string_view blanks = " \t\r";
constexpr std::string_view no_break = "\xC2\xA0";

/// How many bytes the blank at `at` has; 0 when there is none.
std::size_t blank_size(std::string_view text, std::size_t at) {
  if (blanks.find(text[at]) != std::string_view::npos) return 1;
  return text.substr(at).starts_with(no_break) ? no_break.size() : 0;
}

std::string_view without_trailing_blanks(std::string_view text) {
  while (!text.empty()) {
    if (blanks.find(text.back()) != std::string_view::npos) {
      text.remove_suffix(1);
    } else if (text.ends_with(no_break)) {
      text.remove_suffix(no_break.size());
    } else {
      break;
    }
  }
  return text;
}

/// `66  2/3 %` as `66 2/3%`.
std::string number_word(std::string_view text) {
  std::string word;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t blank = blank_size(text, at);
    if (blank == 0) {
      if (text[at] == '%' && word.back() == ' ') word.pop_back();
      word += text[at++];
    } else {
      if (word.back() != ' ') word += ' ';
      at += blank;
    }
  }
  return word;
}

/// `$40500` as `$40,500`; as it stands where that might be another amount.
std::string money_word(std::string_view text) {
  std::string word{text};
  const std::size_t point = std::min(text.find('.'), text.size());
  const bool digits_alone =
      std::all_of(word.begin() + 1, word.begin() + static_cast<std::ptrdiff_t>(point), is_digit);
  if (!digits_alone || !Money::parse(text) || text[1] == '0') return word;
  for (std::size_t at = point; at > 4;) word.insert(at -= 3, ",");
  return word;
}

/// Whether a scenario keeps what follows this word letter by letter: `class a,b`.
bool is_text_fact(std::string_view word) {
  const std::optional<Field> field = field_named(word);
  return field && row_of(*field).type == FieldType::text;
}

/// The values that are not made of others.
void gather_leaves(const Value& value, std::vector<const Value*>& leaves) {
  if (value.parts.empty()) leaves.push_back(&value);
  for (const Value& part : value.parts) gather_leaves(part, leaves);
}

class Arranger {
 public:
  Arranger(std::string_view text, const std::vector<Span>& comments)
      : text_{text}, comments_{comments} {}

  /// Adds what stands from `from` to `to`. The comments before it were taken.
  void fill(Body& body, const std::vector<ast::Clause>& clauses, std::size_t from, std::size_t to) {
    std::size_t last = from;
    for (const ast::Clause& clause : clauses) {
      last = take_comments(body, from, last, clause.span.begin);
      Entry entry = statement(clause);
      entry.apart = line_ends(last, clause.span.begin) > 1 && !body.entries.empty();
      body.entries.push_back(std::move(entry));
      last = clause.span.end;
    }
    take_comments(body, from, last, to);
  }

 private:
  std::size_t line_ends(std::size_t first, std::size_t last) const {
    const std::string_view between = text_.substr(first, last - first);
    return static_cast<std::size_t>(std::count(between.begin(), between.end(), '\n'));
  }
  std::size_t column(std::size_t at) const {
    std::size_t count = 0;
    for (; at > 0 && text_[at - 1] != '\n'; --at) count += !continues_code_point(text_[at - 1]);
    return count;
  }
  std::string_view words_of(Span comment) const {
    return without_trailing_blanks(text_.substr(comment.begin, comment.end - comment.begin));
  }
  bool comment_before(std::size_t until) const {
    return next_ < comments_.size() && comments_[next_].begin < until;
  }

  /// Takes the comments up to `until`; `last` is where something ended last, as is the result.
  std::size_t take_comments(Body& body, std::size_t from, std::size_t last, std::size_t until) {
    for (; comment_before(until); ++next_) {
      const Span comment = comments_[next_];
      const bool behind_brace = last == from && from > 0 && text_[from - 1] == '{';
      const std::size_t lines = line_ends(last, comment.begin);
      if (behind_brace && lines == 0 && body.comment.empty()) {
        body.comment = words_of(comment);
      } else if (goes_with_last(body, behind_brace, lines, comment)) {
        body.entries.back().comments.push_back(words_of(comment));
      } else {
        add_comment(body, lines > 1 && !body.entries.empty(), comment);
      }
      last = comment.end;
    }
    return last;
  }

  bool goes_with_last(const Body& body, bool behind_brace, std::size_t lines, Span comment) const {
    if (behind_brace || body.entries.empty() || body.entries.back().words.empty()) return false;
    if (lines == 0) return true;
    // A comment that goes on below itself.
    return lines == 1 && !body.entries.back().comments.empty() &&
           column(comment.begin) == column(comments_[next_ - 1].begin);
  }

  void add_comment(Body& body, bool apart, Span comment) const {
    body.entries.push_back(
        {.apart = apart, .words = {}, .bodies = {}, .cite = {}, .comments = {words_of(comment)}});
  }

  Entry statement(const ast::Clause& clause) {
    Entry entry;
    entry.words = words(clause);
    std::size_t last = clause.head.end;
    for (const ast::Block& block : clause.blocks) {
      Body body;
      // There is no place before a brace, so that comments there move behind it.
      for (; comment_before(block.span.begin); ++next_) {
        const Span comment = comments_[next_];
        if (body.comment.empty() && line_ends(last, comment.begin) == 0) {
          body.comment = words_of(comment);
        } else {
          add_comment(body, false, comment);
        }
        last = comment.end;
      }
      fill(body, block.clauses, block.span.begin + 1, block.span.end - 1);
      const bool empty = body.entries.empty() && body.comment.empty();
      const bool moved = !body.comment.empty() || (!empty && body.entries.front().words.empty());
      body.open = !empty && (moved || line_ends(block.span.begin, block.span.end) != 0);
      entry.bodies.push_back(std::move(body));
      last = block.span.end;
    }
    if (clause.cite) entry.cite = clause.cite->text;
    return entry;
  }

  /// Words that only join others (`of`, `the`) and commas have no value of their own: they are what
  /// stands between the values.
  void add_between(std::vector<std::string>& words, std::size_t first, std::size_t last) const {
    bool begins = true;
    for (std::size_t at = first; at < last;) {
      const std::size_t blank = blank_size(text_, at);
      if (blank != 0) {
        begins = true;
      } else if (text_[at] == ',') {
        words.back() += ',';
        begins = true;
      } else {
        if (std::exchange(begins, false)) words.emplace_back();
        words.back() += text_[at];
      }
      at += std::max<std::size_t>(blank, 1);
    }
  }

  std::vector<std::string> words(const ast::Clause& clause) const {
    const bool verbatim = !clause.values.empty() && is_text_fact(clause.values.front().text);
    std::vector<const Value*> leaves;
    for (const auto* values : {&clause.values, &clause.qualifiers}) {
      for (const Value& value : *values)
        verbatim ? leaves.push_back(&value) : gather_leaves(value, leaves);
    }
    std::sort(leaves.begin(), leaves.end(),
              [](const Value* a, const Value* b) { return a->span.begin < b->span.begin; });
    std::vector<std::string> words;
    std::size_t at = clause.head.begin;
    for (const Value* leaf : leaves) {
      add_between(words, at, leaf->span.begin);
      words.push_back(verbatim ? std::string{leaf->text} : word(*leaf));
      at = leaf->span.end;
    }
    return words;
  }

  /// `402(g)  limit` is one value of two words.
  static std::string single_blanks(std::string_view text) {
    std::string words;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t blank = blank_size(text, at);
      if (blank == 0) {
        words += text[at];
      } else if (!words.ends_with(' ')) {
        words += ' ';
      }
      at += std::max<std::size_t>(blank, 1);
    }
    return words;
  }

  static std::string word(const Value& leaf) {
    if (leaf.shape == Shape::money) return money_word(leaf.text);
    if (leaf.shape == Shape::word) return single_blanks(leaf.text);
    const bool number = leaf.shape == Shape::percent || leaf.shape == Shape::number;
    return number ? number_word(leaf.text) : std::string{leaf.text};
  }

  std::string_view text_;
  const std::vector<Span>& comments_;
  std::size_t next_ = 0;  // of the comments
};

}  // namespace

Body arrange(std::string_view text, const ast::Document& document) {
  Body whole;
  Arranger{text, document.comments}.fill(whole, document.clauses, 0, text.size());
  return whole;
}

}  // namespace rothcheck::dsl
