// Data-driven cases from TOML.
#include "intake/cases/cases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "intake/cases/case_participants.hpp"
#include "intake/findings.hpp"
#include "intake/shown.hpp"
#include "intake/toml/plain_text.hpp"
#include "intake/toml/toml.hpp"

namespace rothcheck::intake {
namespace {

using Type = TomlValue::Type;

constexpr std::array<std::string_view, 6> commands = {"check",   "acp",   "elect",
                                                      "convert", "split", "backdoor"};
constexpr std::array<std::string_view, 13> keys = {
    "id",           "command", "year",   "source",    "note",   "plan", "plan_file",
    "participants", "with",    "expect", "tolerance", "limits", "waits"};

/// Reads the cases of one file.
class Reader {
 public:
  Reader(const Sources& sources, std::uint16_t source) : sources_{sources}, source_{source} {}

  std::vector<Case> read(const TomlValue& root) {
    std::vector<Case> cases;
    for (const TomlEntry& entry : root.entries) {
      if (entry.key != "case" || !entry.value.is(Type::array)) {
        complain(finding::unknown_case_key, entry.at,
                 fmt::format("{} is not [[case]]", quoted(entry.key, 60)));
        continue;
      }
      for (const TomlValue& item : entry.value.items) {
        if (std::optional<Case> one = read_case(item)) cases.push_back(std::move(*one));
      }
    }
    if (cases.empty() && findings_.empty()) {
      findings_.push_back(
          {&finding::missing_case_key, "the file has no [[case]]", sources_.start_of(source_)});
    }
    return cases;
  }

  Findings findings() { return std::move(findings_); }

 private:
  void complain(const FindingKind& kind, const TomlPlace& at, std::string message) {
    findings_.push_back({&kind, std::move(message), at.span});
  }

  /// Complains of a value that is not what its key takes.
  void refuse(const TomlEntry& entry, std::string_view wanted) {
    complain(
        finding::case_value, entry.value.at,
        fmt::format("{} is {}, not {}", shown(entry.key, 30), to_string(entry.value.type), wanted));
  }

  std::optional<Case> read_case(const TomlValue& table) {
    const std::size_t before = findings_.size();
    if (!table.is(Type::table)) {
      complain(finding::case_value, table.at,
               fmt::format("a case is {}, not a table", to_string(table.type)));
      return std::nullopt;
    }
    Case one{};
    one.where = table.at.span;
    require(table);
    const bool complete = findings_.size() == before;
    for (const TomlEntry& entry : table.entries) read_entry(entry, one);
    require_plan(table, one);
    if (findings_.size() == before) return one;
    if (!complete || one.waits.empty() || one.id.empty()) return std::nullopt;
    // A case that waits may use words that nothing reads yet.
    findings_.resize(before);
    one.unread = true;
    return one;
  }

  void read_entry(const TomlEntry& entry, Case& into) {
    const std::string_view key = entry.key;
    if (key == "id") return read_id(entry, into);
    if (key == "command") return read_command(entry, into);
    if (key == "year") return read_year(entry, into);
    if (key == "source") return read_text(entry, into.source);
    if (key == "note") return read_text(entry, into.note);
    if (key == "plan") return read_plan(entry, into);
    if (key == "plan_file") return read_text(entry, into.plan_file);
    if (key == "participants") return read_participants(entry, into);
    if (key == "with") return read_with(entry, into);
    if (key == "expect") return read_expectations(entry, into);
    if (key == "tolerance") return read_tolerance(entry, into);
    if (key == "waits") return read_text(entry, into.waits);
    if (key == "limits") return read_text(entry, into.limits_file);
    complain(finding::unknown_case_key, entry.at,
             fmt::format("{} is not a key of a case", quoted(key, 60)));
    suggest(key, {keys.begin(), keys.end()});
  }

  void suggest(std::string_view word, const std::vector<std::string_view>& known) {
    const std::string_view meant = nearest(word, known);
    if (!meant.empty()) findings_.back().notes.push_back({fmt::format("did you mean {}?", meant)});
  }

  void require(const TomlValue& table) {
    for (std::string_view key : {"id", "command", "year", "expect"}) {
      if (table.find(key) == nullptr) {
        complain(finding::missing_case_key, table.at, fmt::format("the case has no {}", key));
      }
    }
  }

  void require_plan(const TomlValue& table, const Case& one) {
    const bool needs_plan =
        one.command == "check" || one.command == "acp" || one.command == "elect";
    if (needs_plan && table.find("plan") == nullptr && table.find("plan_file") == nullptr) {
      complain(finding::missing_case_key, table.at,
               fmt::format("a case of {} has no plan", one.command));
    }
  }

  void read_text(const TomlEntry& entry, std::string& into) {
    into = entry.value.text;
    if (!entry.value.is(Type::string)) refuse(entry, "text");
  }

