// Rows to a file or to standard output, from many threads in one order; nothing is left
// half-written.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

namespace rothcheck::cli {

/// A result that grows. A file is written beside its place and only its owner may read it; it takes
/// its place when it is whole, and is gone when the program is stopped before.
class RowOutput {
 public:
  /// To the stream where the path is empty. Whoever owns the stream tells what goes wrong with it.
  RowOutput(const std::string& path, std::ostream& standard_output);
  ~RowOutput();
  RowOutput(const RowOutput&) = delete;
  RowOutput& operator=(const RowOutput&) = delete;

  void write(std::string_view bytes);
  /// Puts the file in its place, if all went well.
  void finish();

  bool failed() const { return error_ != 0 || !standard_output_; }
  /// Why; empty while all went well with a file.
  std::string reason() const;

 private:
  void close();

  std::ostream& standard_output_;
  std::string path_, beside_;
  int descriptor_ = -1;
  int error_ = 0;
};

}  // namespace rothcheck::cli
