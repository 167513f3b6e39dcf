// Bytes to the reader of their format.
#include "intake/census.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "intake/census/census_reader.hpp"
#include "intake/file_kind.hpp"
#include "intake/findings.hpp"
#include "intake/record.hpp"
#include "model/text.hpp"

namespace rothcheck::intake {
namespace {

/// Reads a file of a known kind into a sink. Binary formats take their bytes as they are.
void read_into(const RecordSink& sink, FileKind kind, std::string_view bytes, std::string_view text,
               const CensusOptions& options) {
  switch (kind) {
    case FileKind::csv:
      return read_csv(text, sink);
    case FileKind::toml:
      return read_participant_tables(text, sink);
    case FileKind::xml:
      return read_participant_xml(bytes, sink);
    case FileKind::workbook:
      return read_workbook(bytes, options.sheet, sink);
    case FileKind::other:
      return sink.unreadable({&finding::not_a_participant_file,
                              std::string{description_of_other(text)},
                              {},
                              {},
                              Cell{{}, 1, 0, {}}});
  }
}

bool is_text(FileKind kind) { return kind == FileKind::csv || kind == FileKind::toml; }

/// The orders that the dates of all rows show.
DateOrders orders_of(CensusReader& reader, FileKind kind, std::string_view bytes,
                     std::string_view text, const CensusOptions& options) {
  DateOrders orders;
  read_into(reader.surveyor(orders), kind, bytes, text, options);
  return orders;
}

}  // namespace

Census read_census(std::string_view path, std::string_view bytes, const CensusOptions& options) {
  FileKind kind = file_kind(bytes);
  Decoded decoded{bytes};
  // UTF-16 has NUL bytes, so whether the file is text is seen only behind the conversion.
  const bool utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
                     options.encoding == Encoding::utf16;
  if (is_text(kind) || (kind == FileKind::other && utf16)) {
    decoded = decode(bytes, options.encoding);
    kind = file_kind(decoded.text());
  }
  std::optional<CensusReader> whole;
  const auto read = [&](std::optional<DateOrders> orders) {
    CensusReader& reader = whole.emplace(path, options);
    if (orders) reader.settle(std::move(*orders));
    for (const Finding& finding : decoded.findings) {
      decoded.readable ? reader.note(finding) : reader.give_up(finding);
    }
    if (decoded.readable) read_into(reader.sink(), kind, bytes, decoded.text(), options);
  };
  read(std::nullopt);
  if (whole->asks_for_orders()) read(orders_of(*whole, kind, bytes, decoded.text(), options));
  CensusReader& reader = *whole;

  // The first rows of an id that came up again are wanted as they were, and nobody kept them.
  const std::vector<std::uint64_t> lines = reader.uncollected();
  if (!lines.empty()) {
    read_into(reader.collector(lines), kind, bytes, decoded.text(), options);
  }
  return reader.finish();
}

bool bargained_untold(const Census& census) {
  const auto tells = [](const ColumnUse& column) {
    const std::string head = lowered(column.header);
    return column.how != ColumnUse::How::used &&
           (head.find("bargain") != head.npos || head.find("union") != head.npos);
  };
  return std::any_of(census.columns.begin(), census.columns.end(), tells);
}

}  // namespace rothcheck::intake
