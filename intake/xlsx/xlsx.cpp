// Workbooks to records: the rows below the header of the one sheet that is read.
#include <fmt/format.h>

#include <optional>
#include <utility>

#include "intake/findings.hpp"
#include "intake/record.hpp"
#include "intake/xlsx/xlsx_choice.hpp"
#include "intake/xlsx/xlsx_sheet.hpp"
#include "intake/xlsx/xlsx_workbook.hpp"

namespace rothcheck::intake {
namespace {

Finding on_row(const FindingKind& kind, std::string message, std::uint64_t row) {
  return {&kind, std::move(message), {}, {}, Cell{{}, row, 0, {}}};
}

/// Reads the styles and texts that cells refer to. Says why and is false when it cannot.
bool read_shared(Zip& zip, const Workbook& workbook, CellFormats& formats, SharedStrings& strings,
                 const RecordSink& sink) {
  const auto is_whole = [&](const ZipPart& part) {
    if (zip.fault() == Zip::Fault::none) return true;
    sink.unreadable(damage_of(zip.fault(), part.path));
    return false;
  };
  if (workbook.styles != nullptr) {
    formats.read(zip.open(*workbook.styles));
    if (!is_whole(*workbook.styles)) return false;
  }
  if (workbook.strings == nullptr) return true;
  if (!strings.read(zip.open(*workbook.strings))) {
    sink.unreadable(damage_of(Zip::Fault::too_large, workbook.strings->path));
    return false;
  }
  return is_whole(*workbook.strings);
}

std::vector<Name> names_of(const SheetHeader& header) {
  std::vector<Name> names;
  for (const std::string& cell : header.cells) {
    names.push_back({cell, header.row, static_cast<int>(names.size()) + 1});
  }
  return names;
}

/// The rows below a header.
class Rows {
 public:
  Rows(const SheetHeader& header, const RecordSink& sink) : header_{header}, sink_{sink} {}

  void take(const SheetRow& row) {
    if (row.number <= header_.row || !fill_record(row)) return;
    any_ = true;
    if (row.hidden && hidden_++ == 0) first_hidden_ = row.number;
    sink_.record(record_);
  }

  void finish() {
    if (!any_) {
      sink_.unreadable(
          on_row(finding::no_participants, "there is no row under the header", header_.row));
    }
    if (sink_.note) tell();
  }

 private:
  /// False when no cell stands under a header.
  bool fill_record(const SheetRow& row) {
    const std::size_t columns = header_.cells.size();
    record_.line = record_.row = row.number;
    record_.values.clear();
    for (std::size_t i = 0; i < columns; ++i) {
      record_.values.push_back({i, {}, row.number, static_cast<int>(i) + 1});
    }
    bool any = false;
    for (const SheetCell& cell : row.cells) {
      const auto index = static_cast<std::size_t>(cell.column) - 1;
      if (index >= columns) {
        if (first_beyond_.empty()) first_beyond_ = cell_name(cell.column, row.number);
        continue;
      }
      record_.values[index].text = cell.text;
      record_.values[index].unfit = cell.unfit;
      any = true;
    }
    return any;
  }

  /// What somebody looking at the sheet may not expect.
  void tell() {
    if (hidden_ != 0) {
      sink_.note(on_row(finding::hidden_rows,
                        hidden_ == 1 ? "a hidden row is read like the others"
                                     : fmt::format("{} hidden rows are read like the others, the "
                                                   "first is row {}",
                                                   hidden_, first_hidden_),
                        first_hidden_));
    }
    if (!first_beyond_.empty()) {
      sink_.note(on_row(
          finding::cells_beyond_header,
          fmt::format("cells beside the last header are left out, the first in {}", first_beyond_),
          header_.row));
    }
  }

  const SheetHeader& header_;
  const RecordSink& sink_;
  Record record_{};
  bool any_ = false;
  std::uint64_t hidden_ = 0, first_hidden_ = 0;
  std::string first_beyond_;
};

}  // namespace

void read_workbook(std::string_view bytes, std::string_view sheet, const RecordSink& sink) {
  Zip zip{bytes};
  const Outcome<Workbook> workbook = open_workbook(zip);
  if (!workbook) return sink.unreadable(workbook.findings.front());
  CellFormats formats;
  SharedStrings strings;
  if (!read_shared(zip, *workbook.value, formats, strings, sink)) return;

  const CellContext context{strings, formats, workbook.value->epoch};
  const auto choice = choose_sheet(zip, *workbook.value, context, sheet, sink);
  if (!choice || !sink.names(names_of(choice->header), Names::columns)) return;

  Rows rows{choice->header, sink};
  const ZipPart& part = *choice->sheet->part;
  const std::optional<XmlFault> fault =
      read_sheet(zip.open(part), context, [&](const SheetRow& row) {
        rows.take(row);
        return true;
      });
  if (fault || zip.fault() != Zip::Fault::none) {
    sink.unreadable(damage_of(zip.fault(), part.path));
  } else {
    rows.finish();
  }
}

}  // namespace rothcheck::intake
