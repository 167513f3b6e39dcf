// File names from the root of the repository, lexically: nothing is looked up on the disk.
#include "reports/repository.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "model/text.hpp"
#include "reports/unicode.hpp"

namespace rothcheck::reports {

namespace {

namespace fs = std::filesystem;

bool is_plain_in_uri(char c) {
  return is_letter(c) || is_digit(c) || std::string_view{"-._~/"}.find(c) != std::string_view::npos;
}

}  // namespace

std::string name_in(const Repository& repository, std::string_view path) {
  const fs::path whole = (fs::path{repository.here} / fs::path{path}).lexically_normal();
  const std::string& top = repository.root.empty() ? repository.here : repository.root;
  fs::path from_root = whole.lexically_relative(top);
  if (from_root.empty()) from_root = whole;
  fs::path name;
  for (const fs::path& part : from_root.relative_path()) {
    if (part != "..") name /= part;
  }
  return name.generic_string();
}

std::string as_uri(std::string_view name) {
  std::string uri;
  for (const char c : whole_utf8(name)) {
    uri += is_plain_in_uri(c) ? std::string(1, c)
                              : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri;
}

}  // namespace rothcheck::reports
