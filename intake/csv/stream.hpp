// A CSV text in blocks of whole rows, for many readers at once and in constant memory.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace rothcheck::intake {

/// Some whole rows of a text and the rows on either side of them. As many bytes as the padding may
/// be read before them and behind them.
struct Block {
  static constexpr std::size_t padding = 64;

  std::uint64_t number = 0;  // from 0, in the order of the text
  std::string_view rows;
  std::string_view before, after;  // the row before these and the one after; empty at the ends
  std::vector<char> bytes;         // what holds them, used again for the next block
};

/// Cuts what a descriptor has to read into blocks, between two rows each.
class BlockReader {
 public:
  /// A row longer than this ends the reading: a quotation mark was opened and never closed.
  static constexpr std::size_t longest_row = std::size_t{1} << 21;

  /// `read_already` comes before what the descriptor still has.
  BlockReader(int descriptor, std::string read_already, char separator, std::size_t block_size);

  /// Fills `block` with the next rows; false at the end. Threads may call this at the same time.
  bool next(Block& block);

  /// The `errno` of a read that failed; 0 while all went well.
  int error() const { return error_; }
  /// Whether a row was longer than the longest.
  bool row_too_long() const { return too_long_; }

 private:
  std::size_t read(char* into, std::size_t most);
  bool cut(Block& block, std::size_t size);
  using RowEnds = std::array<const char*, 3>;
  RowEnds last_rows(const char* begin, const char* first, const char* end) const;

  std::mutex mutex_;
  int descriptor_;
  std::string tail_;  // read, and not handed out: the last row handed out, for `before`, and more
  std::size_t before_ = 0;  // how much of the tail is that row
  char separator_;
  std::size_t block_size_;
  std::uint64_t count_ = 0;
  bool at_end_ = false, done_ = false, too_long_ = false;
  int error_ = 0;
};

}  // namespace rothcheck::intake
