// Reading and cutting. What is done here is done by one thread at a time, so it is kept short: the
// bytes are looked at for quotation marks alone.
#include "intake/csv/stream.hpp"

#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>
#include <utility>

namespace rothcheck::intake {
namespace {

bool starts_cell(const char* at, const char* begin, char separator) {
  return at == begin || at[-1] == separator || at[-1] == '\n' || at[-1] == '\r';
}

/// The next quotation mark, or `end`.
const char* quote_from(const char* at, const char* end) {
  const void* found = std::memchr(at, '"', static_cast<std::size_t>(end - at));
  return found == nullptr ? end : static_cast<const char*>(found);
}

/// The quotation mark that closes a cell, `at` being behind the one that opens it; `end` where
/// there is none. A pair of them stands for one.
const char* closing_quote(const char* at, const char* end) {
  for (;;) {
    at = quote_from(at, end);
    if (at == end || at + 1 == end || at[1] != '"') return at;
    at += 2;
  }
}

}  // namespace

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

/// Notes the quoted cells, a mark that is closed beyond `end` reaching up to it.
void BlockReader::find_quoted(const char* begin, const char* end) {
  quoted_.clear();
  const char* at = quote_from(begin, end);
  while (at != end) {
    if (!starts_cell(at, begin, separator_)) {
      at = quote_from(at + 1, end);
      continue;
    }
    const char* close = closing_quote(at + 1, end);
    quoted_.push_back({at, close});
    at = close == end ? end : quote_from(close + 1, end);
  }
}

/// Behind the last line end in [begin, end) that is in no quoted cell; null where there is none.
const char* BlockReader::line_end_before(const char* begin, const char* end) const {
  for (;;) {
    const void* found = ::memrchr(begin, '\n', static_cast<std::size_t>(end - begin));
    if (found == nullptr) return nullptr;
    const char* at = static_cast<const char*>(found);
    const auto after =
        std::upper_bound(quoted_.begin(), quoted_.end(), at,
                         [](const char* place, const Quoted& cell) { return place < cell.begin; });
    if (after == quoted_.begin() || std::prev(after)->end < at) return at + 1;
    end = std::prev(after)->begin;
  }
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
  find_quoted(begin, end);
  const char* const first = begin + before_;
  const char* rows_end = end;
  const char* after_end = end;
  if (!at_end_) {
    after_end = line_end_before(first, end);
    rows_end = after_end == nullptr ? nullptr : line_end_before(first, after_end - 1);
    if (rows_end == nullptr) return false;
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
  const char* last = line_end_before(first, rows_end - 1);
  if (last == nullptr) last = first;
  tail_.assign(last, end);
  before_ = static_cast<std::size_t>(rows_end - last);
  return true;
}

std::string_view first_row(std::string_view text, char separator) {
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  const char* at = begin;
  while (at != end && *at != '\n' && *at != '\r') {
    if (*at == '"' && starts_cell(at, begin, separator)) {
      at = closing_quote(at + 1, end);
      if (at == end) break;
    }
    ++at;
  }
  if (at != end && *at == '\r' && at + 1 != end && at[1] == '\n') ++at;
  if (at != end) ++at;
  return text.substr(0, static_cast<std::size_t>(at - begin));
}

}  // namespace rothcheck::intake
