// Files in and out: read whole, written beside and renamed.
#include "run/files/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "run/files/descriptor.hpp"

namespace rothcheck::run {

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

 private:
  int number_;
};

int write_all(int descriptor, const std::function<void(std::ostream&)>& write) {
  DescriptorBuffer buffer{descriptor};
  std::ostream out{&buffer};
  write(out);
  out.flush();
  return buffer.error();
}

std::optional<std::string> written_whole(NewFile& file,
                                         const std::function<void(std::ostream&)>& write) {
  if (file.error() == 0) file.fail(write_all(file.descriptor(), write));
  file.finish();
  return file.error() == 0 ? std::nullopt : std::optional{reason_of(file.error())};
}

}  // namespace

std::optional<std::string> read_file(const std::string& path, std::string& reason) {
  Descriptor file{path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  constexpr std::size_t block = std::size_t{1} << 16;
  std::string text;
  while (file.open()) {
    const std::size_t size = text.size();
    text.resize(size + block);
    const ssize_t count = ::read(file.number(), text.data() + size, block);
    text.resize(size + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    if (count == 0) return text;
    if (count < 0 && errno != EINTR) break;
  }
  reason = reason_of(errno);
  return std::nullopt;
}

std::optional<std::string> write_file(const std::string& path,
                                      const std::function<void(std::ostream&)>& write,
                                      Readers readers) {
  if (is_special(path)) {
    Descriptor device{::open(path.c_str(), O_WRONLY | O_CLOEXEC)};
    const int error = device.open() ? write_all(device.number(), write) : errno;
    return error == 0 ? std::nullopt : std::optional{reason_of(error)};
  }
  NewFile file{path};
  file.open_to(readers);
  return written_whole(file, write);
}

std::optional<std::string> rewrite_file(const std::string& path, std::string_view text) {
  struct stat before{};
  if (::stat(path.c_str(), &before) != 0) return reason_of(errno);
  if (!S_ISREG(before.st_mode)) return "it is not a file";
  std::error_code error;
  const std::filesystem::path target = std::filesystem::canonical(path, error);
  if (error) return error.message();
  NewFile file{target.string()};
  file.allow_as(before);
  return written_whole(file, [text](std::ostream& out) { out << text; });
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

}  // namespace rothcheck::run
