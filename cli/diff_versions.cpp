// The two versions of the plans that `rothcheck diff` holds against each other.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

#include "cli/diff.hpp"
#include "cli/git.hpp"
#include "run/files/files.hpp"
#include "run/findings.hpp"

namespace rothcheck::cli {

namespace {

namespace fs = std::filesystem;

/// A plan and the name of its file on both sides: below the folders that were given, or empty for
/// two files.
struct Filed {
  Plan plan;
  std::string file;
};

struct Side {
  std::vector<Filed> plans;
  bool whole = true;  // every text of it could be read
};

/// Of a text that is no longer there, only what keeps it from being read is worth saying.
void keep_errors(Findings& findings, std::size_t from) {
  const auto behind = findings.begin() + static_cast<std::ptrdiff_t>(from);
  findings.erase(std::remove_if(behind, findings.end(),
                                [](const Finding& finding) {
                                  return finding.kind->severity != Severity::error;
                                }),
                 findings.end());
}

/// Takes over what `read` added to the plans of `inputs`; `file` names the file that it read.
template <class Read>
void take(Inputs& inputs, Side& side, const std::string& file, Read read) {
  const std::size_t said = inputs.findings.size();
  read();
  for (Plan& plan : inputs.plans) side.plans.push_back({std::move(plan), file});
  inputs.plans.clear();
  side.whole =
      side.whole && std::none_of(inputs.findings.begin() + static_cast<std::ptrdiff_t>(said),
                                 inputs.findings.end(), [](const Finding& finding) {
                                   return finding.kind->severity == Severity::error;
                                 });
}

std::string below(const std::string& folder, const std::string& file) {
  std::error_code ignored;
  return fs::is_directory(folder, ignored)
             ? fs::path{file}
                   .lexically_normal()
                   .lexically_relative(fs::path{folder}.lexically_normal())
                   .string()
             : std::string{};
}

Side read_side(Inputs& inputs, const std::string& path) {
  Side side;
  const std::vector<std::string> files = run::plan_files(path);
  if (files.empty()) {
    inputs.say(run::finding::no_plan_files, fmt::format("no file in {} ends in .plan", path));
    inputs.exit = worse(inputs.exit, Exit::unread);
    side.whole = false;
  }
  for (const std::string& file : files)
    take(inputs, side, below(path, file), [&] { inputs.read_plans({file}); });
  return side;
}

/// What is there now, and what the revision has under the same names.
void read_against(Inputs& inputs, const std::string& ref, const std::string& path, Side& before,
                  Side& after) {
  OldFiles old = files_in_revision(ref, path);
  if (!old.problem.empty()) {
    inputs.say(run::finding::git_not_read, fmt::format("{}: {}", path, old.problem));
    inputs.exit = worse(inputs.exit, Exit::unread);
    before.whole = false;
    return;
  }
  std::error_code ignored;
  const bool is_there = fs::exists(path, ignored);
  const std::vector<std::string> now =
      is_there ? run::plan_files(path) : std::vector<std::string>{};
  if (now.empty() && old.files.empty()) {
    inputs.say(run::finding::not_in_either,
               fmt::format("{} has no plan file, neither now nor in {}", path, ref));
    inputs.exit = worse(inputs.exit, Exit::unread);
    return;
  }
  for (const std::string& file : now)
    take(inputs, after, fs::path{file}.lexically_normal().string(),
         [&] { inputs.read_plans({file}); });
  const std::size_t said = inputs.findings.size();
  for (OldFile& file : old.files)
    take(inputs, before, file.path, [&] {
      inputs.read_plan_text(fmt::format("{}:{}", ref, file.path), std::move(file.text));
    });
  keep_errors(inputs.findings, said);
}

std::vector<PlanVersions> pairs_of(Side before, Side after) {
  std::vector<PlanVersions> pairs;
  std::vector<std::string> files;
  for (Filed& filed : after.plans) {
    pairs.push_back({std::nullopt, std::move(filed.plan)});
    files.push_back(std::move(filed.file));
  }
  const auto pair_off = [&](auto is_partner) {
    std::erase_if(before.plans, [&](Filed& old) {
      for (std::size_t i = 0; i < files.size(); ++i) {
        if (pairs[i].before || !is_partner(old, *pairs[i].after, files[i])) continue;
        pairs[i].before = std::move(old.plan);
        return true;
      }
      return false;
    });
  };
  pair_off([](const Filed& old, const Plan& plan, const std::string& file) {
    return old.plan.name == plan.name && old.file == file;
  });
  pair_off([](const Filed& old, const Plan& plan, const std::string&) {
    return old.plan.name == plan.name;
  });
  // A plan that has another name now: the only one of its file that is left on either side.
  pair_off([&](const Filed& old, const Plan&, const std::string& file) {
    const auto left_before = std::count_if(before.plans.begin(), before.plans.end(),
                                           [&](const Filed& each) { return each.file == file; });
    std::ptrdiff_t left_after = 0;
    for (std::size_t i = 0; i < files.size(); ++i)
      left_after += files[i] == file && !pairs[i].before ? 1 : 0;
    return old.file == file && left_before == 1 && left_after == 1;
  });
  // Where one side could not be read whole, the other's plans are neither new nor gone.
  if (!before.whole) std::erase_if(pairs, [](const PlanVersions& one) { return !one.before; });
  if (after.whole) {
    for (Filed& old : before.plans) pairs.push_back({std::move(old.plan), std::nullopt});
  }
  return pairs;
}

}  // namespace

std::vector<PlanVersions> read_versions(Inputs& inputs, const DiffCommand& command) {
  Side before, after;
  if (command.against) {
    for (const std::string& path : command.plans)
      read_against(inputs, *command.against, path, before, after);
  } else {
    before = read_side(inputs, command.plans.front());
    keep_errors(inputs.findings, 0);
    after = read_side(inputs, command.plans.back());
  }
  return pairs_of(std::move(before), std::move(after));
}

}  // namespace rothcheck::cli
