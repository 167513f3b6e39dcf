#include "run/batch/acp_in_blocks.hpp"

#include <algorithm>
#include <atomic>
#include <memory>
#include <utility>
#include <vector>

#include "checker/acp/acp_of_people.hpp"
#include "checker/acp/acp_of_plan.hpp"
#include "intake/file_kind.hpp"

namespace rothcheck::run {

namespace {

using checker::TestCensus;
using checker::TestedPeople;

/// The people of each block into the test.
class IntoTest final : public BlockVisitor {
 public:
  IntoTest(const AcpJob& job, TestedPeople& all)
      : census_{job.checker, job.options, checker::Kept::highly_compensated}, all_{all} {}

  void begin(std::uint64_t) override {}
  void take(const Participant& person, std::string_view id, std::uint64_t row) override {
    census_.take(person, id, row);
  }
  bool deliver(bool) override {
    append(all_, census_.take_people());
    // Then it is no use to go on.
    return all_.sums_suffice;
  }

 private:
  TestCensus census_;
  TestedPeople& all_;
};

/// A row that is looked for, and its place among those who are.
struct Sought {
  std::uint64_t row;
  std::size_t at;
};

/// Finds people again by their rows.
class Finding final : public BlockVisitor {
 public:
  Finding(const std::vector<Sought>& sought, const checker::Visit& visit, std::size_t& found)
      : sought_{sought}, visit_{visit}, found_{found} {}

  void begin(std::uint64_t) override { people_.clear(); }
  void take(const Participant& person, std::string_view id, std::uint64_t row) override {
    const auto one = std::lower_bound(
        sought_.begin(), sought_.end(), row,
        [](const Sought& sought, std::uint64_t wanted) { return sought.row < wanted; });
    if (one == sought_.end() || one->row != row) return;
    people_.emplace_back(one->at, person);
    people_.back().second.id = id;
  }
  bool deliver(bool) override {
    for (const auto& [at, person] : people_) visit_(at, person);
    found_ += people_.size();
    return true;
  }

 private:
  const std::vector<Sought>& sought_;
  const checker::Visit& visit_;
  std::size_t& found_;
  std::vector<std::pair<std::size_t, Participant>> people_;
};

std::unique_ptr<BlockFile> opened(const FileInBlocks& file, BatchInput& input) {
  std::string beginning;
  BlockFile::read_beginning(file, input, beginning);
  if (intake::file_kind(beginning) == intake::FileKind::xml) return nullptr;
  std::unique_ptr<BlockFile> blocks = BlockFile::open(file, input, beginning);
  if (blocks) blocks->tell_rows();
  return blocks;
}

/// Whether all of them were found. `rows` are those of the persons by their numbers.
bool find_again(const AcpJob& job, const std::vector<std::uint64_t>& rows,
                const std::vector<std::size_t>& numbers, const checker::Visit& visit) {
  if (numbers.empty()) return true;
  std::vector<Sought> sought;
  for (std::size_t at = 0; at < numbers.size(); ++at) sought.push_back({rows[numbers[at]], at});
  std::sort(sought.begin(), sought.end(),
            [](const Sought& a, const Sought& b) { return a.row < b.row; });
  BatchInput input{job.file.participants};
  const std::unique_ptr<BlockFile> blocks = input.error() == 0 ? opened(job.file, input) : nullptr;
  if (!blocks) return false;
  std::size_t found = 0;
  blocks->visit([&] { return std::make_unique<Finding>(sought, visit, found); });
  return blocks->read_whole() && found == sought.size();
}

/// The people of a file in the test, and what there is to say of the file.
struct Taken {
  checker::AcpOptions options;  // with what the file tells
  TestedPeople people;
  intake::Census census;
  std::string unread_because;

  bool good() const { return census.readable && unread_because.empty(); }
};

std::optional<Taken> taken_from(const AcpJob& job) {
  // Standard input is not read twice.
  if (job.file.participants == "-") return std::nullopt;
  BatchInput input{job.file.participants};
  if (input.error() != 0 || !input.is_file() || input.size() < job.least_size) return std::nullopt;
  const std::unique_ptr<BlockFile> blocks = opened(job.file, input);
  if (!blocks) return std::nullopt;
  Taken taken{.options = job.options};
  blocks->visit([&] { return std::make_unique<IntoTest>(job, taken.people); });
  if (!sums_settle(job.checker, taken.people, job.options)) return std::nullopt;
  taken.unread_because = blocks->unread_because();
  taken.census = blocks->finish();
  taken.options.people_left_out = taken.people.people_left_out = taken.census.rows_rejected;
  taken.options.bargained_untold = bargained_untold(taken.census);
  return taken;
}

std::vector<std::uint64_t> rows_of(const TestedPeople& people) {
  std::vector<std::uint64_t> rows;
  for (const checker::NumberedPerson& person : people.persons) rows.push_back(person.row);
  return rows;
}

}  // namespace

std::optional<AcpInBlocks> acp_in_blocks(const AcpJob& job) {
  std::optional<Taken> taken = taken_from(job);
  if (!taken) return std::nullopt;
  AcpInBlocks result;
  if (taken->good()) {
    const std::vector<std::uint64_t> rows = rows_of(taken->people);
    bool all_found = true;
    const auto facts_of = [&](const std::vector<std::size_t>& numbers,
                              const checker::Visit& visit) {
      all_found = find_again(job, rows, numbers, visit);
    };
    result.report = acp_test(job.checker, std::move(taken->people), facts_of, taken->options);
    if (!all_found) {
      result.report.reset();
      taken->unread_because = "it was changed while it was read";
    }
  }
  result.census = std::move(taken->census);
  result.unread_because = std::move(taken->unread_because);
  return result;
}

std::optional<RoomsInBlocks> rooms_in_blocks(const AcpJob& job) {
  std::optional<Taken> taken = taken_from(job);
  if (!taken || !taken->good()) return std::nullopt;
  const std::vector<std::uint64_t> rows = rows_of(taken->people);
  RoomsInBlocks result;
  checker::AcpOptions brief = taken->options;
  brief.brief = true;
  const auto nobody = [](const std::vector<std::size_t>&, const checker::Visit&) {};
  result.outcome = checker::outcome_of(acp_test(job.checker, taken->people, nobody, brief));
  const auto rooms = rooms_after_acp(job.checker, std::move(taken->people), taken->options);
  if (!rooms) return result;
  RoomsOfRows& by_row = result.rooms.emplace();
  for (const checker::RoomAfterAcp& one : rooms->people)
    by_row.push_back({rows[one.person], one.room});
  std::sort(by_row.begin(), by_row.end(),
            [](const RoomOfRow& a, const RoomOfRow& b) { return a.row < b.row; });
  return result;
}

}  // namespace rothcheck::run
