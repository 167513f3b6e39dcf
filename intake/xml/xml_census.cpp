// Ids are compared by numbers for them, taken in the pass that looks for names: eight bytes a
// person, and the only memory that grows.
#include "intake/xml/xml_census.hpp"

#include <algorithm>
#include <cstdint>
#include <future>
#include <system_error>
#include <unordered_map>
#include <utility>
#include <vector>

#include "intake/census/census_reader.hpp"
#include "intake/columns/cell_type.hpp"
#include "intake/csv/repeated_ids.hpp"
#include "intake/csv/row_ids.hpp"
#include "intake/findings.hpp"
#include "intake/shown.hpp"
#include "intake/xml/record_channel.hpp"
#include "model/plain_id.hpp"
#include "model/social_security.hpp"

namespace rothcheck::intake {
namespace {

/// So many ids are compared with each other, which takes 32 MB.
constexpr std::size_t most_ids = std::size_t{1} << 22;

/// Which ids come again.
class SeenIds {
 public:
  void see(std::string_view id) {
    all_have_one_ = all_have_one_ && !id.empty();
    any_masked_ = any_masked_ || (!is_plain_id(id) && has_social_security_number(id));
    ordered_ = ordered_ && last_ < id;
    if (ordered_) last_ = id;
    if (numbers_.size() < most_ids) numbers_.push_back(number_of_id(id));
    ++count_;
  }
  /// All have been seen.
  void settle() {
    if (!ordered_ && compares_all()) repeated_ = repeated_among(numbers_);
    std::vector<std::uint64_t>{}.swap(numbers_);
  }
  void keep_only(std::vector<std::uint64_t> repeated) { repeated_ = std::move(repeated); }

  bool all_have_one() const { return all_have_one_; }
  /// Ids in order, or so few that all are compared. Otherwise neighbours are.
  bool compares_all() const { return ordered_ || count_ <= most_ids; }
  /// Whether an id is shown otherwise than it is, so that two may look alike.
  bool any_masked() const { return any_masked_; }
  bool any_repeated() const { return !repeated_.empty(); }
  bool is_repeated(std::string_view id) const {
    return std::binary_search(repeated_.begin(), repeated_.end(), number_of_id(id));
  }

 private:
  std::vector<std::uint64_t> numbers_, repeated_;
  std::string last_;
  std::size_t count_ = 0;
  bool all_have_one_ = true, ordered_ = true, any_masked_ = false;
};

class XmlCensus {
 public:
  XmlCensus(std::string_view path, const CensusOptions& options,
            const std::function<void(const Participant&)>& take)
      : path_{path}, options_{options}, reader_{path, options, Extent::part}, take_{take} {}

  std::optional<Census> run(const std::function<ByteSource()>& begin) {
    RecordSink sink = reader_.sink();
    const auto take_names = sink.names;
    sink.names = [&](const std::vector<Name>& names, Names are) {
      ids_.settle();
      reader_.settle(seen_.orders);
      begun_ = take_names(names, are) && has_id_attribute(names) && !ids_.any_masked() &&
               !doubts_units();
      if (begun_ && ids_.any_repeated()) confirm_repeated(begin);
      return begun_;
    };
    const auto take_record = sink.record;
    sink.record = [&](const Record& record) {
      take_record(record);
      take(record);
    };
    read(begin, sink);
    if (!begun_) return std::nullopt;
    hand_on();
    if (!ids_.compares_all()) {
      reader_.note({&finding::neighbours_compared,
                    "ids are in no order, and only neighbours were compared for the same id",
                    {},
                    {},
                    Cell{{}, 1, 0, {}}});
    }
    return reader_.finish();
  }

 private:
  /// Reads and judges side by side: each takes about as long as the other.
  void read(const std::function<ByteSource()>& begin, const RecordSink& sink) {
    const auto see_id = [this](std::string_view id) { ids_.see(trimmed(id)); };
    RecordChannel channel;
    std::future<void> reading;
    try {
      reading = std::async(std::launch::async, [&] {
        const Finishing at_the_end{channel};
        read_participant_xml(begin, channel.sender(sink), see_id, &seen_);
        channel.send();
      });
    } catch (const std::system_error&) {
      // No second thread is to be had: one does it in turns.
      read_participant_xml(begin, sink, see_id, &seen_);
      return;
    }
    channel.receive(sink);
    reading.get();
  }

