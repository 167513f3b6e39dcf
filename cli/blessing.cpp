// `test --bless`: new figures written into plan and case files.
#include "cli/blessing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <string>

#include "cli/unified_diff.hpp"
#include "run/files/files.hpp"
#include "run/findings.hpp"

namespace rothcheck::cli {

namespace {

// From the end, so that the places before an edit stay where they are.
std::string edited(std::string_view before, std::vector<Edit> edits) {
  std::sort(edits.begin(), edits.end(),
            [](const Edit& a, const Edit& b) { return a.where.begin > b.where.begin; });
  std::string after{before};
  for (const Edit& edit : edits)
    after.replace(edit.where.begin, edit.where.end - edit.where.begin, edit.text);
  return after;
}

}  // namespace

void Blessing::apply(std::vector<Edit> edits) {
  std::map<std::uint16_t, std::vector<Edit>> by_file;
  for (Edit& edit : edits) by_file[edit.where.source].push_back(std::move(edit));
  std::size_t files = 0;
  for (const auto& [source, of_file] : by_file) {
    if (!rewrite(source, of_file)) continue;
    ++files;
    for (const Edit& edit : of_file) written_.push_back(edit.where);
  }
  if (written_.empty()) return;
  out_ << fmt::format("{} {} in {} {}: review the diff before you commit it\n\n", written_.size(),
                      written_.size() == 1 ? "figure accepted" : "figures accepted", files,
                      files == 1 ? "file" : "files");
}

bool Blessing::has_written(Span where) const {
  return std::find(written_.begin(), written_.end(), where) != written_.end();
}

bool Blessing::rewrite(std::uint16_t source, const std::vector<Edit>& edits) {
  const std::string path{inputs_.sources.path(source)};
  const std::string_view before = inputs_.sources.text(source);
  const std::string after = edited(before, edits);
  if (const std::optional<std::string> reason = run::rewrite_file(path, after)) {
    inputs_.say(run::finding::unwritable_file, fmt::format("cannot write {}: {}", path, *reason));
    inputs_.exit = worse(inputs_.exit, Exit::unread);
    return false;
  }
  out_ << unified_diff(path, before, after);
  return true;
}

}  // namespace rothcheck::cli
