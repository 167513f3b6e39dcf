// Writing, and cleaning up after a signal.
#include "cli/row_output.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "cli/files.hpp"

namespace rothcheck::cli {

namespace {

// What a signal's handler may use: the name of the file that is not whole yet. One at a time.
std::array<char, PATH_MAX> unfinished{};

constexpr std::array<int, 3> ends = {SIGINT, SIGTERM, SIGHUP};

extern "C" void clean_up(int signal) {
  if (unfinished[0] != '\0') ::unlink(unfinished.data());
  // The program ends as it would have without us.
  ::signal(signal, SIG_DFL);
  ::raise(signal);
}

void guard(const std::string& path) {
  if (path.size() >= unfinished.size()) return;
  std::memcpy(unfinished.data(), path.c_str(), path.size() + 1);
  for (const int signal : ends) {
    // Whoever has it ignored, as nohup does, wants it ignored.
    if (::signal(signal, clean_up) == SIG_IGN) ::signal(signal, SIG_IGN);
  }
}

void unguard() {
  if (unfinished[0] == '\0') return;
  unfinished[0] = '\0';
  for (const int signal : ends) ::signal(signal, SIG_DFL);
}

bool is_special(const std::string& path) {
  struct stat status{};
  return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

}  // namespace

RowOutput::RowOutput(const std::string& path, std::ostream& standard_output)
    : standard_output_{standard_output}, path_{path} {
  if (path.empty()) return;
  if (is_special(path)) {
    descriptor_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  } else {
    beside_ = path + ".XXXXXX";
    descriptor_ = ::mkostemp(beside_.data(), O_CLOEXEC);
    if (descriptor_ < 0) beside_.clear();
  }
  if (descriptor_ < 0) error_ = errno;
  if (!beside_.empty()) guard(beside_);
}

RowOutput::~RowOutput() {
  close();
  if (!beside_.empty()) ::unlink(beside_.c_str());
  if (!path_.empty()) unguard();
}

void RowOutput::close() {
  if (descriptor_ >= 0 && ::close(descriptor_) != 0 && error_ == 0) error_ = errno;
  descriptor_ = -1;
}

void RowOutput::write(std::string_view bytes) {
  if (path_.empty()) {
    standard_output_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return;
  }
  while (error_ == 0 && !bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      error_ = errno;
    }
  }
}

void RowOutput::finish() {
  close();
  if (beside_.empty() || error_ != 0) return;
  if (std::rename(beside_.c_str(), path_.c_str()) != 0) {
    error_ = errno;
    return;
  }
  beside_.clear();
}

std::string RowOutput::reason() const { return error_ == 0 ? "" : reason_of(error_); }

}  // namespace rothcheck::cli
