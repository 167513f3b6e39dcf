// Runs a command and tells what it took: seconds of wall, user and system time, and peak memory in
// kilobytes. `measure [-n TIMES] COMMAND...` runs it that often and tells the median of each.
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

extern char** environ;

namespace {

struct Cost {
  double wall, user, system;
  long kilobytes;
};

double seconds(timeval time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

Cost run(char** command) {
  const auto start = std::chrono::steady_clock::now();
  pid_t child = 0;
  if (::posix_spawnp(&child, command[0], nullptr, nullptr, command, environ) != 0) {
    std::perror(command[0]);
    std::exit(127);
  }
  int status = 0;
  rusage used{};
  ::wait4(child, &status, 0, &used);
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  // A check that finds something ends with 1; a program that fails ends with more.
  if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) {
    std::fprintf(stderr, "measure: %s failed\n", command[0]);
    std::exit(1);
  }
  return {wall.count(), seconds(used.ru_utime), seconds(used.ru_stime), used.ru_maxrss};
}

template <class Member>
auto median(std::vector<Cost>& costs, Member member) {
  std::sort(costs.begin(), costs.end(),
            [&](const Cost& a, const Cost& b) { return a.*member < b.*member; });
  return costs[costs.size() / 2].*member;
}

}  // namespace

int main(int argc, char** argv) {
  int times = 1, first = 1;
  if (argc > 2 && std::strcmp(argv[1], "-n") == 0) {
    times = std::max(1, std::atoi(argv[2]));
    first = 3;
  }
  if (first >= argc) return 2;
  std::vector<Cost> costs;
  for (int i = 0; i < times; ++i) costs.push_back(run(argv + first));
  std::printf("%.6f %.6f %.6f %ld\n", median(costs, &Cost::wall), median(costs, &Cost::user),
              median(costs, &Cost::system), median(costs, &Cost::kilobytes));
}
