// `check -f csv`: one line a participant, an empty cell for what is not known.
#include "reports/check_csv.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cstring>
#include <ostream>
#include <utility>

#include "reports/privacy.hpp"
#include "reports/report.hpp"

namespace rothcheck::reports {

namespace {

// A spreadsheet runs a cell that begins with one of these; the last four are their full-width
// forms.
bool looks_like_a_formula(std::string_view text) {
  for (const std::string_view start : {"=", "+", "-", "@", "\t", "\r", "\n", "\xEF\xBC\x9D",
                                       "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"}) {
    if (text.starts_with(start)) return true;
  }
  return text.starts_with('\0');
}

bool needs_quotes(std::string_view text) {
  if (text.empty()) return false;
  return text.front() == ' ' || text.back() == ' ' || text.find_first_of(",\";\r\n") != text.npos;
}

// Only text can be a formula: the numbers we write ourselves go out as they are.
void append_text(std::string_view text, std::string& out) {
  const bool defused = looks_like_a_formula(text);
  if (!defused && !needs_quotes(text)) {
    out += text;
    return;
  }
  out += '"';
  if (defused) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

enum class Byte : std::uint8_t { special, letter, digit };

constexpr std::array<Byte, 256> kinds_of_bytes = [] {
  std::array<Byte, 256> kinds{};
  for (char c = 'a'; c <= 'z'; ++c) kinds[static_cast<unsigned char>(c)] = Byte::letter;
  for (char c = 'A'; c <= 'Z'; ++c) kinds[static_cast<unsigned char>(c)] = Byte::letter;
  for (char c = '0'; c <= '9'; ++c) kinds[static_cast<unsigned char>(c)] = Byte::digit;
  return kinds;
}();

// Almost every id is letters and fewer digits than a Social Security number has; it goes out as it
// is.
bool is_plain_id(std::string_view id) {
  int digits = 0;
  for (const char c : id) {
    const Byte kind = kinds_of_bytes[static_cast<unsigned char>(c)];
    if (kind == Byte::special) return false;
    digits += kind == Byte::digit ? 1 : 0;
  }
  return digits < 9;
}

char* write_text(std::string_view text, char* to) {
  std::memcpy(to, text.data(), text.size());
  return to + text.size();
}

char* write_id(std::string_view id, char* to) {
  if (is_plain_id(id)) return write_text(id, to);
  std::string cell;
  append_text(shown_id(id), cell);
  return write_text(cell, to);
}

constexpr std::size_t most_digits = 20;

/// Copies a word of ours all at once; what is behind its end is written over by what comes next.
constexpr std::size_t longest_word = 32;
struct Word {
  char text[longest_word] = {};
  std::size_t size = 0;
};

char* write_word(const Word& word, char* to) {
  std::memcpy(to, word.text, longest_word);
  return to + word.size;
}

Word word_of(std::string_view text) {
  assert(text.size() <= longest_word);
  Word word;
  std::copy(text.begin(), text.end(), word.text);
  word.size = text.size();
  return word;
}

char* write_verdict(Verdict verdict, char* to) {
  static const auto words = [] {
    std::array<Word, verdict_count> all;
    for (std::size_t i = 0; i < all.size(); ++i)
      all[i] = word_of(to_string(static_cast<Verdict>(i)));
    return all;
  }();
  return write_word(words[static_cast<std::size_t>(verdict)], to);
}

char* write_binding(Binding binding, char* to) {
  static const auto words = [] {
    std::array<Word, static_cast<std::size_t>(Binding::pay) + 1> all;
    for (std::size_t i = 0; i < all.size(); ++i)
      all[i] = word_of(to_string(static_cast<Binding>(i)));
    return all;
  }();
  return write_word(words[static_cast<std::size_t>(binding)], to);
}

constexpr std::array<char, 200> pairs_of_digits = [] {
  std::array<char, 200> pairs{};
  for (std::size_t i = 0; i < 100; ++i) {
    pairs[2 * i] = static_cast<char>('0' + i / 10);
    pairs[2 * i + 1] = static_cast<char>('0' + i % 10);
  }
  return pairs;
}();

char* write_pair(std::uint32_t below_hundred, char* to) {
  std::memcpy(to, &pairs_of_digits[std::size_t{2} * below_hundred], 2);
  return to + 2;
}

/// As `std::to_chars`, for numbers that are mostly small.
char* write_number(std::int64_t number, char* to) {
  if (number < 0 || number >= 1'000'000) return std::to_chars(to, to + most_digits, number).ptr;
  const auto small = static_cast<std::uint32_t>(number);
  const std::uint32_t top = small / 10'000, middle = small / 100 % 100, low = small % 100;
  if (top != 0) {
    if (top >= 10) *to++ = static_cast<char>('0' + top / 10);
    *to++ = static_cast<char>('0' + top % 10);
    return write_pair(low, write_pair(middle, to));
  }
  if (middle != 0) {
    if (middle >= 10) *to++ = static_cast<char>('0' + middle / 10);
    *to++ = static_cast<char>('0' + middle % 10);
    return write_pair(low, to);
  }
  if (low >= 10) *to++ = static_cast<char>('0' + low / 10);
  *to++ = static_cast<char>('0' + low % 10);
  return to;
}

/// As `to_plain_string`.
char* write_money(Money amount, char* to) {
  std::int64_t cents = amount.in_cents();
  if (cents < 0) {
    *to++ = '-';
    cents = -cents;
  }
  to = write_number(cents / 100, to);
  *to++ = '.';
  return write_pair(static_cast<std::uint32_t>(cents % 100), to);
}

char* write_settled(Range range, char* to) {
  return range.settled() ? write_money(range.least, to) : to;
}

char* write_codes(const std::vector<BriefFinding>& findings, char* to) {
  for (const BriefFinding& finding : findings) {
    if (&finding != &findings.front()) *to++ = ';';
    to = write_text(finding.kind->code, to);
  }
  return to;
}

constexpr std::array names = {
#define CSV_COLUMN(name) std::string_view{#name},
#include "reports/csv_columns.def"
#undef CSV_COLUMN
};

}  // namespace

const CsvColumns& all_csv_columns() {
  static const CsvColumns all = {
#define CSV_COLUMN(name) CsvColumn::name,
#include "reports/csv_columns.def"
#undef CSV_COLUMN
  };
  return all;
}

std::string_view to_string(CsvColumn column) { return names[static_cast<std::size_t>(column)]; }

std::optional<CsvColumn> csv_column_named(std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<CsvColumn>(found - names.begin());
}

std::string csv_header(const CsvColumns& columns) {
  std::string header;
  for (const CsvColumn column : columns) {
    if (!header.empty()) header += ',';
    header += to_string(column);
  }
  return header + '\n';
}

CsvRowWriter::CsvRowWriter(std::string_view plan_name, CsvColumns columns)
    : columns_{std::move(columns)} {
  append_text(plan_name, plan_name_);
}

std::size_t CsvRowWriter::most_bytes(std::string_view id, const BriefAnswer& answer) const {
  constexpr std::size_t longest_code = 16;
  // A cell of text can double, every character of it being a quotation mark; no number of ours is
  // longer than a word.
  const std::size_t longest =
      2 * id.size() + plan_name_.size() + answer.findings.size() * longest_code + longest_word;
  return columns_.size() * longest + 1;
}

char* CsvRowWriter::write_cell(CsvColumn column, std::string_view id, const BriefAnswer& answer,
                               char* to) const {
  switch (column) {
    case CsvColumn::id:
      return write_id(id, to);
    case CsvColumn::plan:
      return write_text(plan_name_, to);
    case CsvColumn::verdict:
      return write_verdict(answer.verdict, to);
    case CsvColumn::room:
      return write_settled(answer.room, to);
    case CsvColumn::remaining:
      return write_settled(answer.remaining, to);
    case CsvColumn::room_low:
      return write_money(answer.room.least, to);
    case CsvColumn::room_high:
      return write_money(answer.room.most, to);
    case CsvColumn::binding:
      return answer.binding ? write_binding(*answer.binding, to) : to;
    case CsvColumn::hce:
      if (!answer.highly_compensated) return to;
      return write_text(*answer.highly_compensated ? "true" : "false", to);
    case CsvColumn::age:
      return answer.age ? write_number(*answer.age, to) : to;
    case CsvColumn::deferrals:
      return write_settled(answer.deferrals, to);
    case CsvColumn::catch_up:
      return write_settled(answer.catch_up, to);
    case CsvColumn::employer:
      return write_settled(answer.employer, to);
    case CsvColumn::findings:
      return write_codes(answer.findings, to);
  }
  return to;
}

char* CsvRowWriter::write(std::string_view id, const BriefAnswer& answer, char* to) const {
  for (const CsvColumn column : columns_) {
    to = write_cell(column, id, answer, to);
    *to++ = ',';
  }
  to[-1] = '\n';
  return to;
}

namespace {

void append_row(const CsvRowWriter& writer, const Assessment& answer, BriefAnswer& brief,
                std::string& out) {
  shorten(answer, brief);
  const std::size_t begin = out.size();
  out.resize(begin + writer.most_bytes(answer.id, brief));
  char* const end = writer.write(answer.id, brief, out.data() + begin);
  out.resize(static_cast<std::size_t>(end - out.data()));
}

}  // namespace

void append_csv_row(const Assessment& answer, std::string_view plan_name, std::string& out) {
  BriefAnswer brief;
  append_row(CsvRowWriter{plan_name}, answer, brief, out);
}

void write_check_csv(const CheckReport& report, const CheckOptions& options, std::ostream& out) {
  const CsvColumns& columns = options.columns.empty() ? all_csv_columns() : options.columns;
  std::vector<CsvRowWriter> writers;
  for (const PlanAnswer& plan : report.plans) writers.emplace_back(plan.name, columns);
  out << csv_header(columns);
  BriefAnswer brief;
  std::string row;
  for (const Assessment& answer : report.participants) {
    row.clear();
    append_row(writers[answer.plan], answer, brief, row);
    out << row;
  }
}

}  // namespace rothcheck::reports
