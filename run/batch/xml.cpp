#include "run/batch/xml.hpp"

#include <atomic>
#include <span>
#include <utility>

#include "intake/xml/xml_census.hpp"
#include "run/batch/people.hpp"
#include "run/batch/progress.hpp"
#include "run/batch/row_output.hpp"
#include "run/files/files.hpp"

namespace rothcheck::run {

namespace {

/// So much is written at a time.
constexpr std::size_t many_rows = std::size_t{1} << 16;

}  // namespace

std::optional<BatchResult> check_xml(const BatchJob& job, BatchInput& input) {
  BatchPeople people{job};
  Rows rows;
  RowOutput output{job.output, job.rows};
  // One pass for the names, and one for the people, by another thread than the one that answers.
  Progress progress{job.progress, 2 * input.size()};
  std::atomic<std::uint64_t> bytes_read = 0;
  const auto begin = [&] {
    input.go_to(0);
    return [&](std::span<char> into) {
      const std::size_t size = input.read(into.data(), into.size());
      bytes_read += size;
      return size;
    };
  };
  bool begun = false;
  const auto write_header = [&] {
    if (!std::exchange(begun, true) && job.most_kept == 0)
      output.write(reports::csv_header(job.columns));
  };
  const auto take = [&](const Participant& person) {
    write_header();
    people.answer(person, person.id, 0, rows);
    progress.done(1, bytes_read.exchange(0));
    if (rows.size() < many_rows) return;
    output.write(rows.text());
    rows.clear();
  };
  std::optional<intake::Census> census =
      intake::read_xml_census(job.participants, begin, job.options, take);
  if (!census) return std::nullopt;

  BatchResult result{.totals = people.take_totals(),
                     .tally = people.tally(),
                     .kept = people.kept().take(),
                     .census = std::move(*census)};
  if (input.error() != 0) result.unread_because = reason_of(input.error());
  write_header();
  output.write(rows.text());
  if (result.census.readable && input.error() == 0) output.finish();
  result.unwritten_because = output.reason();
  count_rows(result);
  return result;
}

}  // namespace rothcheck::run
