#include "run/batch/blocks.hpp"

#include <atomic>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

#include "intake/csv/block_census.hpp"

namespace rothcheck::run {

namespace {

/// The lines above each block.
class LineBook {
 public:
  explicit LineBook(intake::LineCount above) : above_{above} {}

  /// Notes the lines of a block that nobody asks about.
  void enter(std::uint64_t block, intake::LineCount lines) {
    const std::lock_guard lock{mutex_};
    waiting_.emplace(block, lines);
    take_waiting();
  }

  /// Notes the lines of a block, and returns those above it as soon as all blocks before it are
  /// noted.
  intake::LineCount above(std::uint64_t block, intake::LineCount lines) {
    std::unique_lock lock{mutex_};
    known_.wait(lock, [&] { return given_up_ || next_ == block; });
    const intake::LineCount above = above_;
    waiting_.emplace(block, lines);
    take_waiting();
    return above;
  }

  /// Nobody waits any more; what the lines are is of no use then.
  void give_up() {
    const std::lock_guard lock{mutex_};
    given_up_ = true;
    known_.notify_all();
  }

 private:
  void take_waiting() {
    while (!waiting_.empty() && waiting_.begin()->first == next_) {
      above_ += waiting_.begin()->second;
      waiting_.erase(waiting_.begin());
      ++next_;
    }
    known_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable known_;
  intake::LineCount above_;
  std::uint64_t next_ = 0;
  bool given_up_ = false;
  std::map<std::uint64_t, intake::LineCount> waiting_;
};

class Batches {
 public:
  Batches(intake::BlockReader& blocks, intake::CensusStream& census,
          const std::function<std::unique_ptr<BlockVisitor>()>& visitor, Progress& progress)
      : blocks_{blocks},
        census_{census},
        visitor_{visitor},
        progress_{progress},
        lines_{census.layout().above} {}

  void run(unsigned threads) {
    std::vector<std::jthread> others;
    try {
      for (unsigned i = 1; i < threads; ++i) others.emplace_back([this] { guarded(); });
    } catch (const std::system_error&) {
      // No more threads are to be had: those that there are do it.
    }
    guarded();
    others.clear();
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  /// What one thread has at hand.
  struct Worker {
    Worker(std::unique_ptr<BlockVisitor> of_thread, const intake::StreamLayout& layout)
        : visitor{std::move(of_thread)}, people{layout} {}

    std::unique_ptr<BlockVisitor> visitor;
    intake::BlockCensus people;
    intake::Block block;
    std::uint64_t rows = 0;
  };

  /// What a thread throws, most of all for want of memory, ends the work of all.
  void guarded() {
    try {
      work();
    } catch (...) {
      {
        const std::lock_guard lock{mutex_};
        failure_ = std::current_exception();
        stopped_ = true;
      }
      turn_.notify_all();
      lines_.give_up();
    }
  }

  void work() {
    Worker worker{visitor_(), census_.layout()};
    while (!stopped_ && blocks_.next(worker.block)) {
      read(worker);
      deliver(worker);
    }
    const std::lock_guard lock{mutex_};
    worker.visitor->finish();
  }

  void read(Worker& worker) {
    worker.rows = 0;
    const std::uint64_t number = worker.block.number;
    worker.visitor->begin(number);
    worker.people.read(
        worker.block, [&](intake::LineCount lines) { return lines_.above(number, lines); },
        [&](const Participant& person, std::string_view id, std::uint64_t row) {
          ++worker.rows;
          worker.visitor->take(person, id, row);
        });
    if (!worker.people.asked()) lines_.enter(number, worker.people.lines());
  }

  void deliver(Worker& worker) {
    std::unique_lock lock{mutex_};
    turn_.wait(lock, [&] { return failure_ || turn_of_ == worker.block.number; });
    if (failure_) return;
    // Behind something that ends the reading there is nothing more to say.
    if (census_.readable()) {
      worker.people.hand_over(census_);
      progress_.done(worker.rows, worker.block.rows.size());
      if (!worker.visitor->deliver(census_.readable())) stopped_ = true;
    }
    if (!census_.readable()) stopped_ = true;
    ++turn_of_;
    lock.unlock();
    turn_.notify_all();
  }

  intake::BlockReader& blocks_;
  intake::CensusStream& census_;
  const std::function<std::unique_ptr<BlockVisitor>()>& visitor_;
  Progress& progress_;
  LineBook lines_;
  std::mutex mutex_;
  std::condition_variable turn_;
  std::uint64_t turn_of_ = 0;
  std::atomic<bool> stopped_ = false;
  std::exception_ptr failure_;
};

}  // namespace

void visit_blocks(intake::BlockReader& blocks, intake::CensusStream& census,
                  const std::function<std::unique_ptr<BlockVisitor>()>& visitor, Progress& progress,
                  unsigned threads) {
  Batches{blocks, census, visitor, progress}.run(threads);
}

}  // namespace rothcheck::run
