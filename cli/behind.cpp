#include "cli/behind.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>

#include "reports/sha256.hpp"
#include "run/advise/advise.hpp"

namespace rothcheck::cli {

namespace {

constexpr std::size_t most_left_out = 50;

/// A file may be larger than what memory is for it.
std::string hash_of_file(const std::string& path) {
  std::ifstream file{path, std::ios::binary};
  reports::Sha256 hash;
  std::vector<char> piece(std::size_t{1} << 16);
  while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())) || file.gcount() > 0)
    hash.add({piece.data(), static_cast<std::size_t>(file.gcount())});
  return file.eof() ? reports::hexadecimal(hash.digest()) : std::string{};
}

std::string hash_of(std::string_view text) { return reports::hexadecimal(reports::sha256(text)); }

bool is_plan(const Inputs& inputs, std::uint16_t source) {
  return std::any_of(inputs.plans.begin(), inputs.plans.end(),
                     [source](const Plan& plan) { return plan.where.source == source; });
}

/// The columns of the sheet that the findings point at, by line; rows as a spreadsheet counts them.
struct Pointed {
  std::uint64_t row = 0;
  std::vector<int> columns;
};

std::map<std::uint64_t, Pointed> pointed_at(const Findings& findings) {
  std::map<std::uint64_t, Pointed> lines;
  for (const Finding& finding : findings) {
    if (!finding.cell || finding.cell->line == 0) continue;
    Pointed& line = lines[finding.cell->line];
    line.row = finding.cell->row;
    if (finding.cell->column != 0 && finding.kind->severity == Severity::error)
      line.columns.push_back(finding.cell->column);
  }
  return lines;
}

/// Every set of changes asks everybody: of more people a page waits for seconds.
constexpr std::size_t most_asked = 500;

}  // namespace

void add_advice(reports::Behind& behind, const Inputs& inputs, const CheckReport& report,
                const std::vector<Participant>& census, std::int64_t rows_rejected) {
  for (const PlanAnswer& answer : report.plans) {
    const auto plan = std::find_if(inputs.plans.begin(), inputs.plans.end(), [&](const Plan& one) {
      return one.where.source == answer.where.source && one.name == answer.name;
    });
    if (plan == inputs.plans.end()) {
      behind.advice.emplace_back();
      continue;
    }
    run::AdviceAsked asked{.sources = inputs.sources, .limits = inputs.limits, .year = answer.year};
    asked.acp.people_left_out = rows_rejected;
    if (!census.empty() && census.size() <= most_asked) asked.census = &census;
    behind.advice.push_back(run::advice_for(*plan, asked));
  }
}

bool tells_of_rows(const std::vector<Target>& targets) {
  return std::any_of(targets.begin(), targets.end(), [](const Target& target) {
    return target.format == "html" || target.format == "xlsx";
  });
}

reports::Behind files_behind(const Inputs& inputs, const CheckCommand& command,
                             const std::vector<Target>& targets, const std::string& bytes) {
  reports::Behind behind;
  for (std::size_t i = 1; i <= inputs.sources.count(); ++i) {
    const auto source = static_cast<std::uint16_t>(i);
    const std::string path{inputs.sources.path(source)};
    if (is_plan(inputs, source)) {
      behind.files.push_back({"plan", path, hash_of(inputs.sources.text(source))});
    } else if (path == command.census.mapping) {
      behind.files.push_back(
          {"columns of the participant file", path, hash_of(inputs.sources.text(source))});
    } else if (std::find(command.limits.begin(), command.limits.end(), path) !=
               command.limits.end()) {
      behind.files.push_back({"figures of the law", path, hash_of(inputs.sources.text(source))});
    }
  }
  if (command.participants) {
    const bool piped = *command.participants == "-";
    behind.files.push_back({"participants", piped ? "standard input" : *command.participants,
                            !bytes.empty() ? hash_of(bytes)
                            : piped        ? std::string{}
                                           : hash_of_file(*command.participants)});
  }
  for (const Target& target : targets) {
    if (target.format == "csv") behind.csv = target.path;
  }
  return behind;
}

void add_sheet(reports::Behind& behind, const intake::Census& census, const Findings& findings) {
  const auto lines = pointed_at(findings);
  const auto points_at = [](const Pointed* pointed, int column) {
    return pointed != nullptr && std::find(pointed->columns.begin(), pointed->columns.end(),
                                           column) != pointed->columns.end();
  };
  std::vector<std::size_t> shown;  // indexes of columns
  for (std::size_t i = 0; i < census.columns.size(); ++i) {
    const intake::ColumnUse& column = census.columns[i];
    if (column.how != intake::ColumnUse::How::used) continue;
    behind.columns.push_back({column.letter, column.header, column.field});
    shown.push_back(i);
  }
  for (const intake::Reject& reject : census.rejects) {
    if (behind.left_out.size() == most_left_out) break;
    const auto found = lines.find(reject.line);
    const Pointed* pointed = found == lines.end() ? nullptr : &found->second;
    reports::LeftOutRow row{
        .row = pointed != nullptr && pointed->row != 0 ? pointed->row : reject.line,
        .reasons = reject.reasons};
    for (const std::size_t column : shown) {
      if (column >= reject.cells.size()) break;
      if (points_at(pointed, census.columns[column].column)) row.wrong.push_back(row.cells.size());
      row.cells.push_back(reject.cells[column]);
    }
    behind.left_out.push_back(std::move(row));
  }
}

}  // namespace rothcheck::cli