  /// However the reading ends, nobody waits for more.
  struct Finishing {
    RecordChannel& channel;
    ~Finishing() { channel.finish(); }
  };

  /// A person who waits for the next one, who may have the same id.
  struct Held {
    std::optional<Participant> person;  // none where the row was no good
    std::string id;
    std::uint64_t line, row;
  };

  /// Whether the ids that were seen are the ids of the people, and nobody's answer needs others.
  bool has_id_attribute(const std::vector<Name>& names) const {
    const std::vector<Column>& columns = reader_.columns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i].meaning.what == Meaning::What::ssn) return false;
      // An owner's family may stand anywhere.
      if (columns[i].meaning == Meaning{Meaning::What::field, Field::family_group}) return false;
      if (columns[i].meaning.what == Meaning::What::id && names[i].text != "id") return false;
    }
    return ids_.all_have_one();
  }

  /// Whether all amounts of a contribution are so small that they may be in another unit, which is
  /// to be known before anybody is answered.
  bool doubts_units() const {
    const std::vector<Column>& columns = reader_.columns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const bool contribution = columns[i].meaning.what == Meaning::What::field &&
                                is_contribution(columns[i].meaning.field);
      if (contribution && seen_.sizes.all_small(i)) return true;
    }
    return false;
  }

  /// Of the ids that came again, keeps those of several people: what cannot be read as a record is
  /// nobody's.
  void confirm_repeated(const std::function<ByteSource()>& begin) {
    CensusReader reader{path_, options_, Extent::part};
    reader.settle(seen_.orders);
    std::vector<std::uint64_t> numbers;
    RecordSink sink = reader.sink();
    const auto take_record = sink.record;
    sink.record = [&](const Record& record) {
      take_record(record);
      reader.hand_over();
      if (!reader.has_claimed()) return;
      const std::string_view id = id_of(record);
      if (ids_.is_repeated(id)) numbers.push_back(number_of_id(id));
    };
    read_participant_xml(begin, sink, {});
    ids_.keep_only(repeated_among(numbers));
  }

  void take(const Record& record) {
    std::optional<Participant> person = reader_.hand_over();
    if (!reader_.has_claimed()) return;
    const std::string id{id_of(record)};
    if (ids_.compares_all()) {
      if (ids_.is_repeated(id)) {
        tell_of_repeated(id, record, person.has_value());
      } else if (person) {
        answer(*person);
      }
      return;
    }
    if (held_ && held_->id == id) {
      const Record first{held_->line, held_->row, {}, {}};
      tell_of_repeated(id, first, held_->person.has_value());
      tell_of_repeated(id, record, person.has_value());
      held_->person.reset();
      return;
    }
    hand_on();
    held_ = Held{std::move(person), id, record.line, record.row};
  }

  void hand_on() {
    if (held_ && held_->person) answer(*held_->person);
    held_.reset();
  }

  void answer(const Participant& person) {
    reader_.count_deferrals(person);
    take_(person);
  }

  std::string_view id_of(const Record& record) const {
    for (const Value& value : record.values) {
      if (reader_.columns()[value.name].meaning.what == Meaning::What::id)
        return trimmed(value.text);
    }
    return {};
  }

  void tell_of_repeated(const std::string& id, const Record& record, bool good) {
    const auto [first, is_new] = first_lines_.try_emplace(id, record.line);
    if (is_new || first->second != record.line) {
      if (good) reader_.leave_out_repeated();
      if (!is_new) reader_.tell_of_repeated(first->second, record);
    }
  }

  std::string_view path_;
  const CensusOptions& options_;
  CensusReader reader_;
  const std::function<void(const Participant&)>& take_;
  SeenIds ids_;
  ValuesSeen seen_;
  bool begun_ = false;
  std::optional<Held> held_;
  std::unordered_map<std::string, std::uint64_t> first_lines_;  // of ids that come again
};

}  // namespace

std::optional<Census> read_xml_census(std::string_view path,
                                      const std::function<ByteSource()>& begin,
                                      const CensusOptions& options,
                                      const std::function<void(const Participant&)>& take) {
  if (options.keep_rejects || options.samples != 0) return std::nullopt;
  return XmlCensus{path, options, take}.run(begin);
}

}  // namespace rothcheck::intake
