// Rows to a file or to standard output, from many threads in one order; nothing is left
// half-written.
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <string_view>

#include "run/files/new_file.hpp"

namespace rothcheck::run {

/// A result that grows. A file takes its place when it is whole, and only its owner may read it.
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

  bool failed() const { return error() != 0 || !standard_output_; }
  /// Why; empty while all went well with a file.
  std::string reason() const;

 private:
  int error() const { return file_ ? file_->error() : error_; }
  void fail(int error);
  void close_device();

  std::ostream& standard_output_;
  std::optional<NewFile> file_;
  int device_ = -1;
  int error_ = 0;  // of the device
};

}  // namespace rothcheck::run
