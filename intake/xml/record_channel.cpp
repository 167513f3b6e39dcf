#include "intake/xml/record_channel.hpp"

#include <utility>

namespace rothcheck::intake {

RecordSink RecordChannel::sender(const RecordSink& sink) {
  return {
      .names = sink.names,
      .record = [this](const Record& record) { keep(record); },
      .spoilt = [this](Finding finding, std::uint64_t line,
                       std::uint64_t row) { keep(Spoilt{std::move(finding), line, row}); },
      .unreadable = [this](Finding finding) { keep(std::move(finding)); },
  };
}

void RecordChannel::keep(const Record& record) {
  for (const Value& value : record.values) {
    filling_.values.push_back(value);
    filling_.sizes.push_back(value.text.size());
    filling_.text += value.text;
  }
  keep(Kept{record.line, record.row, filling_.values.size()});
}

template <class Told>
void RecordChannel::keep(Told told) {
  filling_.told.emplace_back(std::move(told));
  if (filling_.told.size() == records_in_a_batch) send();
}

void RecordChannel::send() {
  std::unique_lock lock{mutex_};
  changed_.wait(lock, [this] { return left_ || sent_.size() < most_on_their_way; });
  sent_.push_back(std::exchange(filling_, {}));
  changed_.notify_all();
}

void RecordChannel::finish() {
  const std::lock_guard lock{mutex_};
  finished_ = true;
  changed_.notify_all();
}

void RecordChannel::receive(const RecordSink& sink) {
  // However this ends, the reading thread does not wait for somebody who has left.
  struct Leaving {
    RecordChannel& channel;
    ~Leaving() {
      const std::lock_guard lock{channel.mutex_};
      channel.left_ = true;
      channel.changed_.notify_all();
    }
  } leaving{*this};
  for (;;) {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return finished_ || !sent_.empty(); });
    if (sent_.empty()) return;
    Batch batch = std::move(sent_.front());
    sent_.pop_front();
    changed_.notify_all();
    lock.unlock();
    tell(batch, sink);
  }
}

void RecordChannel::tell(Batch& batch, const RecordSink& sink) {
  std::string_view text = batch.text;
  for (std::size_t i = 0; i < batch.values.size(); ++i) {
    batch.values[i].text = text.substr(0, batch.sizes[i]);
    text.remove_prefix(batch.sizes[i]);
  }
  Record record{};
  auto value = batch.values.begin();
  for (auto& told : batch.told) {
    if (auto* kept = std::get_if<Kept>(&told)) {
      const auto end = batch.values.begin() + static_cast<std::ptrdiff_t>(kept->values_end);
      record.line = kept->line;
      record.row = kept->row;
      record.values.assign(value, end);
      value = end;
      sink.record(record);
    } else if (auto* spoilt = std::get_if<Spoilt>(&told)) {
      sink.spoilt(std::move(spoilt->finding), spoilt->line, spoilt->row);
    } else {
      sink.unreadable(std::move(std::get<Finding>(told)));
    }
  }
}

}  // namespace rothcheck::intake