  void read_id(const TomlEntry& entry, Case& into) {
    read_text(entry, into.id);
    if (!entry.value.is(Type::string)) return;
    if (into.id.empty()) {
      complain(finding::missing_case_key, entry.value.at, "the case's id is empty");
    } else if (!ids_.insert(into.id).second) {
      complain(finding::repeated_case_id, entry.value.at,
               fmt::format("{} is the id of an earlier case", quoted(into.id, 50)));
    }
  }

  void read_command(const TomlEntry& entry, Case& into) {
    read_text(entry, into.command);
    if (!entry.value.is(Type::string) ||
        std::find(commands.begin(), commands.end(), into.command) != commands.end()) {
      return;
    }
    complain(finding::case_value, entry.value.at,
             fmt::format("{} is not a command of cases", quoted(into.command, 50)));
    findings_.back().notes.push_back(
        {"commands are check, acp, elect, convert, split and backdoor"});
    suggest(into.command, {commands.begin(), commands.end()});
  }

  void read_year(const TomlEntry& entry, Case& into) {
    if (!entry.value.is(Type::integer)) return refuse(entry, "a year such as 2026");
    const std::string digits = plain_text(entry.value).text;
    if (digits.size() != 4 || digits < "1975" || digits > "2199") {
      return complain(finding::case_value, entry.value.at,
                      fmt::format("year is {}, not a year such as 2026", shown(digits, 20)));
    }
    for (char c : digits) into.year = into.year * 10 + (c - '0');
  }

  void read_plan(const TomlEntry& entry, Case& into) {
    read_text(entry, into.plan);
    if (entry.value.is(Type::string)) into.plan_at = inside_quotes(entry.value);
  }

  /// The bytes between the quotation marks. TOML drops a line end right after three of them.
  Span inside_quotes(const TomlValue& string) const {
    Span span = string.at.span;
    const std::string_view text = sources_.slice(span);
    const bool triple = text.starts_with("'''") || text.starts_with("\"\"\"");
    const std::uint32_t marks = triple ? 3 : 1;
    if (text.size() < 2u * marks) return span;
    span.begin += marks;
    span.end -= marks;
    if (triple) {
      const std::string_view rest = text.substr(marks);
      span.begin += rest.starts_with("\r\n") ? 2u : rest.starts_with('\n') ? 1u : 0u;
    }
    return span;
  }

  void read_participants(const TomlEntry& entry, Case& into) {
    if (!entry.value.is(Type::array)) return refuse(entry, "a list of participants");
    into.participants = read_case_participants(sources_, entry, findings_);
  }

  /// The text of an entry that takes a number or a word; empty, after saying why, for anything
  /// else.
  std::optional<std::string> text_of(const TomlEntry& entry) {
    PlainText text = plain_text(entry.value);
    if (text.unfit.empty()) return std::move(text.text);
    complain(finding::case_value, entry.value.at,
             fmt::format("{} is {}", shown(entry.key, 30), text.unfit));
    return std::nullopt;
  }

  void read_with(const TomlEntry& entry, Case& into) {
    if (!entry.value.is(Type::table)) return refuse(entry, "a table");
    for (const TomlEntry& fact : entry.value.entries) {
      if (std::optional<std::string> text = text_of(fact)) {
        into.with.emplace_back(fact.key, std::move(*text));
      }
    }
  }

  void read_expectations(const TomlEntry& entry, Case& into) {
    if (!entry.value.is(Type::table)) return refuse(entry, "a table");
    if (entry.value.entries.empty()) {
      complain(finding::missing_case_key, entry.value.at, "the case expects nothing");
    }
    for (const TomlEntry& expected : entry.value.entries) {
      std::optional<std::string> text = text_of(expected);
      if (!text) continue;
      Expectation expectation{expected.key, std::move(*text), {}, {}, expected.at.span};
      expectation.where.end = expected.value.at.span.end;
      if (expected.value.is(Type::integer) || expected.value.is(Type::decimal)) {
        expectation.low = expectation.high = Money::parse(expectation.text);
      }
      into.expectations.push_back(std::move(expectation));
    }
  }

  void read_tolerance(const TomlEntry& entry, Case& into) {
    if (!entry.value.is(Type::integer) && !entry.value.is(Type::decimal))
      return refuse(entry, "an amount");
    const PlainText number = plain_text(entry.value);
    const std::optional<Money> amount = Money::parse(number.text);
    if (!number.unfit.empty() || !amount || *amount < Money{}) {
      return complain(finding::case_value, entry.value.at,
                      "tolerance is not an amount such as 0.01");
    }
    into.tolerance = *amount;
  }

  const Sources& sources_;
  std::uint16_t source_;
  Findings findings_;
  std::set<std::string> ids_;
};

}  // namespace

Outcome<std::vector<Case>> read_cases(const Sources& sources, std::uint16_t source) {
  Outcome<TomlValue> file = read_toml(sources.text(source), source, finding::cases_not_toml);
  if (!file) return {std::nullopt, std::move(file.findings)};
  Reader reader{sources, source};
  std::vector<Case> cases = reader.read(*file.value);
  return {std::move(cases), reader.findings()};
}

}  // namespace rothcheck::intake
