// Files in and out: read whole, written beside and renamed.
#include "cli/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "cli/descriptor.hpp"

namespace rothcheck::cli {

std::string reason_of(int error) { return std::generic_category().message(error); }

namespace {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_{number} {}
  ~Descriptor() {
    if (number_ > STDERR_FILENO) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }
  bool open() const { return number_ >= 0; }
  /// A disk may tell only now that it is full.
  int close() {
    const int result = ::close(number_);
    number_ = -1;
    return result == 0 ? 0 : errno;
  }

 private:
  int number_;
};

// A device or pipe must be written to, never replaced by a file.
bool is_special(const std::string& path) {
  struct stat status{};
  return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

int write_all(int descriptor, const std::function<void(std::ostream&)>& write) {
  DescriptorBuffer buffer{descriptor};
  std::ostream out{&buffer};
  write(out);
  out.flush();
  return buffer.error();
}

// Writes a file beside its place and renames it when it is whole. `prepare` may change what the new
// file allows, which is nothing to others; it returns an error number.
std::optional<std::string> replace(const std::string& path, const std::function<int(int)>& prepare,
                                   const std::function<void(std::ostream&)>& write) {
  std::string beside = path + ".XXXXXX";
  Descriptor file{::mkostemp(beside.data(), O_CLOEXEC)};  // its mode is 0600
  if (!file.open()) return reason_of(errno);
  int error = write_all(file.number(), write);
  if (error == 0) error = prepare(file.number());
  if (const int at_close = file.close(); error == 0) error = at_close;
  if (error == 0 && std::rename(beside.c_str(), path.c_str()) != 0) error = errno;
  if (error == 0) return std::nullopt;
  ::unlink(beside.c_str());
  return reason_of(error);
}

}  // namespace

std::optional<std::string> read_file(const std::string& path, std::string& reason) {
  Descriptor file{path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  std::string text;
  std::array<char, 1 << 16> block;
  while (file.open()) {
    const ssize_t count = ::read(file.number(), block.data(), block.size());
    if (count == 0) return text;
    if (count > 0) {
      text.append(block.data(), static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      break;
    }
  }
  reason = reason_of(errno);
  return std::nullopt;
}

std::optional<std::string> write_file(const std::string& path,
                                      const std::function<void(std::ostream&)>& write) {
  if (is_special(path)) {
    Descriptor device{::open(path.c_str(), O_WRONLY | O_CLOEXEC)};
    const int error = device.open() ? write_all(device.number(), write) : errno;
    return error == 0 ? std::nullopt : std::optional{reason_of(error)};
  }
  return replace(path, [](int) { return 0; }, write);
}

std::optional<std::string> rewrite_file(const std::string& path, std::string_view text) {
  struct stat before{};
  if (::stat(path.c_str(), &before) != 0) return reason_of(errno);
  if (!S_ISREG(before.st_mode)) return "it is not a file";
  std::error_code error;
  const std::filesystem::path target = std::filesystem::canonical(path, error);
  if (error) return error.message();
  const auto as_before = [&before](int descriptor) {
    // Only root may give a file away; whoever formats somebody else's file without being root owns
    // it.
    const int owner = ::fchown(descriptor, before.st_uid, before.st_gid);
    const mode_t mode = before.st_mode & (owner == 0 ? 07777u : 0777u);
    return ::fchmod(descriptor, mode) == 0 ? 0 : errno;
  };
  return replace(target.string(), as_before, [text](std::ostream& out) { out << text; });
}

std::vector<std::string> plan_files(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  if (!fs::is_directory(path, ignored)) return {path};
  std::vector<std::string> files;
  for (fs::recursive_directory_iterator
           at{path, fs::directory_options::skip_permission_denied, ignored},
       end;
       at != end; at.increment(ignored)) {
    if (at->path().extension() == ".plan" && at->is_regular_file(ignored))
      files.push_back(at->path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace rothcheck::cli
