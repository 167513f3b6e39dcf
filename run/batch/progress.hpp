// How far a long run is, on a terminal.
#pragma once

#include <chrono>
#include <cstdint>
#include <iosfwd>

namespace rothcheck::run {

/// Says nothing in a run of less than a second. Not to be shared between threads.
class Progress {
 public:
  /// Shows nothing where there is no terminal. `bytes` is the size of what is read; 0 where nobody
  /// knows.
  Progress(std::ostream* terminal, std::uint64_t bytes);
  /// Takes the line away again.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void done(std::uint64_t rows, std::uint64_t bytes);

 private:
  using Clock = std::chrono::steady_clock;

  std::ostream* terminal_;
  bool written_ = false;
  std::uint64_t size_;
  Clock::time_point start_, next_;
  std::uint64_t rows_ = 0, bytes_ = 0;
};

}  // namespace rothcheck::run
