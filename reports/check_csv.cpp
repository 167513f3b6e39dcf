// `check -f csv`: one line a participant, an empty cell for what is not known.
#include "reports/check_csv.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <charconv>
#include <cstring>
#include <ostream>
#include <utility>

#include "reports/plan_names.hpp"
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

using Eight = std::uint64_t;  // characters, which are looked at all at once
static_assert(std::endian::native == std::endian::little, "the first of eight is the lowest byte");
constexpr Eight high_bits = 0x8080808080808080;

constexpr Eight eight_times(char c) { return 0x0101010101010101u * static_cast<unsigned char>(c); }

/// The high bits of the characters from `first` to `last`; all are ASCII.
constexpr Eight those_from_to(Eight text, char first, char last) {
  const Eight from_first = (text | high_bits) - eight_times(first);
  const Eight behind_last = (text | high_bits) - eight_times(static_cast<char>(last + 1));
  return from_first & ~behind_last & high_bits;
}

Eight eight_at(const char* at) {
  Eight text;
  std::memcpy(&text, at, sizeof text);
  return text;
}

/// A mark for each digit. Takes the marks of what is no ASCII letter or digit into `others`.
Eight digits_among_letters(Eight text, Eight& others) {
  const Eight digits = those_from_to(text, '0', '9');
  const Eight letters = those_from_to(text | eight_times(' '), 'a', 'z');
  others |= (text & high_bits) | ((digits | letters) ^ high_bits);
  return digits;
}

int count_of(Eight marks) { return static_cast<int>((marks >> 7) * 0x0101010101010101u >> 56); }

// Almost every id is letters and fewer digits than a Social Security number has; it goes out as it
// is.
bool is_plain_id(std::string_view id) {
  constexpr std::size_t half = sizeof(Eight);
  if (id.size() > 2 * half) return false;
  Eight others = 0;
  if (id.size() < half) {
    Eight text = eight_times('a');
    for (const char c : id) text = text << 8 | static_cast<unsigned char>(c);
    digits_among_letters(text, others);
    return others == 0;
  }
  // Two halves that may overlap; what is in both is counted in the first.
  const Eight first = digits_among_letters(eight_at(id.data()), others);
  const Eight last = digits_among_letters(eight_at(id.data() + id.size() - half), others);
  const std::size_t in_both = 2 * half - id.size();
  const Eight only_last = in_both == half ? 0 : last >> 8 * in_both;
  return others == 0 && count_of(first) + count_of(only_last) < 9;
}

char* write_text(std::string_view text, char* to) {
  std::memcpy(to, text.data(), text.size());
  return to + text.size();
}

/// Apart, because hardly any id needs it.
[[gnu::cold]] char* write_odd_id(std::string_view id, char* to) {
  std::string cell;
  append_text(shown_id(id), cell);
  return write_text(cell, to);
}

char* write_id(std::string_view id, char* to) {
  if (!is_plain_id(id)) return write_odd_id(id, to);
  constexpr std::size_t half = sizeof(Eight);
  if (id.size() < half) return write_text(id, to);
  std::memcpy(to, id.data(), half);
  std::memcpy(to + id.size() - half, id.data() + id.size() - half, half);
  return to + id.size();
}

constexpr std::size_t most_digits = 20;

/// What is behind the end of the word is written over by what comes next.
char* write_word(const CsvWord& word, char* to) {
  std::memcpy(to, word.text.data(), word.text.size());
  return to + word.size;
}

CsvWord word_of(std::string_view text) {
  CsvWord word;
  assert(text.size() <= word.text.size());
  std::copy(text.begin(), text.end(), word.text.begin());
  word.size = text.size();
  return word;
}

template <class Named, std::size_t count>
std::array<CsvWord, count> words_of() {
  std::array<CsvWord, count> all;
  for (std::size_t i = 0; i < count; ++i) all[i] = word_of(to_string(static_cast<Named>(i)));
  return all;
}

char* write_number(std::int64_t number, char* to) {
  return std::to_chars(to, to + most_digits, number).ptr;
}

