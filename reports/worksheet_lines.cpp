// How each line of a derivation follows from those before it, and what it rests on.
#include "reports/worksheet_lines.hpp"

#include <fmt/format.h>

#include "reports/amounts.hpp"
#include "reports/clauses.hpp"
#include "reports/sources_of_law.hpp"

namespace rothcheck::reports {

namespace {

std::string lines(const std::vector<int>& numbers) {
  std::string list = numbers.size() == 1 ? "line " : "lines ";
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (i != 0) list += i + 1 == numbers.size() ? " and " : ", ";
    list += std::to_string(numbers[i]);
  }
  return list;
}

// What is left on one account, and so a candidate for the room.
bool is_candidate(LineKind kind) {
  return kind == LineKind::room_annual_additions || kind == LineKind::room_compensation ||
         kind == LineKind::room_earned_income || kind == LineKind::room_plan_limit ||
         kind == LineKind::room_pay || kind == LineKind::room_not_permitted;
}

// The lines that the next result or least is made of.
class Sum {
 public:
  // Takes in one line and says how it follows from those before; empty for a line that stands for
  // itself.
  std::string take(const Line& line, int number) {
    if (is_candidate(line.kind) && line.step != Step::least) candidates_.push_back(number);
    switch (line.step) {
      case Step::fact:
        return "";
      case Step::start:
        start_ = number;
        added_.clear();
        taken_.clear();
        return "";
      case Step::add:
        added_.push_back(number);
        return "";
      case Step::less:
        taken_.push_back(number);
        return "";
      case Step::result:
        return made_up();
      case Step::least: {
        const std::string least =
            candidates_.size() < 2 ? "" : fmt::format("the least of {}", lines(candidates_));
        candidates_.clear();
        return least;
      }
    }
    return "";
  }

 private:
  std::string made_up() {
    std::string words = start_ == 0 ? "" : fmt::format("line {}", start_);
    if (!added_.empty()) words += fmt::format(" plus {}", lines(added_));
    if (!taken_.empty()) words += fmt::format(" less {}", lines(taken_));
    start_ = 0;
    added_.clear();
    taken_.clear();
    return words;
  }

  int start_ = 0;
  std::vector<int> added_, taken_, candidates_;
};

std::string amount_of(const Line& line) {
  const std::string amount = amount_words(line.amount);
  return line.step == Step::less ? fmt::format("- {}", amount) : amount;
}

void append(std::string& basis, std::string_view part) {
  if (part.empty()) return;
  if (!basis.empty()) basis += "; ";
  basis += part;
}

// A clause is quoted once, at the first line that rests on it.
std::string clause_of(const Worksheet& worksheet, std::size_t index, const Sources& sources) {
  const Span where = worksheet.lines[index].where;
  for (std::size_t before = 0; before < index; ++before) {
    const bool same = where.somewhere() && worksheet.lines[before].where == where;
    if (same) return fmt::format("the clause of line {}", before + 1);
  }
  return quoted_clause(sources, where);
}

std::string basis_of(const Worksheet& worksheet, std::size_t index, std::string_view made_of,
                     const Sources& sources, const LimitTable& limits) {
  const Line& line = worksheet.lines[index];
  std::string basis{made_of};
  append(basis, clause_of(worksheet, index, sources));
  append(basis, law_behind(line));
  const std::string notice = notice_behind(line, limits);
  if (!notice.empty()) append(basis, fmt::format("{} (figure of {})", notice, line.figure_year));
  return basis;
}

}  // namespace

std::vector<WrittenLine> written_lines(const Worksheet& worksheet, const Sources& sources,
                                       const LimitTable& limits) {
  Sum sum;
  std::vector<WrittenLine> written;
  for (std::size_t index = 0; index < worksheet.lines.size(); ++index) {
    const Line& line = worksheet.lines[index];
    const int number = static_cast<int>(index) + 1;
    const std::string made_of = sum.take(line, number);
    written.push_back({.number = number,
                       .label = label_of(line.kind),
                       .amount = amount_of(line),
                       .basis = basis_of(worksheet, index, made_of, sources, limits),
                       .strong = line.step == Step::result || line.step == Step::least});
  }
  return written;
}

}  // namespace rothcheck::reports
