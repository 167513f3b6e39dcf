// Records from the thread that reads a file to the thread that judges them, some hundred at a time.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <string>
#include <variant>
#include <vector>

#include "intake/record.hpp"

namespace rothcheck::intake {

/// A few batches are on their way at most, so that neither thread runs away from the other.
class RecordChannel {
 public:
  /// For the reading thread: what is told of records is sent on, in its order; `names` is answered
  /// at once by `sink`, whose thread waits for it. Records have no fault, as those of XML have
  /// none.
  RecordSink sender(const RecordSink& sink);
  /// For the reading thread: what has been told so far is on its way.
  void send();
  /// For the reading thread: nothing more comes.
  void finish();
  /// For the judging thread: tells `sink` what was sent, until nothing more comes.
  void receive(const RecordSink& sink);

 private:
  struct Spoilt {
    Finding finding;
    std::uint64_t line, row;
  };
  struct Kept {
    std::uint64_t line, row;
    std::size_t values_end;
  };
  struct Batch {
    std::vector<std::variant<Kept, Spoilt, Finding>> told;
    std::vector<Value> values;       // whose texts are in `text`, one behind the other
    std::vector<std::size_t> sizes;  // of the texts
    std::string text;
  };

  void keep(const Record& record);
  template <class Told>
  void keep(Told told);
  static void tell(Batch& batch, const RecordSink& sink);

  static constexpr std::size_t records_in_a_batch = 256, most_on_their_way = 4;

  Batch filling_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Batch> sent_;
  bool finished_ = false, left_ = false;
};

}  // namespace rothcheck::intake
