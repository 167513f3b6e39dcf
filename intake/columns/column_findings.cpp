// The findings on columns.
#include "intake/columns/column_findings.hpp"

#include <fmt/format.h>

#include "intake/columns/columns.hpp"
#include "intake/columns/header_text.hpp"
#include "intake/findings.hpp"
#include "intake/shown.hpp"
#include "model/text.hpp"

namespace rothcheck::intake {
namespace {

/// What fits into a message beside its other words.
constexpr std::size_t longest_name = 40, short_name = 30, longest_list = 51;

Cell cell_of(const Name& name) {
  const bool is_fact = parse_date(name.text) || Money::parse(name.text);
  return {{}, name.line, name.column, is_fact ? std::string{} : shown(name.text, longest_name)};
}

Cell header_row(const std::vector<Name>& names) {
  return {{}, names.empty() ? 1 : names.front().line, 0, {}};
}

Finding about(const FindingKind& kind, const Name& name, std::string message) {
  return {&kind, std::move(message), {}, {}, cell_of(name)};
}

void suggest(Finding& finding, std::string text) { finding.notes.push_back({std::move(text)}); }

/// `B and D`, `B, D and E`.
std::string letters_of(const std::vector<Name>& names) {
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i != 0) list += i + 1 == names.size() ? " and " : ", ";
    list += column_letters(names[i].column);
  }
  return list;
}

}  // namespace

bool looks_like_a_fact(std::string_view header) {
  return parse_date(header) || Money::parse(header) || has_long_number(header);
}

std::string shown_header(std::string_view header, std::size_t most) {
  if (parse_date(header)) return "(a date)";
  if (Money::parse(header)) return "(a number)";
  return quoted(header, most);
}

bool says_non_roth(std::string_view header) {
  const std::string plain = plain_header(header);
  return plain.find("non roth") != std::string::npos || plain.find("nonroth") != std::string::npos;
}

Finding left_out(const Name& name) {
  Finding finding = about(finding::unknown_column, name,
                          fmt::format("{} is not a participant field and is left out",
                                      shown_header(name.text, longest_name)));
  const std::string_view meant = field_meant(name.text);
  if (!meant.empty()) suggest(finding, fmt::format("did you mean {}?", meant));
  return finding;
}

Finding left_out_in_spite(const Name& name) {
  Finding finding = left_out(name);
  finding.kind = &finding::unknown_column_refused;
  finding.message = fmt::format("{} is not a participant field, and --strict leaves none out",
                                shown_header(name.text, short_name));
  suggest(finding, fmt::format("--map \"{0}=FIELD\", or --ignore \"{0}\"", shown(name.text, 60)));
  return finding;
}

Finding in_percent_of_pay(const Name& name, Field field) {
  return about(finding::column_in_percent, name,
               fmt::format("{} is read as {} in percent of pay",
                           shown_header(name.text, short_name), row_of(field).name));
}

Finding one_pay_date(const Name& name) {
  Finding finding =
      about(finding::period_not_told, name,
            fmt::format("{} may make each row one pay date, whose amounts are no year's",
                        quoted(name.text, short_name - 8)));
  suggest(finding,
          "give one row a person with the year's amounts; if these are, say --period annual");
  return finding;
}

Finding year_so_far(const std::vector<Name>& names) {
  const std::string first = quoted(names.front().text, short_name - 4);
  Finding finding =
      about(finding::period_not_told, names.front(),
            names.size() == 1
                ? fmt::format("{} is of the year so far, which may not be the year", first)
                : fmt::format("{} and {} more are of the year so far, which may not be the year",
                              first, names.size() - 1));
  std::string list;
  for (const Name& name : names) list += (list.empty() ? "" : ", ") + quoted(name.text, 60);
  if (names.size() > 1) suggest(finding, shown(list, 1000));
  suggest(finding,
          fmt::format("say --period annual if the year is over, or map each: --map \"{}=FIELD\"",
                      shown(names.front().text, 60)));
  return finding;
}

Finding one_of_two(const Name& name, const Name& so_far) {
  Finding finding =
      about(finding::period_not_told, name,
            fmt::format("{} may be one pay period's beside {}", quoted(name.text, short_name),
                        quoted(so_far.text, short_name)));
  suggest(finding,
          fmt::format("map it if it is the year's: --map \"{}=FIELD\"", shown(name.text, 60)));
  return finding;
}

Finding percent_for_an_amount(const Name& name, Field field) {
  Finding finding = about(finding::percent_for_an_amount, name,
                          fmt::format("{} says percent, and {} takes amounts",
                                      quoted(name.text, short_name), row_of(field).name));
  suggest(finding, fmt::format("leave it out with --ignore \"{0}\"; if it has amounts, say --map "
                               "\"{0}={1} dollars\"",
                               shown(name.text, 60), row_of(field).name));
  return finding;
}

