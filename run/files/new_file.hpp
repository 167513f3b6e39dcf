// A file that takes its place when it is whole, and is gone when the program fails or is stopped
// before.
#pragma once

#include <string>

struct stat;

namespace rothcheck::run {

/// Who may read a file that is made.
enum class Readers {
  owner,  // it names people
  umask   // it does not: whoever the user lets read new files
};

/// Whether a path is a device or a pipe, which must be written to and never replaced by a file.
bool is_special(const std::string& path);

/// A file that is written beside its place, whose folders are made. One at a time.
class NewFile {
 public:
  explicit NewFile(const std::string& path);
  ~NewFile();
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  int descriptor() const { return descriptor_; }  // below 0 where it could not be made
  /// The `errno` of what failed first; 0 while all went well.
  int error() const { return error_; }
  /// Notes what failed.
  void fail(int error);
  /// Lets others read it; until then only its owner may.
  void open_to(Readers readers);
  /// Takes over owner and mode of the file that it replaces, as far as the system lets it.
  void allow_as(const struct stat& replaced);
  /// Puts the file in its place, if all went well: it is on the disk before the old one goes.
  void finish();

 private:
  void close();
  void remove();

  std::string path_, beside_;
  int descriptor_ = -1;
  int error_ = 0;
};

}  // namespace rothcheck::run
