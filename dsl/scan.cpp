// Encodings, sizes and braces.
#include "dsl/scan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dsl/findings.hpp"
#include "model/text.hpp"

namespace rothcheck::dsl {
namespace {

constexpr std::size_t largest_file = 16u << 20;
constexpr std::size_t longest_line = 1u << 16;
constexpr std::size_t deepest = 64;

Span span_at(std::uint16_t source, std::size_t at, std::size_t size = 1) {
  return {source, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + size)};
}

struct Magic {
  std::string_view bytes, what;
};
constexpr std::array<Magic, 6> other_files = {{
    {"%PDF-", "a PDF"},
    {"PK\x03\x04", "a zip, Word or Excel file"},
    {"\xD0\xCF\x11\xE0", "an old Word or Excel file"},
    {"{\\rtf", "a rich text file"},
    {"\xFF\xFE", "UTF-16 text"},
    {"\xFE\xFF", "UTF-16 text"},
}};

bool is_plan_text(std::string_view text, std::uint16_t source, Faults& faults) {
  for (const Magic& other : other_files) {
    if (!text.starts_with(other.bytes)) continue;
    faults.say(finding::not_plan_text, span_at(source, 0, 0),
               fmt::format("this is {}, not a plan file", other.what));
    return false;
  }
  if (text.size() > largest_file) {
    faults.say(finding::file_too_large, span_at(source, 0, 0),
               fmt::format("the file has {} bytes; a plan file has 16 MiB at most", text.size()));
    return false;
  }
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
    faults.say(finding::not_plan_text, span_at(source, nul),
               "this is a binary file, not a plan file: it has a NUL byte");
    return false;
  }
  // All of it would be one line, and no statement of it would end.
  if (const std::size_t back = text.find('\r');
      !text.empty() && back < text.size() - 1 && text.find('\n') == std::string_view::npos) {
    faults.say(finding::not_plan_text, span_at(source, back),
               "the lines of this file end in carriage returns alone, as on old Macs",
               {{"save the file with line feeds, or as Windows does"}});
    return false;
  }
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = code_point_at(text.substr(at)).length;
    if (size == 0) {
      faults.say(finding::not_utf8, span_at(source, at),
                 fmt::format("byte 0x{:02X} is not UTF-8 text",
                             static_cast<unsigned>(static_cast<unsigned char>(text[at]))));
      return false;
    }
    at += size;
  }
  return true;
}

bool lines_are_short(std::string_view text, std::uint16_t source, Faults& faults) {
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    if (end - start > longest_line) {
      faults.say(finding::line_too_long, span_at(source, start, 0),
                 fmt::format("a line of {} bytes; {} at most are read", end - start, longest_line));
      return false;
    }
    start = end + 1;
  }
  return true;
}

/// The blanks before the first character of the line that `at` is on.
std::size_t indentation(std::string_view text, std::size_t at) {
  const std::size_t newline = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const std::size_t start = newline == std::string_view::npos ? 0 : newline + 1;
  return text.find_first_not_of(" \t", start) - start;
}

bool begins_line(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? at : text.find_last_not_of(" \t", at - 1);
  return at == 0 || before == std::string_view::npos || text[before] == '\n';
}

/// Pairs braces as they come by.
struct Braces {
  std::string_view text;
  std::vector<std::size_t> open;
  std::optional<std::size_t>
      suspect;  // an opening brace that was closed further left than it stands
  std::optional<std::size_t> stray, too_deep;

  void opens(std::size_t at) {
    open.push_back(at);
    if (open.size() > deepest && !too_deep) too_deep = at;
  }
  void closes(std::size_t at) {
    if (open.empty()) {
      if (!stray) stray = at;
      return;
    }
    const bool outdented =
        begins_line(text, at) && indentation(text, at) < indentation(text, open.back());
    if (outdented && !suspect) suspect = open.back();
    open.pop_back();
  }
};

/// Reports at most one of what ails the braces: the rest usually follows from it.
bool pairs(const Braces& braces, std::uint16_t source, Faults& faults) {
  if (braces.too_deep) {
    faults.say(finding::nested_too_deep, span_at(source, *braces.too_deep),
               fmt::format("blocks are nested more than {} deep", deepest));
  } else if (!braces.open.empty()) {
    const std::size_t at = braces.suspect.value_or(braces.open.back());
    faults.say(
        finding::unclosed_brace, span_at(source, at), "this `{` is never closed",
        {{"the file ends here", span_at(source, braces.text.find_last_not_of(" \t\r\n") + 1, 0)}});
  } else if (braces.stray) {
    faults.say(finding::stray_brace, span_at(source, *braces.stray), "this `}` closes no block");
  } else {
    return true;
  }
  return false;
}

}  // namespace

Quotation quotation(std::string_view text, std::size_t at) {
  for (++at; at < text.size() && text[at] != '\n'; ++at) {
    if (text[at] == '"') return {at + 1, true};
    if (text[at] == '\\' && at + 1 < text.size() && text[at + 1] != '\n') ++at;
  }
  return {at, false};
}

std::size_t end_of_statement(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (text[at] == '"') {
      at = quotation(text, at).end;
    } else if (text[at] == '#') {
      return std::min(text.find('\n', at), text.size());
    } else if (std::string_view{"\n;{}"}.find(text[at]) != std::string_view::npos) {
      return at;
    } else {
      ++at;
    }
  }
  return at;
}

std::optional<std::vector<Span>> scan(std::string_view text, std::uint16_t source, Faults& faults) {
  if (!is_plan_text(text, source, faults) || !lines_are_short(text, source, faults)) {
    return std::nullopt;
  }
  std::vector<Span> comments;
  Braces braces{.text = text, .open = {}, .suspect = {}, .stray = {}, .too_deep = {}};
  std::optional<std::size_t> unclosed_quote;
  bool empty = true;
  for (std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0; at < text.size();) {
    const char c = text[at];
    std::size_t next = at + 1;
    if (c == '#') {
      next = std::min(text.find('\n', at), text.size());
      comments.push_back(span_at(source, at, next - at));
    } else if (c == '"') {
      const Quotation quote = quotation(text, at);
      next = quote.end;
      if (!quote.closed) unclosed_quote = unclosed_quote.value_or(at);
    } else if (c == '{') {
      braces.opens(at);
    } else if (c == '}') {
      braces.closes(at);
    }
    empty = empty && (c == '#' || std::string_view{" \t\r\n"}.find(c) != std::string_view::npos);
    at = next;
  }
  if (empty) {
    faults.say(finding::empty_file, span_at(source, 0, 0), "the file holds no plan");
    return std::nullopt;
  }
  // A quote that is not closed hides the braces behind it, so the braces say nothing then.
  const bool paired = braces.open.empty() && !braces.stray && !braces.too_deep;
  if (unclosed_quote && !paired) {
    faults.say(finding::unclosed_quote, span_at(source, *unclosed_quote),
               "this quoted text has no closing quote on its line");
    return std::nullopt;
  }
  return pairs(braces, source, faults) ? std::optional{comments} : std::nullopt;
}

}  // namespace rothcheck::dsl
