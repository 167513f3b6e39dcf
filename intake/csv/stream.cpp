// Reading and cutting. What is done here is done by one thread at a time, so it is kept short: a
// block without a quotation mark is looked at from its end.
#include "intake/csv/stream.hpp"

#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>
#include <utility>

#include "intake/csv/scanner.hpp"

namespace rothcheck::intake {

BlockReader::BlockReader(int descriptor, std::string read_already, char separator,
                         std::size_t block_size)
    : descriptor_{descriptor},
      tail_{std::move(read_already)},
      separator_{separator},
      block_size_{std::max<std::size_t>(block_size, 1)} {}

std::size_t BlockReader::read(char* into, std::size_t most) {
  std::size_t count = 0;
  while (!at_end_ && count < most) {
    const ssize_t got = ::read(descriptor_, into + count, most - count);
    if (got > 0) {
      count += static_cast<std::size_t>(got);
    } else if (got == 0) {
      at_end_ = true;
    } else if (errno != EINTR) {
      error_ = errno;
      at_end_ = true;
    }
  }
  return count;
}

/// Behind the last line feeds of a text that end a row, the last one first; null where there are
/// not so many. Those before `first` do not count.
BlockReader::RowEnds BlockReader::last_rows(const char* begin, const char* first,
                                            const char* end) const {
  RowEnds ends{};
  const auto size_from = [end](const char* at) { return static_cast<std::size_t>(end - at); };
  if (std::memchr(begin, '"', size_from(begin)) == nullptr) {
    // Every line feed ends a row.
    const char* at = end;
    for (const char*& row_end : ends) {
      const void* found = ::memrchr(first, '\n', static_cast<std::size_t>(at - first));
      if (found == nullptr) break;
      at = static_cast<const char*>(found);
      row_end = at + 1;
    }
    return ends;
  }
  Windows windows{{begin, size_from(begin)}, separator_};
  do {
    windows.next();
    for (std::uint64_t lines = windows.lines(); lines != 0; lines &= lines - 1) {
      const char* const at = windows.begin() + std::countr_zero(lines);
      if (at != end && *at == '\n' && at >= first) ends = {at + 1, ends[0], ends[1]};
    }
  } while (!windows.ended());
  return ends;
}

bool BlockReader::next(Block& block) {
  const std::lock_guard lock{mutex_};
  if (done_) return false;
  std::size_t size = tail_.size();
  std::size_t wanted = std::max(size, block_size_);
  constexpr std::size_t padding = Block::padding;
  if (block.bytes.size() < wanted + 2 * padding) block.bytes.resize(wanted + 2 * padding);
  std::memcpy(block.bytes.data() + padding, tail_.data(), size);
  for (;;) {
    size += read(block.bytes.data() + padding + size, wanted - size);
    if (cut(block, size)) break;
    if (wanted > longest_row + block_size_) {
      too_long_ = true;
      done_ = true;
      return false;
    }
    wanted *= 2;
    block.bytes.resize(wanted + 2 * padding);
  }
  // A row without a line end is the last one; whoever reads it finds a line end all the same.
  block.bytes[padding + size] = '\n';
  block.number = count_++;
  return !block.rows.empty();
}

/// Cuts off what is whole: rows to hand out, and the row behind them. False when more has to be
/// read for that.
bool BlockReader::cut(Block& block, std::size_t size) {
  const char* const begin = block.bytes.data() + Block::padding;
  const char* const end = begin + size;
  const char* const first = begin + before_;
  const char* rows_end = end;
  const char* after_end = end;
  const char* last = first;
  if (!at_end_) {
    const RowEnds ends = last_rows(begin, first, end);
    if (ends[1] == nullptr) return false;
    after_end = ends[0];
    rows_end = ends[1];
    if (ends[2] != nullptr) last = ends[2];
  }
  const auto text = [](const char* from, const char* to) {
    return std::string_view{from, static_cast<std::size_t>(to - from)};
  };
  block.before = text(begin, first);
  block.rows = text(first, rows_end);
  block.after = text(rows_end, after_end);
  if (at_end_) {
    done_ = true;
    return true;
  }
  tail_.assign(last, end);
  before_ = static_cast<std::size_t>(rows_end - last);
  return true;
}

}  // namespace rothcheck::intake
