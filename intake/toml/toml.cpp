// The only home of toml++: its tree becomes plain values, and its lines and columns become bytes.
#include "intake/toml/toml.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "intake/shown.hpp"
#include "model/text.hpp"

namespace rothcheck::intake {
namespace {

/// Finds the byte of a line and column, which toml++ counts in code points. Remembers the last
/// place, so that a walk in the order of the file looks at each byte of a long line once.
class Locator {
 public:
  Locator(std::string_view text, std::uint16_t source) : text_{text}, source_{source} {
    // toml++ does not count a byte order mark as a column.
    line_starts_.push_back(text.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\n') line_starts_.push_back(static_cast<std::uint32_t>(i + 1));
    }
  }

  TomlPlace place(const toml::source_region& region) {
    const std::uint32_t begin = offset(region.begin);
    const std::uint32_t end = std::max(begin, offset(region.end));
    return {{source_, begin, end},
            static_cast<int>(region.begin.line),
            static_cast<int>(region.begin.column)};
  }

  std::string_view slice(Span span) const {
    return text_.substr(span.begin, span.end - span.begin);
  }

 private:
  std::uint32_t offset(toml::source_position position) {
    if (position.line != line_) {
      line_ = position.line;
      column_ = 1;
      const std::size_t index = line_ == 0 ? 0 : line_ - 1;
      offset_ = index < line_starts_.size() ? line_starts_[index]
                                            : static_cast<std::uint32_t>(text_.size());
    }
    while (column_ < position.column && offset_ < text_.size() && text_[offset_] != '\n') {
      ++offset_;
      while (offset_ < text_.size() && continues_code_point(text_[offset_])) ++offset_;
      ++column_;
    }
    while (column_ > position.column && column_ > 1) {
      --offset_;
      while (continues_code_point(text_[offset_])) --offset_;
      --column_;
    }
    return offset_;
  }

  std::string_view text_;
  std::uint16_t source_;
  std::vector<std::uint32_t> line_starts_;
  toml::source_index line_ = 0, column_ = 1;
  std::uint32_t offset_ = 0;
};

bool before(const toml::source_position& a, const toml::source_position& b) {
  return std::pair{a.line, a.column} < std::pair{b.line, b.column};
}

TomlValue converted(const toml::node& node, Locator& locator);

std::vector<TomlEntry> converted_entries(const toml::table& table, Locator& locator) {
  std::vector<std::pair<const toml::key*, const toml::node*>> sorted;
  sorted.reserve(table.size());
  for (const auto& [key, node] : table) sorted.emplace_back(&key, &node);
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return before(a.first->source().begin, b.first->source().begin);
  });
  std::vector<TomlEntry> entries;
  entries.reserve(sorted.size());
  for (const auto& [key, node] : sorted) {
    const TomlPlace at = locator.place(key->source());
    entries.push_back({std::string{key->str()}, at, converted(*node, locator)});
  }
  return entries;
}

TomlValue::Type type_of(const toml::node& node) {
  using Type = TomlValue::Type;
  if (node.is_table()) return Type::table;
  if (node.is_array()) return Type::array;
  if (node.is_string()) return Type::string;
  if (node.is_integer()) return Type::integer;
  if (node.is_floating_point()) return Type::decimal;
  if (node.is_boolean()) return Type::boolean;
  return Type::date;
}

TomlValue converted(const toml::node& node, Locator& locator) {
  TomlValue value;
  value.type = type_of(node);
  value.at = locator.place(node.source());
  if (const toml::table* table = node.as_table()) {
    value.entries = converted_entries(*table, locator);
  } else if (const toml::array* array = node.as_array()) {
    value.items.reserve(array->size());
    for (const toml::node& item : *array) value.items.push_back(converted(item, locator));
  } else if (const toml::value<std::string>* string = node.as_string()) {
    value.text = string->get();
  } else {
    value.text = locator.slice(value.at.span);
  }
  return value;
}

