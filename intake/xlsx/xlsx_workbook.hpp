// The parts of a workbook: its sheets, where they lie in the archive, and what they share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "intake/xlsx/xlsx_number.hpp"
#include "intake/xlsx/zip.hpp"
#include "model/finding.hpp"

namespace rothcheck::intake {

struct SheetPart {
  std::string name;
  const ZipPart* part;
  bool hidden;
};

struct Workbook {
  std::vector<SheetPart> sheets;  // worksheets only, in the order of their tabs
  const ZipPart* strings = nullptr;
  const ZipPart* styles = nullptr;
  Epoch epoch = Epoch::from_1900;
};

/// Finds the parts as the workbook itself names them. No workbook, and why, for an archive that is
/// something else.
Outcome<Workbook> open_workbook(Zip& zip);

/// What the findings of a workbook's file say, where one of its parts cannot be read.
Finding damage_of(Zip::Fault fault, std::string_view part);

}  // namespace rothcheck::intake
