// What is said about rows and cells, one message a cause however many rows have it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "model/finding.hpp"

namespace rothcheck::intake {

class Issues {
 public:
  /// So many lines are kept of each cause.
  static constexpr std::size_t lines_named = 5;

  /// Adds a finding on a cell. Findings of one kind, column and cause are told together once there
  /// are several: `many` then is the message, with the count in place of its `{}`.
  void add(Finding finding, std::string_view many, std::string_view cause = {});

  /// Counts a line that a finding of this kind, column and cause has been added for. False where
  /// none has: then it is to be made and added.
  bool again(const FindingKind& kind, int column, std::string_view cause, std::uint64_t line);

  /// Adds a finding on so many cells, the first of which it is on; `lines` are the first few of
  /// theirs. Others of its cause may have been added before it, and be further down.
  void add(Finding first, std::string_view many, std::string_view cause,
           const std::vector<std::uint64_t>& lines, std::int64_t count);
  /// Says nothing of a kind of finding after all.
  void drop(const FindingKind& kind);
  /// Adds what another part of the file has, whose lines are all after these.
  void add(Issues later);

  /// One finding a cause, in the order of the lines on which they came up.
  Findings take();

 private:
  struct Group {
    Finding first;
    std::string many;
    std::int64_t count = 0;
    std::vector<std::uint64_t> lines;  // the first few
    bool dropped = false;
  };
  using Key = std::tuple<const FindingKind*, int, std::string>;

  static void count(Group& group, std::uint64_t line);
  static void unite(Group& group, const std::vector<std::uint64_t>& lines, std::int64_t count);
  static Finding told(Group group);
  void move_to_the_end(std::size_t index);

  std::vector<Group> groups_;
  std::map<Key, std::size_t> indexes_;
};

/// `10,000`.
std::string with_commas(std::int64_t count);

}  // namespace rothcheck::intake
