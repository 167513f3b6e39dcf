#include "run/batch/block_file.hpp"

#include <algorithm>
#include <thread>
#include <utility>

#include "intake/csv/repeated_ids.hpp"
#include "intake/findings.hpp"
#include "run/batch/blocks.hpp"
#include "run/files/files.hpp"

namespace rothcheck::run {

namespace {

constexpr std::size_t largest_block = std::size_t{1} << 18, smallest_block = std::size_t{1} << 15;
// Of the memory of all threads, which is a few blocks each, in and out.
constexpr std::size_t all_blocks = std::size_t{1} << 20;

/// The beginning that tells how the file is laid out, up to a line end.
std::string_view whole_lines(std::string_view text, bool is_all) {
  return is_all ? text : text.substr(0, text.rfind('\n') + 1);
}

/// Whether a file has so few rows that all ids can be compared, going by the length of its first
/// rows.
bool compares_all(const BatchInput& input, std::string_view first_rows) {
  if (!input.is_file()) return false;
  const auto rows =
      static_cast<std::uint64_t>(std::count(first_rows.begin(), first_rows.end(), '\n')) + 1;
  return input.size() / (first_rows.size() / rows + 1) < intake::most_compared_ids * 9 / 10;
}

/// A file from its first row of people on.
std::unique_ptr<intake::BlockReader> rows_of(BatchInput& input, const intake::CensusStream& census,
                                             std::size_t block_size) {
  input.go_to(census.header_bytes());
  return std::make_unique<intake::BlockReader>(input.descriptor(), std::string{},
                                               census.layout().separator, block_size);
}

/// Finds the ids that come again. False where it takes the whole file to know whether results are
/// to tell the rows of people: where ids are shown otherwise than they are.
bool compare_ids(BatchInput& input, intake::CensusStream& census, std::size_t block_size) {
  const intake::StreamLayout& layout = census.layout();
  const intake::IdSurvey survey = intake::survey_ids(*rows_of(input, census, block_size), layout);
  if (survey.ordered) {
    census.compare_all_ids({});
    return layout.masked_ids || !survey.any_number;
  }
  intake::ComparedIds ids = intake::compare_ids(*rows_of(input, census, block_size), layout);
  if (!ids.repeated) return layout.masked_ids || !ids.any_number;
  census.compare_all_ids(std::move(*ids.repeated));
  if (!layout.repeated_ids->empty()) {
    census.compare_all_ids(intake::confirmed_ids(*rows_of(input, census, block_size), layout));
  }
  return layout.masked_ids ? census.answers_masked() : !ids.any_number;
}

unsigned threads_for(const FileInBlocks& file) {
  return std::max(1u, file.threads != 0 ? file.threads : std::thread::hardware_concurrency());
}

/// So many bytes, or as few as a small file needs, and one in which its end shows: memory costs
/// more to touch than a small file to check. A file may be larger than its size, which is 0 then.
std::size_t enough_for(const BatchInput& input, std::size_t bytes) {
  const bool told = input.is_file() && input.size() != 0;
  return told ? static_cast<std::size_t>(std::min<std::uint64_t>(bytes, input.size() + 1)) : bytes;
}

}  // namespace

void BlockFile::read_beginning(const FileInBlocks& file, BatchInput& input,
                               std::string& beginning) {
  input.read(input.is_file() ? enough_for(input, largest_block) : file.most_read_whole, beginning);
}

std::unique_ptr<BlockFile> BlockFile::open(const FileInBlocks& file, BatchInput& input,
                                           std::string& beginning) {
  const bool is_all =
      input.is_file() ? beginning.size() == input.size() : beginning.size() < file.most_read_whole;
  const std::string_view lines = whole_lines(beginning, is_all);
  const std::string path = file.participants == "-" ? "standard input" : file.participants;
  std::unique_ptr<intake::CensusStream> census;
  if (input.is_file() || !is_all) census = intake::CensusStream::open(path, lines, file.options);
  if (census == nullptr) {
    if (!input.is_file()) {
      for (std::size_t before = 0; !is_all && before != beginning.size();) {
        before = beginning.size();
        input.read(largest_block, beginning);
      }
    } else {
      input.go_to(0);
      beginning.clear();
    }
    return nullptr;
  }

  const unsigned wanted = threads_for(file);
  const std::size_t block_size =
      file.block_size != 0
          ? file.block_size
          : enough_for(input, std::clamp(all_blocks / wanted, smallest_block, largest_block));
  const std::size_t header = census->header_bytes();
  if (compares_all(input, lines.substr(header)) && !compare_ids(input, *census, block_size)) {
    input.go_to(0);
    beginning.clear();
    return nullptr;
  }
  if (input.is_file()) input.go_to(header);
  std::unique_ptr<BlockFile> opened{new BlockFile{file, input}};
  opened->blocks_ = std::make_unique<intake::BlockReader>(
      input.descriptor(), input.is_file() ? std::string{} : beginning.substr(header),
      census->layout().separator, block_size);
  std::string{}.swap(beginning);
  opened->census_ = std::move(census);
  const std::uint64_t most_blocks = input.is_file() ? input.size() / block_size + 1 : wanted;
  opened->threads_ = static_cast<unsigned>(std::min<std::uint64_t>(wanted, most_blocks));
  return opened;
}

void BlockFile::visit(const std::function<std::unique_ptr<BlockVisitor>()>& visitor) {
  Progress progress{file_.progress, input_.size()};
  visit_blocks(*blocks_, *census_, visitor, progress, threads_);
  if (!blocks_->row_too_long()) return;
  census_->give_up({&intake::finding::file_too_large,
                    "a row has no end; is a quotation mark never closed?",
                    {},
                    {},
                    Cell{{}, 1, 0, {}}});
}

std::string BlockFile::unread_because() const {
  return blocks_->error() == 0 ? std::string{} : reason_of(blocks_->error());
}

}  // namespace rothcheck::run