Finding taken(const Name& name, Field field) {
  return about(finding::column_taken, name,
               fmt::format("{} is taken as {}, {}", shown_header(name.text, short_name),
                           row_of(field).name, row_of(field).meaning.substr(0, 35)));
}

Finding taken_beside_roth(const Name& name, std::string_view field) {
  return about(finding::column_taken, name,
               fmt::format("{} is taken as {}: Roth has its own column",
                           shown_header(name.text, short_name), field));
}

Finding of_other_year(const Name& name, int its_year, std::optional<int> plan_year) {
  const std::string than =
      plan_year ? fmt::format("the plan year is {}", *plan_year) : "no plan year is known";
  return about(finding::column_of_other_year, name,
               fmt::format("{} is of {}, {}; it is left out", shown_header(name.text, short_name),
                           its_year, than));
}

Finding added(const std::vector<Name>& parts, std::string_view field) {
  return about(finding::columns_added, parts.front(),
               fmt::format("{} is the sum of columns {}", field, letters_of(parts)));
}

Finding unneeded(const std::vector<ColumnUse>& unused, std::uint64_t header_line) {
  std::string list, reasons;
  for (const ColumnUse& use : unused) {
    const std::string header = shown_header(use.header, short_name);
    list += (list.empty() ? "" : ", ") + header;
    reasons += (reasons.empty() ? "" : "; ") + header + ": " + use.why;
  }
  const std::string count =
      unused.size() == 1 ? "1 column is" : fmt::format("{} columns are", unused.size());
  Finding finding{&finding::unused_columns,
                  fmt::format("{} not needed: {}", count, shown(list, longest_list)),
                  {},
                  {},
                  Cell{{}, header_line, 0, {}}};
  suggest(finding, shown(reasons, 2000));
  return finding;
}

Finding unmatched(const std::vector<Name>& names, std::string_view header) {
  Finding finding{&finding::unmatched_mapping,
                  fmt::format("no column is {}, which is mapped", quoted(header, longest_name)),
                  {},
                  {},
                  header_row(names)};
  return finding;
}

Finding ambiguous(const Name& name, std::string_view reading) {
  Finding finding = about(finding::ambiguous_column, name,
                          fmt::format("{} may be {}", quoted(name.text, short_name), reading));
  const std::string header = shown(name.text, 60);
  suggest(finding,
          fmt::format("say which with --map \"{0}=FIELD\", or leave it out with --ignore \"{0}\"",
                      header));
  return finding;
}

Finding after_tax_or_roth(const Name& name) {
  Finding finding = about(finding::after_tax_or_roth, name,
                          fmt::format("{} may be after-tax or Roth: no other column is Roth",
                                      quoted(name.text, short_name)));
  const std::string header = shown(name.text, 60);
  suggest(finding, fmt::format("--map \"{0}=after_tax\" if it is voluntary and non-Roth, --map "
                               "\"{0}=roth\" if it is Roth",
                               header));
  return finding;
}

Finding repeated(const Name& first, const Name& second, std::string_view field) {
  Finding finding = about(finding::repeated_column, second,
                          fmt::format("columns {} and {} are both {}", column_letters(first.column),
                                      column_letters(second.column), field));
  suggest(finding,
          fmt::format("{} and {}: leave one out with --map \"HEADER=ignore\"",
                      quoted(first.text, longest_name), quoted(second.text, longest_name)));
  return finding;
}

Finding same_name(const Name& first, const Name& second) {
  return about(finding::repeated_column, second,
               fmt::format("columns {} and {} are both named {}", column_letters(first.column),
                           column_letters(second.column), quoted(second.text, longest_name)));
}

Finding id_missing(const std::vector<Name>& names) {
  std::string seen;
  for (const Name& name : names) {
    seen += (seen.empty() ? "" : ", ") + shown_header(name.text, longest_name);
  }
  Finding finding{&finding::id_column_missing,
                  "no column is named id; the headers are " + shown(seen, longest_list),
                  {},
                  {},
                  header_row(names)};
  if (seen.size() > longest_list) suggest(finding, "headers seen: " + shown(seen, 1000));
  suggest(
      finding,
      "name it `id`, Employee ID or Employee Number, or say which it is with --map \"HEADER=id\"");
  return finding;
}

Finding no_header(const std::vector<Name>& names) {
  return {&finding::header_missing,
          "the first row is data: the columns have no names",
          {},
          {},
          header_row(names)};
}

}  // namespace rothcheck::intake