/// The digits of a number below 100,000,000, the highest in the lowest byte: halves, quarters and
/// eighths are divided side by side, by products that are right for numbers so small.
constexpr Eight digits_of(std::uint32_t number) {
  const Eight halves = number / 10'000 | Eight{number % 10'000} << 32;
  const Eight hundreds = (halves * 10'486 >> 20) & 0x0000007F0000007F;
  const Eight quarters = hundreds | (halves - 100 * hundreds) << 16;
  const Eight tens = (quarters * 103 >> 10) & 0x000F000F000F000F;
  return tens | (quarters - 10 * tens) << 8;
}

[[gnu::cold]] char* write_odd_money(Money amount, char* to) {
  return write_text(to_plain_string(amount), to);
}

/// As `to_plain_string`.
char* write_money(Money amount, char* to) {
  const auto cents = static_cast<std::uint64_t>(amount.in_cents());
  if (cents >= 100'000'000) return write_odd_money(amount, to);
  const Eight digits = digits_of(static_cast<std::uint32_t>(cents));
  const Eight text = digits | eight_times('0');
  // Of six digits before the point the last is always written.
  constexpr Eight sixth = Eight{1} << 40;
  const int zeros = std::countr_zero(digits | sixth) >> 3;
  const Eight dollars = text >> 8 * zeros;
  std::memcpy(to, &dollars, sizeof dollars);
  to += 6 - zeros;
  *to = '.';
  to[1] = static_cast<char>(text >> 48);
  to[2] = static_cast<char>(text >> 56);
  return to + 3;
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
  static const CsvColumns all = [] {
    CsvColumns columns = {
#define CSV_COLUMN(name) CsvColumn::name,
#include "reports/csv_columns.def"
#undef CSV_COLUMN
    };
    std::erase(columns, CsvColumn::file);
    return columns;
  }();
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

CsvRowWriter::CsvRowWriter(std::string_view plan_name, CsvColumns columns,
                           std::string_view plan_file)
    : columns_{std::move(columns)},
      verdicts_{words_of<Verdict, verdict_count>()},
      bindings_{words_of<Binding, binding_count>()} {
  append_text(plan_name, plan_name_);
  append_text(plan_file, plan_file_);
}

std::size_t CsvRowWriter::most_bytes(std::string_view id, const BriefAnswer& answer) const {
  constexpr std::size_t longest_code = 16;
  // A cell of text can double, every character of it being a quotation mark; no number of ours is
  // longer than a word.
  const std::size_t longest = 2 * id.size() + std::max(plan_name_.size(), plan_file_.size()) +
                              answer.findings.size() * longest_code + sizeof(CsvWord);
  return columns_.size() * longest + 1;
}

inline char* CsvRowWriter::write_cell(CsvColumn column, std::string_view id,
                                      const BriefAnswer& answer, char* to) const {
  switch (column) {
    case CsvColumn::id:
      return write_id(id, to);
    case CsvColumn::plan:
      return write_text(plan_name_, to);
    case CsvColumn::verdict:
      return write_word(verdicts_[static_cast<std::size_t>(answer.verdict)], to);
    case CsvColumn::room:
      return write_settled(answer.room, to);
    case CsvColumn::remaining:
      return write_settled(answer.remaining, to);
    case CsvColumn::room_low:
      return write_money(answer.room.least, to);
    case CsvColumn::room_high:
      return write_money(answer.room.most, to);
    case CsvColumn::binding:
      if (!answer.binding) return to;
      return write_word(bindings_[static_cast<std::size_t>(*answer.binding)], to);
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
    case CsvColumn::file:
      return write_text(plan_file_, to);
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
  CsvColumns columns = options.columns;
  if (columns.empty()) {
    columns = all_csv_columns();
    if (names_repeat(report.plans)) columns.push_back(CsvColumn::file);
  }
  std::vector<CsvRowWriter> writers;
  for (const PlanAnswer& plan : report.plans)
    writers.emplace_back(plan.name, columns, file_of(plan, *report.sources));
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
