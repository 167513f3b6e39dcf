// Indentation, and blocks on one line or several.
#include "dsl/format_lines.hpp"

#include <algorithm>
#include <utility>

#include "dsl/format_columns.hpp"
#include "model/text.hpp"

namespace rothcheck::dsl {
namespace {

constexpr std::size_t level = 4;

std::string cite_of(const Entry& entry) { return "cite " + std::string{entry.cite}; }

std::string flat(const Entry& entry);

/// Blocks on the line of their statement.
std::string flat_blocks(const Entry& entry) {
  std::string text;
  for (const Body& body : entry.bodies) {
    text += " {";
    for (const Entry& inner : body.entries)
      text += (&inner == &body.entries.front() ? " " : "; ") + flat(inner);
    text += " }";
  }
  return text;
}

std::string flat(const Entry& entry) {
  return joined(entry.words) + flat_blocks(entry) +
         (entry.cite.empty() ? "" : " " + cite_of(entry));
}

bool opens(const Entry& entry, std::size_t indent) {
  if (entry.bodies.empty()) return false;
  const bool was_open = std::any_of(entry.bodies.begin(), entry.bodies.end(),
                                    [](const Body& body) { return body.open; });
  return was_open || indent + code_points(flat(entry)) > page_width;
}

class Printer {
 public:
  std::string take() { return std::move(text_); }

  void print(const Body& body, std::size_t indent) {
    const Entry* entry = body.entries.data();
    const Entry* const end = entry + body.entries.size();
    while (entry != end) {
      if (entry->apart) text_ += '\n';
      const Entry* const first = entry;
      while (entry != end && is_line(*entry, indent) && (entry == first || !entry->apart)) ++entry;
      if (entry != first) {
        print_neighbours(first, entry, indent);
      } else if (entry->words.empty()) {
        print_line(std::string(indent, ' ').append(entry->comments.front()));
        ++entry;
      } else {
        print_opened(*entry, indent);
        ++entry;
      }
    }
  }

 private:
  /// Whether it is a line that may line up with those above and below.
  static bool is_line(const Entry& entry, std::size_t indent) {
    return !entry.words.empty() && !opens(entry, indent);
  }

  void print_line(const std::string& line) { text_.append(line) += '\n'; }

  void print_neighbours(const Entry* first, const Entry* last, std::size_t indent) {
    std::vector<std::string> lines = aligned(first, last);
    std::vector<Addition> next_to, behind_cite;
    for (std::string& line : lines) {
      const Entry& entry = first[&line - lines.data()];
      line.insert(0, indent, ' ');
      line += flat_blocks(entry);
      if (!entry.cite.empty()) next_to.push_back({&line, cite_of(entry)});
      if (!entry.comments.empty()) {
        auto& additions = entry.cite.empty() ? next_to : behind_cite;
        additions.push_back({&line, std::string{entry.comments.front()}});
      }
    }
    add_in_columns(next_to);
    add_behind(behind_cite);
    for (const std::string& line : lines) finish(line, first[&line - lines.data()]);
  }

  void print_opened(const Entry& entry, std::size_t indent) {
    std::string line = std::string(indent, ' ') + joined(entry.words);
    for (const Body& body : entry.bodies) {
      line += " {";
      if (!body.comment.empty()) add_in_columns({{&line, std::string{body.comment}}});
      print_line(line);
      print(body, indent + level);
      line = std::string(indent, ' ') + '}';
    }
    if (!entry.cite.empty()) line += ' ' + cite_of(entry);
    if (!entry.comments.empty()) add_behind({{&line, std::string{entry.comments.front()}}});
    finish(line, entry);
  }

  /// Ends a line that has its comment, and writes the comments that go on below it.
  void finish(const std::string& line, const Entry& entry) {
    print_line(line);
    for (std::size_t i = 1; i < entry.comments.size(); ++i) {
      const std::size_t column = code_points(line) - code_points(entry.comments.front());
      print_line(std::string(column, ' ').append(entry.comments[i]));
    }
  }

  std::string text_;
};

}  // namespace

std::string lines(const Body& whole) {
  Printer printer;
  printer.print(whole, 0);
  return printer.take();
}

}  // namespace rothcheck::dsl
