// Workbooks made part by part, as Excel writes them or as damage leaves them.
#pragma once

#include <gtest/gtest.h>
#include <minizip/zip.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rothcheck::intake {

/// The bytes of an archive of these parts.
inline std::string zipped(const std::vector<std::pair<std::string, std::string>>& parts) {
  const std::string path = testing::TempDir() + "rothcheck-" +
                           testing::UnitTest::GetInstance()->current_test_info()->name() + ".zip";
  zipFile file = zipOpen64(path.c_str(), APPEND_STATUS_CREATE);
  for (const auto& [name, content] : parts) {
    zip_fileinfo info = {};
    zipOpenNewFileInZip64(file, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED,
                          Z_BEST_SPEED, 0);
    zipWriteInFileInZip(file, content.data(), static_cast<unsigned>(content.size()));
    zipCloseFileInZip(file);
  }
  zipClose(file, nullptr);
  std::ifstream in{path, std::ios::binary};
  std::string bytes{std::istreambuf_iterator<char>{in}, {}};
  std::remove(path.c_str());
  return bytes;
}

struct SheetText {
  std::string name;
  std::string rows;  // what stands in <sheetData>
  std::string state = "visible";
};

/// A workbook with the parts that Excel writes.
struct WorkbookText {
  std::vector<SheetText> sheets;
  std::string shared = {};        // <si> elements
  std::string formats = {};       // <numFmt> elements
  std::vector<int> styles = {0};  // the number format of each cell style
  std::string properties = {};    // attributes of <workbookPr>
  std::string workbook = "xl/workbook.xml";

  std::vector<std::pair<std::string, std::string>> parts() const {
    const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";
    const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const std::string office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string package = "http://schemas.openxmlformats.org/package/2006/relationships";
    std::string tabs, related, cells;
    std::vector<std::pair<std::string, std::string>> all;
    int number = 0;
    for (const SheetText& sheet : sheets) {
      const std::string n = std::to_string(++number);
      tabs += "<sheet name=\"" + sheet.name + "\" sheetId=\"" + n + "\" state=\"" + sheet.state +
              "\" r:id=\"rId" + n + "\"/>";
      related += "<Relationship Id=\"rId" + n + "\" Type=\"" + office +
                 "/worksheet\" Target=\"worksheets/sheet" + n + ".xml\"/>";
      all.emplace_back("xl/worksheets/sheet" + n + ".xml",
                       head + "<worksheet xmlns=\"" + main +
                           "\"><cols><col min=\"1\" max=\"2\"/></cols>" + "<sheetData>" +
                           sheet.rows + "</sheetData><mergeCells/></worksheet>");
    }
    related +=
        "<Relationship Id=\"rIdS\" Type=\"" + office +
        "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/><Relationship Id=\"rIdF\" Type=\"" +
        office + "/styles\" Target=\"styles.xml\"/>";
    for (int format : styles) cells += "<xf numFmtId=\"" + std::to_string(format) + "\"/>";
    all.emplace_back("_rels/.rels", head + "<Relationships xmlns=\"" + package +
                                        "\"><Relationship Id=\"rId1\" Type=\"" + office +
                                        "/officeDocument\" Target=\"" + workbook +
                                        "\"/></Relationships>");
    all.emplace_back("xl/workbook.xml", head + "<workbook xmlns=\"" + main + "\" xmlns:r=\"" +
                                            office + "\"><workbookPr " + properties + "/><sheets>" +
                                            tabs + "</sheets></workbook>");
    all.emplace_back("xl/_rels/workbook.xml.rels", head + "<Relationships xmlns=\"" + package +
                                                       "\">" + related + "</Relationships>");
    all.emplace_back("xl/sharedStrings.xml",
                     head + "<sst xmlns=\"" + main + "\">" + shared + "</sst>");
    all.emplace_back("xl/styles.xml",
                     head + "<styleSheet xmlns=\"" + main + "\"><numFmts>" + formats +
                         "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" +
                         cells + "</cellXfs></styleSheet>");
    return all;
  }

  std::string bytes() const { return zipped(parts()); }
};

}  // namespace rothcheck::intake
