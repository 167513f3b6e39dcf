#include "reports/html/parts.hpp"

#include <fmt/format.h>

#include "model/text.hpp"
#include "reports/amounts.hpp"
#include "reports/clauses.hpp"

namespace rothcheck::reports {

Mark mark_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::available:
      return {"yes", "yes", "Has room"};
    case Verdict::at_separation:
      return {"out", "leave", "Only after leaving"};
    case Verdict::no_room:
      return {"out", "none", "No room left"};
    case Verdict::not_eligible:
      return {"out", "out", "Not in the plan"};
    case Verdict::not_available:
      return {"out", "no", "Not offered"};
    case Verdict::undetermined:
      return {"open", "open", "Not known yet"};
    case Verdict::varies:
      return {"open", "open", "It depends"};
  }
  return {};
}

void write_icon(Html& html, std::string_view icon) {
  html("<svg class=\"ic\" aria-hidden=\"true\"><use href=\"#i-{}\"/></svg>", icon);
}

void write_mark(Html& html, const Mark& mark) {
  html("<span class=\"v {}\">", mark.tone);
  write_icon(html, mark.icon);
  html("{}</span>", mark.words);
}

void write_box(Html& html, const Mark& answer, std::string_view sentence) {
  html("<div class=\"verdict {}\"><p>", answer.tone);
  write_icon(html, answer.icon);
  html(" {}</p><p>{}</p></div>\n", answer.words, sentence);
}

void write_clause(Html& html, const Sources& sources, Span where) {
  if (!where.somewhere()) return;
  const std::string cite = clause_cite(sources, where);
  html("<code>{}</code> <span class=\"cite\">{}</span>", clause_text(sources, where),
       shortened(cite.empty() ? line_place(sources, where)
                              : fmt::format("{}; {}", cite, line_place(sources, where))));
}

void write_bar(Html& html, std::int64_t part, std::int64_t whole, std::string_view tone) {
  const std::int64_t width = whole <= 0 || part <= 0 ? 0
                             : part >= whole         ? 1000
                                                     : part * 1000 / whole;
  // What is there is seen, however little it is.
  html(
      "<svg class=\"b\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
      "<rect class=\"{}\" width=\"{}\" height=\"10\"/></svg>",
      tone, part > 0 ? std::max<std::int64_t>(width, 4) : 0);
}

void write_id(Html& html, std::string_view id) { html("<bdi>{}</bdi>", shortened(id)); }

std::string shortened(std::string_view text, std::size_t most) {
  const std::size_t length = code_points(text);
  if (length <= most) return std::string{text};
  std::size_t end = 0;
  for (std::size_t taken = 0; taken < most && end < text.size(); ++taken) {
    const std::size_t step = code_point_at(text.substr(end)).length;
    end += step == 0 ? 1 : step;
  }
  return fmt::format("{}… ({} characters)", text.substr(0, end),
                     grouped(static_cast<std::int64_t>(length)));
}

std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3 + (number < 0 ? 1u : 0u); at -= 3)
    digits.insert(at - 3, ",");
  return digits;
}

std::string people(std::int64_t count) {
  return count == 1 ? "1 person" : grouped(count) + " people";
}

std::string plain_amount(Range range) {
  const auto without_sign = [](Money amount) {
    std::string text = to_string(amount);
    if (const std::size_t sign = text.find('$'); sign != std::string::npos) text.erase(sign, 1);
    return text;
  };
  if (is_boundless(range.most)) return without_sign(range.least) + " or more";
  if (range.settled()) return without_sign(range.least);
  return fmt::format("{} to {}", without_sign(range.least), without_sign(range.most));
}

std::string with_capital(std::string_view words) {
  std::string sentence{words};
  if (!sentence.empty()) sentence[0] = upper(sentence[0]);
  return sentence;
}

}  // namespace rothcheck::reports
