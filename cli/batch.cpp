// Blocks to threads and back in order.
#include "cli/batch.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "checker/batch.hpp"
#include "cli/partial.hpp"
#include "cli/progress.hpp"
#include "cli/row_output.hpp"
#include "cli/waivers.hpp"
#include "intake/block_census.hpp"
#include "intake/findings.hpp"
#include "intake/repeated_ids.hpp"

namespace rothcheck::cli {

namespace {

constexpr std::size_t largest_block = std::size_t{1} << 18, smallest_block = std::size_t{1} << 15;
// Of the memory of all threads, which is a few blocks each, in and out.
constexpr std::size_t all_blocks = std::size_t{1} << 20;

/// Where rows come from.
class Input {
 public:
  explicit Input(const std::string& path) {
    descriptor_ = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status{};
    if (descriptor_ < 0 || ::fstat(descriptor_, &status) != 0) {
      error_ = errno;
    } else if (S_ISREG(status.st_mode)) {
      start_ = ::lseek(descriptor_, 0, SEEK_CUR);
      size_ = static_cast<std::uint64_t>(status.st_size - start_);
    }
  }
  ~Input() {
    if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
  }
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  int descriptor() const { return descriptor_; }
  int error() const { return error_; }
  /// A file on a disk, whose bytes can be read again.
  bool is_file() const { return start_ >= 0; }
  std::uint64_t size() const { return size_; }
  bool go_to(std::uint64_t place) {
    return ::lseek(descriptor_, start_ + static_cast<off_t>(place), SEEK_SET) >= 0;
  }
  /// Adds so many of the next bytes to `text`; fewer at the end.
  void read(std::size_t most, std::string& text) {
    const std::size_t before = text.size();
    text.resize(before + most);
    std::size_t size = before;
    while (size < text.size()) {
      const ssize_t got = ::read(descriptor_, text.data() + size, text.size() - size);
      if (got == 0) break;
      if (got > 0) {
        size += static_cast<std::size_t>(got);
      } else if (errno != EINTR) {
        error_ = errno;
        break;
      }
    }
    text.resize(size);
  }

 private:
  int descriptor_ = -1;
  int error_ = 0;
  off_t start_ = -1;
  std::uint64_t size_ = 0;
};

/// The lines above each block, known as soon as all blocks before it have been passed over.
class LineBook {
 public:
  explicit LineBook(intake::LineCount above) : above_{above} {}

  intake::LineCount above(std::uint64_t block) {
    std::unique_lock lock{mutex_};
    known_.wait(lock, [&] { return next_ == block; });
    return above_;
  }

  void enter(std::uint64_t block, intake::LineCount lines) {
    const std::lock_guard lock{mutex_};
    waiting_.emplace(block, lines);
    while (!waiting_.empty() && waiting_.begin()->first == next_) {
      above_ += waiting_.begin()->second;
      waiting_.erase(waiting_.begin());
      ++next_;
    }
    known_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable known_;
  intake::LineCount above_;
  std::uint64_t next_ = 0;
  std::map<std::uint64_t, intake::LineCount> waiting_;
};

/// Rows as they are to be written, in memory that is used again.
class Rows {
 public:
  void clear() { size_ = 0; }
  std::size_t size() const { return size_; }
  std::string_view text(std::size_t from, std::size_t to) const {
    return {bytes_.data() + from, to - from};
  }
  std::string_view text() const { return text(0, size_); }

  void add(const reports::CsvRowWriter& writer, std::string_view id, const BriefAnswer& answer) {
    const std::size_t most = size_ + writer.most_bytes(id, answer);
    if (bytes_.size() < most) bytes_.resize(most * 2);
    size_ =
        static_cast<std::size_t>(writer.write(id, answer, bytes_.data() + size_) - bytes_.data());
  }
  void add(std::string_view text) {
    if (bytes_.size() < size_ + text.size()) bytes_.resize((size_ + text.size()) * 2);
    std::copy(text.begin(), text.end(), bytes_.begin() + static_cast<std::ptrdiff_t>(size_));
    size_ += text.size();
  }

