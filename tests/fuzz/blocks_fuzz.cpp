// Any bytes as a CSV file that is answered in blocks: the rows, the counts and what is said are
// those of the file read whole, whatever the size of the blocks.
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include "checker/judge/batch.hpp"
#include "cli/inputs.hpp"
#include "intake/findings.hpp"
#include "run/batch/batch.hpp"

using namespace rothcheck;

namespace {

constexpr const char* plan_text =
    "plan \"Blocks\" {\n"
    "    type 401(k)\n"
    "    year 2025\n"
    "    eligibility { age 21; service 3 months }\n"
    "    contributions { pre-tax allowed; roth allowed; after-tax allowed; catch-up allowed }\n"
    "    match { 100% of the first 3% of pay; 50% of the next 2% of pay }\n"
    "    in-plan-roth-rollover { after-tax allowed }\n"
    "}\n";

constexpr const char* header =
    "id,birth_date,pay,pre_tax,roth,match,hire_date,ownership_pct,after_tax,notes\n";

struct Setting {
  Setting() {
    inputs.read_limits({});
    inputs.read_plan_text("blocks.plan", plan_text);
  }
  cli::Inputs inputs;
};

/// A file in memory that has a path.
class File {
 public:
  explicit File(std::string_view text) : descriptor_{::memfd_create("census", 0)} {
    if (::write(descriptor_, text.data(), text.size()) != static_cast<ssize_t>(text.size()))
      std::abort();
    ::lseek(descriptor_, 0, SEEK_SET);
  }
  ~File() { ::close(descriptor_); }
  std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

/// What is said of the file, but for what only one of the two ways has to say.
std::vector<std::string> said_of(const Findings& findings) {
  std::vector<std::string> said;
  for (const Finding& finding : findings) {
    const FindingKind* kind = finding.kind;
    if (kind == &intake::finding::totals_differ || kind == &intake::finding::totals_row) continue;
    // A line end behind a quotation mark that is never closed ends a row or does not, as one likes.
    if (kind == &intake::finding::mixed_line_ends) continue;
    said.push_back(std::string{kind->code} + " " + finding.message + " " +
                   std::to_string(finding.cell->line));
  }
  std::sort(said.begin(), said.end());
  return said;
}

std::string rows_of(const run::BatchJob& job, const std::vector<Participant>& people) {
  checker::Batch batch{job.checker};
  const reports::CsvRowWriter writer{job.plan.name, job.columns};
  std::string rows = reports::csv_header(job.columns);
  BriefAnswer answer;
  for (const Participant& person : people) {
    batch.assess(person, answer);
    std::string row(writer.most_bytes(person.id, answer), '\0');
    row.resize(static_cast<std::size_t>(writer.write(person.id, answer, row.data()) - row.data()));
    rows += row;
  }
  return rows;
}

void expect(bool holds, const char* what, const std::string& one, const std::string& other) {
  if (holds) return;
  std::fprintf(stderr, "%s\nwhole:\n%s\nblocks:\n%s\n", what, one.c_str(), other.c_str());
  std::abort();
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Setting setting;
  if (size < 2) return 0;
  const std::string text = (data[1] % 2 == 0 ? header : std::string{}) +
                           std::string{reinterpret_cast<const char*>(data + 2), size - 2};
  const File file{text};
  const Plan& plan = setting.inputs.plans.front();
  const checker::Checker checker{plan, 2025, setting.inputs.limits};
  std::ostringstream out;
  run::BatchJob job{.plan = plan, .checker = checker, .rows = out, .participants = file.path()};
  job.options.year = 2025;
  job.options.annual_additions_limit = 70'000_usd;
  job.columns = reports::all_csv_columns();
  job.threads = 1 + data[0] % 2;
  job.block_size = 1 + data[0] / 2;

  std::string beginning;
  const auto blocks = run::check_in_batches(job, beginning);
  if (!blocks) return 0;
  const intake::Census whole = intake::read_census(file.path(), text, job.options);
  expect(whole.readable == blocks->census.readable, "readable", "", "");
  if (!whole.readable) return 0;
  const std::string rows = rows_of(job, whole.participants);
  expect(rows == out.str(), "rows", rows, out.str());
  const std::string said = joined(said_of(whole.findings));
  const std::string said_by_blocks = joined(said_of(blocks->census.findings));
  expect(said == said_by_blocks, "said", said, said_by_blocks);
  expect(whole.rows_read == blocks->census.rows_read &&
             whole.rows_rejected == blocks->census.rows_rejected &&
             whole.rows_skipped == blocks->census.rows_skipped,
         "counts", std::to_string(whole.rows_rejected),
         std::to_string(blocks->census.rows_rejected));
  return 0;
}
