// An output stream on a file descriptor that remembers why writing failed.
#include "run/files/descriptor.hpp"

#include <unistd.h>

#include <cerrno>

namespace rothcheck::run {

DescriptorBuffer::DescriptorBuffer(int descriptor)
    : descriptor_{descriptor}, block_(std::size_t{1} << 16) {
  setp(block_.data(), block_.data() + block_.size());
}

bool DescriptorBuffer::write_out() {
  const char* from = pbase();
  while (error_ == 0 && from < pptr()) {
    const ssize_t written = ::write(descriptor_, from, static_cast<std::size_t>(pptr() - from));
    if (written >= 0) {
      from += written;
    } else if (errno != EINTR) {
      error_ = errno;
    }
  }
  setp(block_.data(), block_.data() + block_.size());
  return error_ == 0;
}

DescriptorBuffer::int_type DescriptorBuffer::overflow(int_type next) {
  if (!write_out()) return traits_type::eof();
  if (!traits_type::eq_int_type(next, traits_type::eof())) sputc(traits_type::to_char_type(next));
  return traits_type::not_eof(next);
}

int DescriptorBuffer::sync() { return write_out() ? 0 : -1; }

}  // namespace rothcheck::run
