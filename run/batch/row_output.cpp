// Rows to a file, a device or standard output.
#include "run/batch/row_output.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "run/files/files.hpp"

namespace rothcheck::run {

RowOutput::RowOutput(const std::string& path, std::ostream& standard_output)
    : standard_output_{standard_output} {
  if (path.empty()) return;
  if (!is_special(path)) {
    file_.emplace(path);
    return;
  }
  device_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (device_ < 0) fail(errno);
}

RowOutput::~RowOutput() { close_device(); }

void RowOutput::fail(int error) {
  if (file_) return file_->fail(error);
  if (error_ == 0) error_ = error;
}

void RowOutput::close_device() {
  if (device_ >= 0 && ::close(device_) != 0) fail(errno);
  device_ = -1;
}

void RowOutput::write(std::string_view bytes) {
  if (!file_ && device_ < 0 && error_ == 0) {
    standard_output_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return;
  }
  const int descriptor = file_ ? file_->descriptor() : device_;
  while (error() == 0 && !bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      fail(errno);
    }
  }
}

void RowOutput::finish() {
  if (file_) return file_->finish();
  close_device();
}

std::string RowOutput::reason() const { return error() == 0 ? "" : reason_of(error()); }

}  // namespace rothcheck::run
