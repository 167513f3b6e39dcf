// Any texts as the parts of a workbook, packed with true sums so that what is behind the archive is
// reached: no crash, and either participants or a reason.
#include <zlib.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "intake/census.hpp"
#include "tests/fuzz/in_memory.hpp"

namespace {

using namespace rothcheck;

using Part = std::pair<std::string_view, std::string_view>;  // name and text

void add(std::string& to, std::size_t number, int bytes) {
  for (int i = 0; i < bytes; ++i) to += static_cast<char>(number >> (8 * i));
}

// A ZIP archive whose parts are stored as they are.
std::string archive(const std::vector<Part>& parts) {
  std::string all, directory;
  for (const auto& [name, text] : parts) {
    const std::size_t at = all.size();
    std::string header;
    add(header, 20, 2);  // the version needed; no flags, stored, no time
    add(header, 0, 8);
    add(header,
        ::crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size())), 4);
    add(header, text.size(), 4);
    add(header, text.size(), 4);
    add(header, name.size(), 2);
    add(header, 0, 2);
    all += "PK\x03\x04" + header;
    all += name;
    all += text;
    directory += "PK\x01\x02";
    add(directory, 20, 2);
    directory += header;
    add(directory, 0, 6);  // no comment, first disk, no marks
    add(directory, 0, 4);
    add(directory, at, 4);
    directory += name;
  }
  const std::size_t at = all.size();
  all += directory + "PK\x05\x06";
  add(all, 0, 4);
  add(all, parts.size(), 2);
  add(all, parts.size(), 2);
  add(all, directory.size(), 4);
  add(all, at, 4);
  add(all, 0, 2);
  return all;
}

constexpr std::string_view types =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>)";
constexpr std::string_view root =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>)";
constexpr std::string_view book =
    R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>)";
constexpr std::string_view relations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>)";

}  // namespace

// The input is up to five texts with a byte 0xFF between them: sheet, shared strings, styles,
// workbook, relations. Where one of the last two is empty, an ordinary one takes its place.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::array<std::string_view, 5> parts = {"", "", "", book, relations};
  std::string_view rest{reinterpret_cast<const char*>(data), size};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::size_t end = rest.find('\xFF');
    if (end != 0 || i < 3) parts[i] = rest.substr(0, end);
    if (end == rest.npos) break;
    rest.remove_prefix(end + 1);
  }
  const std::string bytes = archive({{"[Content_Types].xml", types},
                                     {"_rels/.rels", root},
                                     {"xl/workbook.xml", parts[3]},
                                     {"xl/_rels/workbook.xml.rels", parts[4]},
                                     {"xl/worksheets/sheet1.xml", parts[0]},
                                     {"xl/sharedStrings.xml", parts[1]},
                                     {"xl/styles.xml", parts[2]}});
  intake::CensusOptions options;
  options.year = 2026;
  const intake::Census census = intake::read_census("book", bytes, options);
  fuzz::expect(!census.participants.empty() || has_error(census.findings));
  fuzz::expect(census.readable || census.participants.empty());
  for (const Finding& finding : census.findings)
    fuzz::expect(finding.cell && finding.cell->line != 0 && finding.message.size() <= 200);
  return 0;
}