/// "Error while parsing key-value pair: expected '='" without its first words.
std::string_view reason(std::string_view description) {
  const std::size_t colon = description.find(": ");
  return colon == std::string_view::npos ? description : description.substr(colon + 2);
}

}  // namespace

const TomlEntry* TomlValue::find(std::string_view key) const {
  for (const TomlEntry& entry : entries) {
    if (entry.key == key) return &entry;
  }
  return nullptr;
}

std::string_view to_string(TomlValue::Type type) {
  switch (type) {
    case TomlValue::Type::string:
      return "text";
    case TomlValue::Type::integer:
      return "a number";
    case TomlValue::Type::decimal:
      return "a number with a decimal point";
    case TomlValue::Type::boolean:
      return "true or false";
    case TomlValue::Type::date:
      return "a date";
    case TomlValue::Type::array:
      return "a list";
    case TomlValue::Type::table:
      return "a table";
  }
  return "";
}

std::string toml_text(std::string_view text) {
  std::string literal = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') literal += '\\';
    literal += byte < 0x20 || byte == 0x7F ? fmt::format("\\u{:04X}", byte) : std::string(1, c);
  }
  return literal + '"';
}

namespace {

/// The last character of a string that begins at `at`, or the end of the text.
std::size_t string_end(std::string_view text, std::size_t at) {
  const char quote = text[at];
  const bool escapes = quote == '"';
  const bool long_string = text.substr(at).starts_with(std::string(3, quote));
  for (std::size_t i = at + (long_string ? 3 : 1); i < text.size(); ++i) {
    if (escapes && text[i] == '\\') {
      ++i;
    } else if (long_string ? text.substr(i).starts_with(std::string(3, quote)) : text[i] == quote) {
      return long_string ? i + 2 : i;
    } else if (!long_string && text[i] == '\n') {
      return i;
    }
  }
  return text.size();
}

/// Where keys, tables or lists are nested deeper than any file of ours; the parser and everything
/// behind it call themselves once a level. The end of the text where they are not.
std::size_t too_deep_at(std::string_view text) {
  constexpr int deepest = 64;
  int brackets = 0, dots = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    switch (text[i]) {
      case '"':
      case '\'':
        i = string_end(text, i);
        break;
      case '#':
        i = std::min(text.find('\n', i), text.size());
        dots = 0;
        break;
      case '[':
      case '{':
        dots = 0;
        if (++brackets > deepest) return i;
        break;
      case ']':
      case '}':
        brackets = std::max(brackets - 1, 0);
        dots = 0;
        break;
      case '=':
      case ',':
      case '\n':
        dots = 0;
        break;
      case '.':
        if (++dots > deepest) return i;
        break;
      default:
        break;
    }
  }
  return text.size();
}

}  // namespace

Outcome<TomlValue> read_toml(std::string_view text, std::uint16_t source,
                             const FindingKind& not_toml) {
  // toml++ names the place before a byte that is not UTF-8, so such bytes are found here.
  const auto readable = static_cast<std::uint32_t>(utf8_length(text));
  if (readable != text.size()) {
    return {
        std::nullopt,
        {{&not_toml, "not TOML here: a byte that is not UTF-8", {source, readable, readable + 1}}}};
  }
  if (const auto deep = static_cast<std::uint32_t>(too_deep_at(text)); deep != text.size()) {
    return {std::nullopt,
            {{&not_toml,
              "not read from here on: keys, tables or lists are nested too deep",
              {source, deep, deep + 1}}}};
  }
  Locator locator{text, source};
  try {
    const toml::table root = toml::parse(text);
    return {converted(root, locator), {}};
  } catch (const toml::parse_error& error) {
    const TomlPlace at = locator.place(error.source());
    const std::string message = "not TOML here: " + shown(reason(error.description()), 75);
    return {std::nullopt, {{&not_toml, message, at.span}}};
  }
}

}  // namespace rothcheck::intake