 private:
  std::vector<char> bytes_;
  std::size_t size_ = 0;
};

void waive_brief(const Plan& plan, Date as_of, std::vector<BriefFinding>& findings) {
  std::erase_if(findings, [&](const BriefFinding& finding) {
    Findings one{{.kind = finding.kind, .message = {}, .where = finding.where}};
    waive(plan, as_of, one);
    return one.empty();
  });
}

class Batches {
 public:
  Batches(const BatchJob& job, intake::BlockReader& blocks, intake::CensusStream& census,
          RowOutput& output, Progress& progress)
      : job_{job},
        blocks_{blocks},
        census_{census},
        output_{output},
        progress_{progress},
        lines_{census.layout().above} {}

  void run(unsigned threads) {
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < threads; ++i) others.emplace_back([this] { work(); });
    work();
  }

  const Summary& summary() const { return summary_; }
  std::optional<Severity> gravest() const { return gravest_; }

 private:
  /// What one thread has at hand.
  struct Worker {
    explicit Worker(const BatchJob& job, const intake::StreamLayout& layout)
        : batch{job.checker}, people{layout}, writer{job.plan.name, job.columns} {}

    checker::Batch batch;
    intake::BlockCensus people;
    reports::CsvRowWriter writer;
    intake::Block block;
    BriefAnswer answer;
    Rows rows, late_rows, whole;
    std::vector<std::size_t> gaps;  // where in `rows` the rows that are read later belong
    std::vector<std::pair<std::size_t, std::size_t>> late;  // a gap, and the end of its row
    Summary summary;
    std::optional<Severity> gravest;
  };

  void work() {
    Worker worker{job_, census_.layout()};
    while (!stopped_ && blocks_.next(worker.block)) {
      read(worker);
      deliver(worker);
    }
  }

  void assess(Worker& worker, const Participant& person, std::string_view id, Rows& rows) {
    BriefAnswer& answer = worker.answer;
    worker.batch.assess(person, answer);
    if (!answer.findings.empty()) {
      if (!job_.plan.waivers.empty()) waive_brief(job_.plan, job_.as_of, answer.findings);
      for (const BriefFinding& finding : answer.findings)
        worker.gravest = std::max(worker.gravest, std::optional{finding.kind->severity});
    }
    add(worker.summary, answer);
    rows.add(worker.writer, id, answer);
  }

  void read(Worker& worker) {
    worker.rows.clear();
    worker.late_rows.clear();
    worker.gaps.clear();
    worker.late.clear();
    worker.people.read_plain(
        worker.block,
        [&](const Participant& person, std::string_view id) {
          assess(worker, person, id, worker.rows);
        },
        [&] { worker.gaps.push_back(worker.rows.size()); });
    const std::uint64_t number = worker.block.number;
    if (!worker.people.has_left()) return lines_.enter(number, worker.people.lines());
    const intake::LineCount above = lines_.above(number);
    lines_.enter(number, worker.people.lines());
    worker.people.read_left(above, [&](const Participant& person, std::size_t gap) {
      assess(worker, person, person.id, worker.late_rows);
      worker.late.emplace_back(gap, worker.late_rows.size());
    });
  }

  /// The rows of the block in their order, with those that were read later in their gaps.
  static std::string_view in_order(Worker& worker) {
    if (worker.late.empty()) return worker.rows.text();
    worker.whole.clear();
    std::size_t from = 0, late_from = 0;
    for (const auto& [gap, late_to] : worker.late) {
      worker.whole.add(worker.rows.text(from, worker.gaps[gap]));
      worker.whole.add(worker.late_rows.text(late_from, late_to));
      from = worker.gaps[gap];
      late_from = late_to;
    }
    worker.whole.add(worker.rows.text(from, worker.rows.size()));
    return worker.whole.text();
  }

