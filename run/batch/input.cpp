#include "run/batch/input.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace rothcheck::run {

BatchInput::BatchInput(const std::string& path) {
  descriptor_ = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status{};
  if (descriptor_ < 0 || ::fstat(descriptor_, &status) != 0) {
    error_ = errno;
  } else if (S_ISREG(status.st_mode)) {
    start_ = ::lseek(descriptor_, 0, SEEK_CUR);
    size_ = static_cast<std::uint64_t>(status.st_size - start_);
  }
}

BatchInput::~BatchInput() {
  if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
}

bool BatchInput::go_to(std::uint64_t place) {
  return ::lseek(descriptor_, start_ + static_cast<off_t>(place), SEEK_SET) >= 0;
}

std::size_t BatchInput::read(char* into, std::size_t most) {
  std::size_t size = 0;
  while (size < most) {
    const ssize_t got = ::read(descriptor_, into + size, most - size);
    if (got == 0) break;
    if (got > 0) {
      size += static_cast<std::size_t>(got);
    } else if (errno != EINTR) {
      error_ = errno;
      break;
    }
  }
  return size;
}

void BatchInput::read(std::size_t most, std::string& text) {
  const std::size_t before = text.size();
  text.resize(before + most);
  text.resize(before + read(text.data() + before, most));
}

}  // namespace rothcheck::run
