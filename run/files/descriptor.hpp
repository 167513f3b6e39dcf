// An output stream on a file descriptor that remembers why writing failed, which the standard's own
// streams do not.
#pragma once

#include <ostream>
#include <streambuf>
#include <vector>

namespace rothcheck::run {

class DescriptorBuffer final : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor);

  /// The `errno` of the first write that failed; 0 while all went well.
  int error() const { return error_; }

 protected:
  int_type overflow(int_type next) override;
  int sync() override;

 private:
  bool write_out();

  int descriptor_;
  int error_ = 0;
  std::vector<char> block_;  // a small stack has no room for it
};

}  // namespace rothcheck::run
