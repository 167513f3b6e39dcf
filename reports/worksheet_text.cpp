// A derivation as a numbered form: label, amount at the right edge, and under each line what it
// rests on.
#include <fmt/format.h>

#include "reports/check_text.hpp"
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

// The lines that the next result or least is made of.
class Sum {
 public:
  // Takes in one line and says how it follows from those before; empty for a line that stands for
  // itself.
  std::string take(Step step, int number) {
    switch (step) {
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
        results_.push_back(number);
        return made_up();
      case Step::least: {
        const std::string least =
            results_.size() < 2 ? "" : fmt::format("the least of {}", lines(results_));
        results_.clear();
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
  std::vector<int> added_, taken_, results_;
};

std::string amount_of(const Line& line) {
  const std::string amount = to_string(line.amount);
  return line.step == Step::less ? fmt::format("- {}", amount) : amount;
}

void append(std::string& basis, std::string_view part) {
  if (part.empty()) return;
  if (!basis.empty()) basis += "; ";
  basis += part;
}

std::string basis_of(const Line& line, std::string_view made_of, const Sources& sources,
                     const LimitTable& limits) {
  std::string basis{made_of};
  append(basis, quoted_clause(sources, line.where));
  append(basis, law_behind(line));
  const std::string notice = notice_behind(line, limits);
  if (!notice.empty()) append(basis, fmt::format("{} (figure of {})", notice, line.figure_year));
  return basis;
}

}  // namespace

void write_worksheet(Page& page, const Worksheet& worksheet, const Sources& sources,
                     const LimitTable& limits) {
  Sum sum;
  int number = 0;
  for (const Line& line : worksheet.lines) {
    const std::string made_of = sum.take(line.step, ++number);
    const bool strong = line.step == Step::result || line.step == Step::least;
    page.amount_line(number, label_of(line.kind), amount_of(line), strong);
    const std::string basis = basis_of(line, made_of, sources, limits);
    if (!basis.empty()) page.paragraph(basis, 10, 0, Ink::faint);
  }
}

}  // namespace rothcheck::reports
