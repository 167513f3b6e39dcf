// A participant file that is read block by block, on every core, in memory that does not grow.
#pragma once

#include <functional>
#include <iosfwd>
#include <memory>
#include <string>

#include "intake/csv/census_stream.hpp"
#include "intake/csv/stream.hpp"
#include "run/batch/block_visitor.hpp"
#include "run/batch/input.hpp"

namespace rothcheck::run {

/// Which file, and how it is gone through.
struct FileInBlocks {
  std::string participants;  // a path; `-` for standard input
  intake::CensusOptions options;
  std::ostream* progress = nullptr;                    // a terminal, where there is one
  unsigned threads = 0;                                // 0: one for each core
  std::size_t block_size = 0;                          // 0: what fits the number of threads
  std::size_t most_read_whole = std::size_t{1} << 20;  // a pipe with less is no stream
};

class BlockFile {
 public:
  /// What tells how a file is laid out; of a pipe, enough to know whether it is a long one.
  static void read_beginning(const FileInBlocks& file, BatchInput& input, std::string& beginning);
  /// Empty where the file has to be read whole. `beginning` has the bytes of a pipe that were
  /// read to find that out.
  static std::unique_ptr<BlockFile> open(const FileInBlocks& file, BatchInput& input,
                                         std::string& beginning);

  bool masks_ids() const { return census_->layout().masked_ids; }
  void tell_rows() { census_->tell_rows(); }
  /// Once. Each thread has a visitor of its own.
  void visit(const std::function<std::unique_ptr<BlockVisitor>()>& visitor);
  /// Whether all was read, so far as the file goes.
  bool read_whole() const { return census_->readable() && blocks_->error() == 0; }
  /// Why the file could not be read; empty while it could.
  std::string unread_because() const;
  /// What there is to say of the file. There are no participants in it.
  intake::Census finish() { return census_->finish(); }

 private:
  BlockFile(const FileInBlocks& file, BatchInput& input) : file_{file}, input_{input} {}

  const FileInBlocks& file_;
  BatchInput& input_;
  std::unique_ptr<intake::CensusStream> census_;
  std::unique_ptr<intake::BlockReader> blocks_;
  unsigned threads_ = 1;
};

}  // namespace rothcheck::run
