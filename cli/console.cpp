// Where a command writes: colour and width.
#include "cli/console.hpp"

#include <sys/ioctl.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>

namespace rothcheck::cli {

namespace {

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view{} : std::string_view{value};
}

}  // namespace

bool wants_colour(std::string_view option, bool is_terminal) {
  if (option == "always") return true;
  if (option == "never" || !variable("NO_COLOR").empty()) return false;
  const std::string_view forced = variable("CLICOLOR_FORCE");
  if (!variable("FORCE_COLOR").empty() || (!forced.empty() && forced != "0")) return true;
  if (variable("CLICOLOR") == "0" || variable("TERM") == "dumb") return false;
  return is_terminal;
}

int text_width(int descriptor) {
  winsize size{};
  const bool known = ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col != 0;
  return known ? std::clamp<int>(size.ws_col, 60, 100) : 96;
}

Date today() {
  const auto now = std::chrono::system_clock::now();
  auto seconds = std::chrono::floor<std::chrono::seconds>(now);
  const std::string_view fixed = variable("SOURCE_DATE_EPOCH");
  long long count = 0;
  const auto read = std::from_chars(fixed.data(), fixed.data() + fixed.size(), count);
  if (!fixed.empty() && read.ec == std::errc{})
    seconds = std::chrono::sys_seconds{std::chrono::seconds{count}};
  return Date{std::chrono::floor<std::chrono::days>(seconds)};
}

}  // namespace rothcheck::cli
