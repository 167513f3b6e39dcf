#include "intake/xml/record_channel.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <thread>

#include "intake/findings.hpp"

namespace rothcheck::intake {
namespace {

Finding finding_at(std::uint64_t line) {
  return {&finding::repeated_column, "told", {}, {}, Cell{{}, line, 0, {}}};
}

TEST(RecordChannel, TellsAllInItsOrder) {
  RecordChannel channel;
  std::thread reading{[&] {
    const RecordSink send = channel.sender({});
    for (std::uint64_t line = 0; line < 5000; ++line) {
      const std::string id = std::to_string(line);
      if (line % 7 == 0) {
        send.spoilt(finding_at(line), line, line + 1);
      } else if (line % 1000 == 1) {
        send.unreadable(finding_at(line));
      } else {
        send.record(
            {line, line + 1, {{0, id, line, 3}, {1, line % 2 == 0 ? "even" : "", line, 4}}});
      }
    }
    channel.send();
    channel.finish();
  }};
  std::uint64_t next = 0;
  channel.receive({
      .names = {},
      .record =
          [&](const Record& record) {
            EXPECT_EQ(record.line, next);
            EXPECT_EQ(record.row, next + 1);
            ASSERT_EQ(record.values.size(), 2u);
            EXPECT_EQ(record.values[0].text, std::to_string(next));
            EXPECT_EQ(record.values[1].text, next % 2 == 0 ? "even" : "");
            EXPECT_EQ(record.values[1].column, 4);
            ++next;
          },
      .spoilt =
          [&](const Finding& finding, std::uint64_t line, std::uint64_t row) {
            EXPECT_EQ(finding.cell->line, next);
            EXPECT_EQ(line, next);
            EXPECT_EQ(row, next + 1);
            EXPECT_EQ(next % 7, 0u);
            ++next;
          },
      .unreadable =
          [&](const Finding& finding) {
            EXPECT_EQ(finding.cell->line, next);
            EXPECT_EQ(next % 1000, 1u);
            ++next;
          },
  });
  reading.join();
  EXPECT_EQ(next, 5000u);
}

TEST(RecordChannel, NobodyWaitsForWhoHasLeft) {
  RecordChannel channel;
  std::thread reading{[&] {
    const RecordSink send = channel.sender({});
    for (std::uint64_t line = 0; line < 5000; ++line) send.record({line, line, {}});
    channel.send();
    channel.finish();
  }};
  const RecordSink failing{.names = {},
                           .record = [](const Record&) { throw std::runtime_error{"full"}; },
                           .spoilt = {},
                           .unreadable = {}};
  EXPECT_THROW(channel.receive(failing), std::runtime_error);
  reading.join();
}

}  // namespace
}  // namespace rothcheck::intake
