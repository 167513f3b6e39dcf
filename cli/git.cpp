// Running git, and what it is asked.
#include "cli/git.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>

#include "run/files/files.hpp"

extern char** environ;

namespace rothcheck::cli {

namespace {

namespace fs = std::filesystem;

struct Said {
  bool ran = false;
  int exit = -1;
  std::string out, err;
};

class Pipe {
 public:
  Pipe() {
    // Neither end may stay open in git, which would then never see the other one closed.
    if (::pipe2(ends_.data(), O_CLOEXEC) != 0) ends_ = {-1, -1};
  }
  ~Pipe() {
    close_end(0);
    close_end(1);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  int reading() const { return ends_[0]; }
  int writing() const { return ends_[1]; }
  void close_writing() { close_end(1); }

 private:
  void close_end(std::size_t end) {
    if (ends_[end] >= 0) ::close(ends_[end]);
    ends_[end] = -1;
  }
  std::array<int, 2> ends_{-1, -1};
};

/// Reads what comes until the end; false once the end is reached.
bool read_some(int descriptor, std::string& into) {
  constexpr std::size_t block = std::size_t{1} << 16;
  const std::size_t size = into.size();
  into.resize(size + block);
  const ssize_t count = ::read(descriptor, into.data() + size, block);
  into.resize(size + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  return count > 0 || (count < 0 && errno == EINTR);
}

/// Both at once, so that neither pipe fills up while the other is read.
void read_both(int out, std::string& out_text, int err, std::string& err_text) {
  std::array<pollfd, 2> ready{pollfd{out, POLLIN, 0}, pollfd{err, POLLIN, 0}};
  while (ready[0].fd >= 0 || ready[1].fd >= 0) {
    if (::poll(ready.data(), ready.size(), -1) < 0 && errno != EINTR) return;
    if (ready[0].revents != 0 && !read_some(out, out_text)) ready[0].fd = -1;
    if (ready[1].revents != 0 && !read_some(err, err_text)) ready[1].fd = -1;
    ready[0].revents = ready[1].revents = 0;
  }
}

Said git(const std::string& folder, std::vector<std::string> words) {
  words.insert(words.begin(), {"git", "-C", folder});
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  Pipe out, err;
  Said said;
  if (out.reading() < 0 || err.reading() < 0) return said;
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_adddup2(&actions, out.writing(), STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, err.writing(), STDERR_FILENO);
  pid_t child = 0;
  const int failed = ::posix_spawnp(&child, "git", &actions, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) {
    said.err = failed == ENOENT ? "there is no program git on the path" : run::reason_of(failed);
    return said;
  }
  out.close_writing();
  err.close_writing();
  read_both(out.reading(), said.out, err.reading(), said.err);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  said.ran = true;
  said.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return said;
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

/// The deepest folder above a path that is there now, from which git is asked, and the rest of the
/// path.
struct Anchor {
  std::string folder, rest;
};

Anchor anchor_of(const std::string& path) {
  std::error_code ignored;
  const fs::path whole = fs::path{path}.lexically_normal();
  fs::path folder = whole.empty() ? fs::path{"."} : whole;
  fs::path rest;
  while (!folder.empty() && !fs::is_directory(folder, ignored)) {
    rest = rest.empty() ? folder.filename() : folder.filename() / rest;
    folder = folder.parent_path();
  }
  return {folder.empty() ? "." : folder.string(), rest.empty() ? "." : rest.string()};
}

}  // namespace

OldFiles files_in_revision(const std::string& ref, const std::string& path) {
  const Anchor anchor = anchor_of(path);
  // What begins with a dash would be an option to git.
  if (ref.empty() || ref.front() == '-') return {{}, fmt::format("{} is no revision", ref)};
  if (const Said top = git(anchor.folder, {"rev-parse", "--git-dir"}); top.exit != 0)
    return {{}, top.ran ? fmt::format("git says: {}", first_line(top.err)) : top.err};
  const Said commit = git(anchor.folder, {"rev-parse", "--verify", "--quiet", ref + "^{commit}"});
  if (commit.exit != 0) return {{}, fmt::format("git knows no revision {}", ref)};
  // By its number, which no text of the command line can make into something else.
  const std::string number = first_line(commit.out);
  const Said names =
      git(anchor.folder, {"ls-tree", "-r", "-z", "--name-only", number, "--", anchor.rest});
  if (names.exit != 0) return {{}, fmt::format("git says: {}", first_line(names.err))};

  OldFiles found;
  for (std::size_t at = 0; at < names.out.size();) {
    const std::size_t end = std::min(names.out.find('\0', at), names.out.size());
    const std::string name = names.out.substr(at, end - at);
    at = end + 1;
    if (name != anchor.rest && !name.ends_with(".plan")) continue;
    Said text = git(anchor.folder, {"show", number + ":./" + name});
    if (text.exit != 0) return {{}, fmt::format("git says: {}", first_line(text.err))};
    const fs::path named = (fs::path{anchor.folder} / name).lexically_normal();
    found.files.push_back({named.string(), std::move(text.out)});
  }
  std::sort(found.files.begin(), found.files.end(),
            [](const OldFile& a, const OldFile& b) { return a.path < b.path; });
  return found;
}

}  // namespace rothcheck::cli
