// Grouping findings by their cause.
#include "intake/census/issues.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace rothcheck::intake {
namespace {

constexpr std::size_t longest_message = 90;

/// `: lines 2, 3, 4 and more`, as many as the message has room for.
std::string lines_named_in(const std::vector<std::uint64_t>& lines, std::int64_t count,
                           std::size_t room) {
  constexpr std::string_view and_more = ", ...";
  std::string list;
  std::size_t named = 0;
  for (std::uint64_t line : lines) {
    std::string longer = list + (list.empty() ? ": lines " : ", ") + std::to_string(line);
    if (longer.size() + and_more.size() > room) break;
    list = std::move(longer);
    ++named;
  }
  const bool all = named == static_cast<std::size_t>(count);
  return all || list.empty() ? list : list + std::string{and_more};
}

}  // namespace

std::string with_commas(std::int64_t count) {
  std::string digits = std::to_string(count);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
  return digits;
}

void Issues::add(Finding finding, std::string_view many, std::string_view cause) {
  const int column = finding.cell ? finding.cell->column : 0;
  const std::uint64_t line = finding.cell ? finding.cell->line : 0;
  const auto [place, is_new] =
      indexes_.try_emplace(Key{finding.kind, column, std::string{cause}}, groups_.size());
  if (is_new) groups_.push_back({std::move(finding), std::string{many}, 0, {}, false});
  count(groups_[place->second], line);
}

bool Issues::again(const FindingKind& kind, int column, std::string_view cause,
                   std::uint64_t line) {
  const auto known = indexes_.find(Key{&kind, column, std::string{cause}});
  if (known == indexes_.end()) return false;
  count(groups_[known->second], line);
  return true;
}

void Issues::add(Finding first, std::string_view many, std::string_view cause,
                 const std::vector<std::uint64_t>& lines, std::int64_t count) {
  const Key key{first.kind, first.cell->column, std::string{cause}};
  const auto [place, is_new] = indexes_.try_emplace(key, groups_.size());
  if (is_new) {
    groups_.push_back({std::move(first), std::string{many}, count, lines, false});
    return;
  }
  Group& group = groups_[place->second];
  unite(group, lines, count);
  if (group.first.cell->line <= first.cell->line) return;
  group.first = std::move(first);
  move_to_the_end(place->second);
}

/// What is told of one line is told in the order of the groups.
void Issues::move_to_the_end(std::size_t index) {
  std::rotate(groups_.begin() + static_cast<std::ptrdiff_t>(index),
              groups_.begin() + static_cast<std::ptrdiff_t>(index) + 1, groups_.end());
  for (auto& [key, other] : indexes_) {
    if (other == index) {
      other = groups_.size() - 1;
    } else if (other > index) {
      --other;
    }
  }
}

void Issues::add(Issues later) {
  std::vector<const Key*> keys(later.groups_.size());
  for (const auto& [key, index] : later.indexes_) keys[index] = &key;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    Group& group = later.groups_[i];
    const auto [place, is_new] = indexes_.try_emplace(*keys[i], groups_.size());
    if (is_new) {
      groups_.push_back(std::move(group));
    } else {
      unite(groups_[place->second], group.lines, group.count);
    }
  }
}

void Issues::drop(const FindingKind& kind) {
  for (Group& group : groups_) {
    if (group.first.kind == &kind) group.dropped = true;
  }
}

/// The first lines of both, however they came to be in two.
void Issues::unite(Group& group, const std::vector<std::uint64_t>& lines, std::int64_t count) {
  group.count += count;
  group.lines.insert(group.lines.end(), lines.begin(), lines.end());
  std::sort(group.lines.begin(), group.lines.end());
  if (group.lines.size() > lines_named) group.lines.resize(lines_named);
}

void Issues::count(Group& group, std::uint64_t line) {
  ++group.count;
  if (group.lines.size() < lines_named) group.lines.push_back(line);
}

Finding Issues::told(Group group) {
  if (group.count == 1) return std::move(group.first);
  Finding finding = std::move(group.first);
  finding.message = group.many;
  if (const std::size_t at = finding.message.find("{}"); at != std::string::npos) {
    finding.message.replace(at, 2, with_commas(group.count));
  }
  finding.message +=
      lines_named_in(group.lines, group.count,
                     longest_message - std::min(longest_message, finding.message.size()));
  return finding;
}

Findings Issues::take() {
  // Parts of a file may have told of a cause later than of one that is further down.
  std::vector<std::pair<std::uint64_t, Group*>> in_order;
  for (Group& group : groups_) {
    if (group.dropped) continue;
    in_order.emplace_back(group.first.cell ? group.first.cell->line : 0, &group);
  }
  std::sort(in_order.begin(), in_order.end());
  Findings findings;
  for (const auto& [line, group] : in_order) findings.push_back(told(std::move(*group)));
  groups_.clear();
  indexes_.clear();
  return findings;
}

}  // namespace rothcheck::intake
