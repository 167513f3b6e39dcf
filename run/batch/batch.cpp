// Which files can be read block by block, and what a run over one comes to.
#include "run/batch/batch.hpp"

#include <algorithm>
#include <memory>
#include <thread>
#include <utility>

#include "intake/csv/repeated_ids.hpp"
#include "intake/file_kind.hpp"
#include "intake/findings.hpp"
#include "run/batch/blocks.hpp"
#include "run/batch/input.hpp"
#include "run/batch/people.hpp"
#include "run/batch/xml.hpp"
#include "run/files/files.hpp"

namespace rothcheck::run {

namespace {

constexpr std::size_t largest_block = std::size_t{1} << 18, smallest_block = std::size_t{1} << 15;
// Of the memory of all threads, which is a few blocks each, in and out.
constexpr std::size_t all_blocks = std::size_t{1} << 20;

/// The beginning that tells how the file is laid out, up to a line end.
std::string_view whole_lines(std::string_view text, bool is_all) {
  return is_all ? text : text.substr(0, text.rfind('\n') + 1);
}

/// Whether a file has so few rows that all ids can be compared, going by the length of its first
/// rows.
bool compares_all(const BatchInput& input, std::string_view first_rows) {
  if (!input.is_file()) return false;
  const auto rows =
      static_cast<std::uint64_t>(std::count(first_rows.begin(), first_rows.end(), '\n')) + 1;
  return input.size() / (first_rows.size() / rows + 1) < intake::most_compared_ids * 9 / 10;
}

/// A file from its first row of people on.
std::unique_ptr<intake::BlockReader> rows_of(BatchInput& input, const intake::CensusStream& census,
                                             std::size_t block_size) {
  input.go_to(census.header_bytes());
  return std::make_unique<intake::BlockReader>(input.descriptor(), std::string{},
                                               census.layout().separator, block_size);
}

/// Finds the ids that come again. False where it takes the whole file to know whether results are
/// to tell the rows of people: where ids are shown otherwise than they are.
bool compare_ids(BatchInput& input, intake::CensusStream& census, std::size_t block_size) {
  const intake::StreamLayout& layout = census.layout();
  const intake::IdSurvey survey = intake::survey_ids(*rows_of(input, census, block_size), layout);
  if (survey.ordered) {
    census.compare_all_ids({});
    return layout.masked_ids || !survey.any_number;
  }
  intake::ComparedIds ids = intake::compare_ids(*rows_of(input, census, block_size), layout);
  if (!ids.repeated) return layout.masked_ids || !ids.any_number;
  census.compare_all_ids(std::move(*ids.repeated));
  if (!layout.repeated_ids->empty()) {
    census.compare_all_ids(intake::confirmed_ids(*rows_of(input, census, block_size), layout));
  }
  return layout.masked_ids ? census.answers_masked() : !ids.any_number;
}

unsigned threads_for(const BatchJob& job) {
  return std::max(1u, job.threads != 0 ? job.threads : std::thread::hardware_concurrency());
}

/// So many bytes, or as few as a small file needs, and one in which its end shows: memory costs
/// more to touch than a small file to check. A file may be larger than its size, which is 0 then.
std::size_t enough_for(const BatchInput& input, std::size_t bytes) {
  const bool told = input.is_file() && input.size() != 0;
  return told ? static_cast<std::size_t>(std::min<std::uint64_t>(bytes, input.size() + 1)) : bytes;
}

}  // namespace

void count_rows(BatchResult& result) {
  result.totals.summary.rows_rejected = result.census.rows_rejected;
  result.totals.summary.rows_skipped = result.census.rows_skipped;
  result.totals.summary.rows_read = result.census.rows_read;
}

bool takes_batches(const Plan& plan) { return plan.top_paid_group.empty(); }

std::optional<BatchResult> check_in_batches(const BatchJob& job, std::string& beginning) {
  BatchInput input{job.participants};
  if (input.error() != 0) return std::nullopt;
  input.read(input.is_file() ? enough_for(input, largest_block) : job.most_read_whole, beginning);
  if (input.is_file() && intake::file_kind(beginning) == intake::FileKind::xml) {
    beginning.clear();
    return check_xml(job, input);
  }
  const bool is_all =
      input.is_file() ? beginning.size() == input.size() : beginning.size() < job.most_read_whole;
  const std::string_view lines = whole_lines(beginning, is_all);
  const std::string path = job.participants == "-" ? "standard input" : job.participants;
  std::unique_ptr<intake::CensusStream> census;
  if (input.is_file() || !is_all) census = intake::CensusStream::open(path, lines, job.options);
  if (census == nullptr) {
    if (!input.is_file()) {
      for (std::size_t before = 0; !is_all && before != beginning.size();) {
        before = beginning.size();
        input.read(largest_block, beginning);
      }
    } else {
      input.go_to(0);
      beginning.clear();
    }
    return std::nullopt;
  }

  const unsigned wanted = threads_for(job);
  const std::size_t block_size =
      job.block_size != 0
          ? job.block_size
          : enough_for(input, std::clamp(all_blocks / wanted, smallest_block, largest_block));
  const std::size_t header = census->header_bytes();
  if (compares_all(input, lines.substr(header)) && !compare_ids(input, *census, block_size)) {
    input.go_to(0);
    beginning.clear();
    return std::nullopt;
  }
  if (input.is_file()) input.go_to(header);
  intake::BlockReader blocks{input.descriptor(),
                             input.is_file() ? std::string{} : beginning.substr(header),
                             census->layout().separator, block_size};
  std::string{}.swap(beginning);

  BatchResult result;
  BatchJob shown = job;
  if (census->layout().masked_ids)
    shown.columns = reports::columns_that_tell_rows(job.columns, !job.id_key.empty());
  RowOutput output{job.output, job.rows};
  output.write(reports::csv_header(shown.columns));
  Progress progress{job.progress, input.size()};
  const std::uint64_t most_blocks = input.is_file() ? input.size() / block_size + 1 : wanted;
  const BatchTotals totals =
      check_blocks(shown, blocks, *census, output, progress,
                   static_cast<unsigned>(std::min<std::uint64_t>(wanted, most_blocks)));

  if (blocks.error() != 0) result.unread_because = reason_of(blocks.error());
  if (blocks.row_too_long()) {
    census->give_up({&intake::finding::file_too_large,
                     "a row has no end; is a quotation mark never closed?",
                     {},
                     {},
                     Cell{{}, 1, 0, {}}});
  }
  if (census->readable() && result.unread_because.empty()) output.finish();
  result.unwritten_because = output.reason();
  result.census = census->finish();
  result.totals = totals;
  if (reports::tell_rows(shown.columns)) result.totals.masked_ids = false;
  count_rows(result);
  return result;
}

}  // namespace rothcheck::run
