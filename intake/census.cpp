// Bytes to the reader of their format.
#include "intake/census.hpp"

#include <utility>

#include "intake/census_reader.hpp"
#include "intake/file_kind.hpp"
#include "intake/findings.hpp"
#include "intake/record.hpp"

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

}  // namespace

Census read_census(std::string_view path, std::string_view bytes, const CensusOptions& options) {
  CensusReader reader{path, options};
  FileKind kind = file_kind(bytes);
  Decoded decoded{bytes};
  // UTF-16 has NUL bytes, so whether the file is text is seen only behind the conversion.
  const bool utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
                     options.encoding == Encoding::utf16;
  if (is_text(kind) || (kind == FileKind::other && utf16)) {
    decoded = decode(bytes, options.encoding);
    kind = file_kind(decoded.text());
  }
  for (Finding& finding : decoded.findings) {
    decoded.readable ? reader.note(std::move(finding)) : reader.give_up(std::move(finding));
  }
  if (decoded.readable) read_into(reader.sink(), kind, bytes, decoded.text(), options);

  // The first rows of an id that came up again are wanted as they were, and nobody kept them.
  const std::vector<std::uint64_t> lines = reader.uncollected();
  if (!lines.empty()) {
    read_into(reader.collector(lines), kind, bytes, decoded.text(), options);
  }
  return reader.finish();
}

}  // namespace rothcheck::intake
