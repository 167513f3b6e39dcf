// `check -f csv`: one line a participant, an empty cell for what is not known.
#include "reports/check_csv.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <charconv>
#include <cstring>
#include <ostream>
#include <utility>

#include "model/formula.hpp"
#include "model/plain_id.hpp"
#include "model/social_security.hpp"
#include "reports/id_hash.hpp"
#include "reports/plan_names.hpp"
#include "reports/privacy.hpp"
#include "reports/report.hpp"

namespace rothcheck::reports {

namespace {

bool needs_quotes(std::string_view text) {
  if (text.empty()) return false;
  return text.front() == ' ' || text.back() == ' ' || text.find_first_of(",\";\r\n") != text.npos;
}

// Only text can be a formula: the numbers we write ourselves go out as they are.
void append_text(std::string_view text, std::string& out) {
  const bool defused = runs_as_a_formula(text);
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

using eight::Eight;
constexpr auto eight_times = eight::times;

// An empty text may be nowhere, which std::memcpy does not take.
char* write_text(std::string_view text, char* to) {
  return std::copy(text.begin(), text.end(), to);
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

bool has(const CsvColumns& columns, CsvColumn column) {
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

constexpr std::array names = {
#define CSV_COLUMN(name) std::string_view{#name},
#define CSV_COLUMN_ASKED(name) CSV_COLUMN(name)
#include "reports/csv_columns.def"
#undef CSV_COLUMN_ASKED
#undef CSV_COLUMN
};

}  // namespace

const CsvColumns& all_csv_columns() {
  static const CsvColumns all = {
#define CSV_COLUMN(name) CsvColumn::name,
#define CSV_COLUMN_ASKED(name)
#include "reports/csv_columns.def"
#undef CSV_COLUMN_ASKED
#undef CSV_COLUMN
  };
  return all;
}

bool need_all_rows(const CsvColumns& columns) {
  return std::any_of(columns.begin(), columns.end(), [](CsvColumn column) {
    return column == CsvColumn::row || column == CsvColumn::id_hash ||
           column == CsvColumn::room_after_acp || column == CsvColumn::acp_constraint;
  });
}

CsvColumns columns_that_tell_rows(CsvColumns columns, bool with_hash) {
  if (!has(columns, CsvColumn::id)) return columns;
  if (!tell_rows(columns)) columns.push_back(CsvColumn::row);
  if (with_hash && !has(columns, CsvColumn::id_hash)) columns.push_back(CsvColumn::id_hash);
  return columns;
}

bool tell_rows(const CsvColumns& columns) { return has(columns, CsvColumn::row); }

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
                           std::string_view plan_file, std::string_view id_key)
    : columns_{std::move(columns)},
      id_key_{id_key},
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

/// Apart, because hardly any id needs it.
[[gnu::cold]] char* CsvRowWriter::write_odd_id(std::string_view id, char* to) const {
  if (const auto digits = usual_number(id)) {
    has_masked_ = true;
    to = write_text("***-**-", to);
    return write_text({digits->data() + 5, 4}, to);
  }
  const std::string shown = shown_id(id);
  has_masked_ = has_masked_ || shown != id;
  std::string cell;
  append_text(shown, cell);
  return write_text(cell, to);
}

inline char* CsvRowWriter::write_id(std::string_view id, char* to) const {
  if (!is_plain_id(id)) return write_odd_id(id, to);
  constexpr std::size_t half = sizeof(Eight);
  if (id.size() < half) return write_text(id, to);
  std::memcpy(to, id.data(), half);
  std::memcpy(to + id.size() - half, id.data() + id.size() - half, half);
  return to + id.size();
}

[[gnu::always_inline]] inline char* CsvRowWriter::write_cell(CsvColumn column, std::string_view id,
                                                             const BriefAnswer& answer,
                                                             char* to) const {
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
    case CsvColumn::row:
      return answer.row != 0 ? write_number(static_cast<std::int64_t>(answer.row), to) : to;
    case CsvColumn::id_hash:
      return is_masked(id) ? write_text(reports::id_hash(id_key_, id), to) : to;
    case CsvColumn::room_after_acp:
      return answer.room_after_acp ? write_money(*answer.room_after_acp, to) : to;
    case CsvColumn::acp_constraint:
      return write_text(answer.acp_constraint, to);
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

CsvColumns columns_for(const CheckReport& report, const CheckOptions& options) {
  CsvColumns columns = options.columns;
  if (columns.empty()) {
    columns = all_csv_columns();
    if (names_repeat(report.plans)) columns.push_back(CsvColumn::file);
    if (report.asks_room_after_acp) {
      columns.push_back(CsvColumn::room_after_acp);
      columns.push_back(CsvColumn::acp_constraint);
    }
  }
  const bool any_masked =
      std::any_of(report.participants.begin(), report.participants.end(),
                  [](const Assessment& answer) { return is_masked(answer.id); });
  if (!any_masked) return columns;
  return columns_that_tell_rows(std::move(columns), !options.id_key.empty());
}

}  // namespace

void append_csv_row(const Assessment& answer, std::string_view plan_name, std::string& out) {
  BriefAnswer brief;
  append_row(CsvRowWriter{plan_name}, answer, brief, out);
}

void write_check_csv(const CheckReport& report, const CheckOptions& options, std::ostream& out) {
  const CsvColumns columns = columns_for(report, options);
  std::vector<CsvRowWriter> writers;
  for (const PlanAnswer& plan : report.plans)
    writers.emplace_back(plan.name, columns, file_of(plan, *report.sources), options.id_key);
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
