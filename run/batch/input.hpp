// Where the rows of a batch come from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace rothcheck::run {

/// A file, or what comes through a pipe.
class BatchInput {
 public:
  /// `-` is standard input.
  explicit BatchInput(const std::string& path);
  ~BatchInput();
  BatchInput(const BatchInput&) = delete;
  BatchInput& operator=(const BatchInput&) = delete;

  int descriptor() const { return descriptor_; }
  /// The `errno` of what failed; 0 while all went well.
  int error() const { return error_; }
  /// A file on a disk, whose bytes can be read again.
  bool is_file() const { return start_ >= 0; }
  /// Of a file; 0 of a pipe.
  std::uint64_t size() const { return size_; }
  bool go_to(std::uint64_t place);
  /// Reads so many bytes; fewer at the end.
  std::size_t read(char* into, std::size_t most);
  /// Adds so many of the next bytes to `text`; fewer at the end.
  void read(std::size_t most, std::string& text);

 private:
  int descriptor_ = -1;
  int error_ = 0;
  std::int64_t start_ = -1;
  std::uint64_t size_ = 0;
};

}  // namespace rothcheck::run
