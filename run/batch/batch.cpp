// Which files can be read block by block, and what a run over one comes to.
#include "run/batch/batch.hpp"

#include <memory>
#include <utility>

#include "intake/file_kind.hpp"
#include "run/batch/block_file.hpp"
#include "run/batch/kept_people.hpp"
#include "run/batch/people.hpp"
#include "run/batch/row_output.hpp"
#include "run/batch/xml.hpp"

namespace rothcheck::run {

namespace {

/// The answers for the people of a file, together.
struct Answers {
  RowOutput& output;
  BatchTotals& totals;
  reports::Tally& tally;
  KeptPeople kept;
};

class AnswersOfBlocks final : public BlockVisitor {
 public:
  AnswersOfBlocks(const BatchJob& job, Answers& all) : people_{job}, all_{all} {}

  void begin(std::uint64_t block) override {
    rows_.clear();
    people_.begin_block(block);
  }
  void take(const Participant& person, std::string_view id, std::uint64_t row) override {
    people_.answer(person, id, row, rows_);
  }
  bool deliver(bool readable) override {
    all_.totals.add(people_.take_totals());
    if (readable) all_.output.write(rows_.text());
    return !all_.output.failed();
  }
  void finish() override {
    all_.tally.add(people_.tally());
    all_.kept.add(std::move(people_.kept()));
  }

 private:
  BatchPeople people_;
  Rows rows_;
  Answers& all_;
};

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
  const FileInBlocks file{.participants = job.participants,
                          .options = job.options,
                          .progress = job.progress,
                          .threads = job.threads,
                          .block_size = job.block_size,
                          .most_read_whole = job.most_read_whole};
  BlockFile::read_beginning(file, input, beginning);
  if (input.is_file() && intake::file_kind(beginning) == intake::FileKind::xml) {
    beginning.clear();
    return check_xml(job, input);
  }
  const std::unique_ptr<BlockFile> blocks = BlockFile::open(file, input, beginning);
  if (!blocks) return std::nullopt;

  if (job.rooms_after_acp != nullptr) blocks->tell_rows();

  BatchResult result;
  BatchJob shown = job;
  if (blocks->masks_ids())
    shown.columns = reports::columns_that_tell_rows(job.columns, !job.id_key.empty());
  RowOutput output{job.output, job.rows};
  if (job.most_kept == 0) output.write(reports::csv_header(shown.columns));
  Answers all{output, result.totals, result.tally, KeptPeople{job.most_kept}};
  blocks->visit([&] { return std::make_unique<AnswersOfBlocks>(shown, all); });
  result.kept = all.kept.take();

  result.unread_because = blocks->unread_because();
  if (blocks->read_whole()) output.finish();
  result.unwritten_because = output.reason();
  result.census = blocks->finish();
  if (reports::tell_rows(shown.columns)) result.totals.masked_ids = false;
  count_rows(result);
  return result;
}

}  // namespace rothcheck::run