  void deliver(Worker& worker) {
    const std::string_view rows = in_order(worker);
    std::unique_lock lock{mutex_};
    turn_.wait(lock, [&] { return turn_of_ == worker.block.number; });
    // Behind something that ends the reading there is nothing more to say.
    if (census_.readable()) {
      worker.people.hand_over(census_);
      add(summary_, worker.summary);
      gravest_ = std::max(gravest_, worker.gravest);
      progress_.done(static_cast<std::uint64_t>(worker.summary.participants),
                     worker.block.rows.size());
      if (census_.readable()) output_.write(rows);
    }
    worker.summary = {};
    if (!census_.readable() || output_.failed()) stopped_ = true;
    ++turn_of_;
    lock.unlock();
    turn_.notify_all();
  }

  const BatchJob& job_;
  intake::BlockReader& blocks_;
  intake::CensusStream& census_;
  RowOutput& output_;
  Progress& progress_;
  LineBook lines_;
  std::mutex mutex_;
  std::condition_variable turn_;
  std::uint64_t turn_of_ = 0;
  std::atomic<bool> stopped_ = false;
  Summary summary_;
  std::optional<Severity> gravest_;
};

/// The beginning that tells how the file is laid out, up to a line end.
std::string_view whole_lines(std::string_view text, bool is_all) {
  return is_all ? text : text.substr(0, text.rfind('\n') + 1);
}

/// Whether a file has so few rows that all ids can be compared, going by the length of its first
/// rows.
bool compares_all(const Input& input, std::string_view first_rows) {
  if (!input.is_file()) return false;
  const auto rows =
      static_cast<std::uint64_t>(std::count(first_rows.begin(), first_rows.end(), '\n'));
  return rows != 0 &&
         input.size() / (first_rows.size() / rows + 1) < intake::most_compared_ids * 9 / 10;
}

void compare_ids(Input& input, intake::CensusStream& census, std::size_t block_size) {
  const char separator = census.layout().separator;
  input.go_to(census.header_bytes());
  intake::BlockReader blocks{input.descriptor(), {}, separator, block_size};
  auto repeated = intake::repeated_ids(blocks, census.layout());
  if (!repeated) return;
  census.compare_all_ids(std::move(*repeated));
  if (census.layout().repeated_ids->empty()) return;
  input.go_to(census.header_bytes());
  intake::BlockReader again{input.descriptor(), {}, separator, block_size};
  census.compare_all_ids(intake::confirmed_ids(again, census.layout()));
}

unsigned threads_for(const BatchJob& job) {
  return std::max(1u, job.threads != 0 ? job.threads : std::thread::hardware_concurrency());
}

std::string reason_of(int error) { return std::generic_category().message(error); }

}  // namespace

bool takes_batches(const Plan& plan) { return plan.top_paid_group.empty(); }

std::optional<BatchResult> check_in_batches(const BatchJob& job, const Console& console,
                                            std::string& beginning) {
  Input input{job.participants};
  if (input.error() != 0) return std::nullopt;
  input.read(input.is_file() ? largest_block : job.most_read_whole, beginning);
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
      job.block_size != 0 ? job.block_size
                          : std::clamp(all_blocks / wanted, smallest_block, largest_block);
  const std::size_t header = census->header_bytes();
  if (compares_all(input, lines.substr(header))) compare_ids(input, *census, block_size);
  if (input.is_file()) input.go_to(header);
  intake::BlockReader blocks{input.descriptor(),
                             input.is_file() ? std::string{} : beginning.substr(header),
                             census->layout().separator, block_size};
  std::string{}.swap(beginning);

  BatchResult result;
  RowOutput output{job.output, console.out};
  output.write(reports::csv_header(job.columns));
  Progress progress{console.err, console.err_is_terminal, input.size()};
  Batches batches{job, blocks, *census, output, progress};
  const std::uint64_t most_blocks = input.is_file() ? input.size() / block_size + 1 : wanted;
  batches.run(static_cast<unsigned>(std::min<std::uint64_t>(wanted, most_blocks)));

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
  result.summary = batches.summary();
  result.summary.rows_rejected = result.census.rows_rejected;
  result.gravest = batches.gravest();
  return result;
}

}  // namespace rothcheck::cli
