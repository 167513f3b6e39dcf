// Making a file beside its place, and cleaning up after a signal.
#include "run/files/new_file.hpp"

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
#include <filesystem>

namespace rothcheck::run {

namespace {

// What a signal's handler may use: the name of the file that is not whole yet.
std::array<char, PATH_MAX> unfinished{};

constexpr std::array<int, 3> ends = {SIGINT, SIGTERM, SIGHUP};

extern "C" void clean_up(int signal) {
  if (unfinished[0] != '\0') ::unlink(unfinished.data());
  // The program ends as it would have without us.
  ::signal(signal, SIG_DFL);
  ::raise(signal);
}

/// While it lives no signal comes between the making of a file and the note of its name.
class Undisturbed {
 public:
  Undisturbed() {
    sigset_t some;
    ::sigemptyset(&some);
    for (const int signal : ends) ::sigaddset(&some, signal);
    ::pthread_sigmask(SIG_BLOCK, &some, &before_);
  }
  ~Undisturbed() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  Undisturbed(const Undisturbed&) = delete;
  Undisturbed& operator=(const Undisturbed&) = delete;

 private:
  sigset_t before_;
};

void guard(const std::string& path) {
  std::memcpy(unfinished.data(), path.c_str(), path.size() + 1);
  for (const int signal : ends) {
    // Whoever has it ignored, as nohup does, wants it ignored.
    if (::signal(signal, clean_up) == SIG_IGN) ::signal(signal, SIG_IGN);
  }
}

void unguard() {
  unfinished[0] = '\0';
  for (const int signal : ends) {
    if (::signal(signal, SIG_DFL) == SIG_IGN) ::signal(signal, SIG_IGN);
  }
}

/// Some file systems cannot be asked for it; what they have written is as safe as it gets there.
int sync(int descriptor) {
  if (::fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP) return 0;
  return errno;
}

/// The file is in its place already; a folder that cannot be opened keeps it all the same.
void sync_folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string folder = slash == path.npos ? "." : path.substr(0, slash + 1);
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace

bool is_special(const std::string& path) {
  // What /dev/stdout stands for may be a file, and is not ours to replace.
  for (const char* ours : {"/dev/stdout", "/dev/stderr", "/dev/fd/", "/proc/"}) {
    if (path.starts_with(ours)) return true;
  }
  struct stat status{};
  return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

NewFile::NewFile(const std::string& path) : path_{path}, beside_{path + ".XXXXXX"} {
  if (beside_.size() >= unfinished.size()) {
    beside_.clear();
    fail(ENAMETOOLONG);
    return;
  }
  // Where no folder can be made, the file cannot be made either, and tells why.
  std::error_code nowhere;
  std::filesystem::create_directories(std::filesystem::path{path}.parent_path(), nowhere);
  const Undisturbed now;
  descriptor_ = ::mkostemp(beside_.data(), O_CLOEXEC);  // its mode is 0600
  if (descriptor_ >= 0) {
    guard(beside_);
  } else {
    fail(errno);
    beside_.clear();
  }
}

NewFile::~NewFile() {
  close();
  if (!beside_.empty()) remove();
}

void NewFile::fail(int error) {
  if (error_ == 0) error_ = error;
}

void NewFile::open_to(Readers readers) {
  if (readers == Readers::owner || error_ != 0) return;
  const mode_t masked = ::umask(0);
  ::umask(masked);
  if (::fchmod(descriptor_, 0666 & ~masked) != 0) fail(errno);
}

void NewFile::allow_as(const struct stat& replaced) {
  if (error_ != 0) return;
  // Only root may give a file away; whoever rewrites somebody else's file without being root owns
  // it.
  const bool same_owner = ::fchown(descriptor_, replaced.st_uid, replaced.st_gid) == 0;
  if (::fchmod(descriptor_, replaced.st_mode & (same_owner ? 07777u : 0777u)) != 0) fail(errno);
}

void NewFile::close() {
  if (descriptor_ < 0) return;
  // A disk may tell only now that it is full.
  if (::close(descriptor_) != 0) fail(errno);
  descriptor_ = -1;
}

void NewFile::remove() {
  const Undisturbed now;
  ::unlink(beside_.c_str());
  beside_.clear();
  unguard();
}

void NewFile::finish() {
  if (error_ == 0) fail(sync(descriptor_));
  close();
  if (beside_.empty()) return;
  if (error_ == 0 && std::rename(beside_.c_str(), path_.c_str()) != 0) fail(errno);
  if (error_ != 0) return remove();
  {
    const Undisturbed now;
    beside_.clear();
    unguard();
  }
  sync_folder_of(path_);
}

}  // namespace rothcheck::run
