// One line that is written again and again.
#include "run/batch/progress.hpp"

#include <fmt/format.h>

#include <ostream>

#include "intake/census/issues.hpp"

namespace rothcheck::run {

namespace {

constexpr std::chrono::milliseconds quiet_at_first{1000}, between_lines{200};

}  // namespace

Progress::Progress(std::ostream* terminal, std::uint64_t bytes)
    : terminal_{terminal}, size_{bytes}, start_{Clock::now()}, next_{start_ + quiet_at_first} {}

Progress::~Progress() {
  if (written_) *terminal_ << "\r\033[K" << std::flush;
}

void Progress::done(std::uint64_t rows, std::uint64_t bytes) {
  rows_ += rows;
  bytes_ += bytes;
  if (terminal_ == nullptr) return;
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + between_lines;
  written_ = true;
  const auto passed = static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::milliseconds>(now - start_).count());
  const auto shown = [](std::uint64_t count) {
    return intake::with_commas(static_cast<std::int64_t>(count));
  };
  std::string line =
      fmt::format("{} rows, {} a second", shown(rows_), shown(rows_ * 1000 / (passed + 1)));
  if (bytes_ != 0 && size_ >= bytes_) {
    line += fmt::format(", {} s left", passed * (size_ - bytes_) / bytes_ / 1000);
  }
  *terminal_ << '\r' << line << "\033[K" << std::flush;
}

}  // namespace rothcheck::run
