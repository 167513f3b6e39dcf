// Sheets and headers compared.
#include "intake/xlsx/xlsx_choice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "intake/findings.hpp"
#include "intake/shown.hpp"
#include "model/text.hpp"

namespace rothcheck::intake {
namespace {

/// Titles and logos stand above a header, but hardly more of them.
constexpr std::size_t rows_searched = 20;
constexpr std::size_t longest_name = 30;

using Sheets = std::vector<const SheetPart*>;

/// Two facts and one of them the id: titles and lists of codes have less.
bool is_header(const SheetHeader& header) { return header.fit.has_id && header.fit.known >= 2; }

bool is_better(const HeaderFit& a, const HeaderFit& b) {
  return std::pair{a.has_id, a.known} > std::pair{b.has_id, b.known};
}

std::vector<std::string> cells_of(const SheetRow& row) {
  std::vector<std::string> cells(static_cast<std::size_t>(row.cells.back().column));
  for (const SheetCell& cell : row.cells) {
    cells[static_cast<std::size_t>(cell.column) - 1] = trimmed(cell.text);
  }
  return cells;
}

std::string list_of(const Sheets& sheets) {
  std::string list;
  for (const SheetPart* sheet : sheets) {
    list += (list.empty() ? "" : ", ") + quoted(sheet->name, longest_name);
  }
  return shown(list, 500);
}

Finding on_row(const FindingKind& kind, std::string message, std::uint64_t row) {
  return {&kind, std::move(message), {}, {}, Cell{{}, row, 0, {}}};
}

class Chooser {
 public:
  Chooser(Zip& zip, const Workbook& workbook, const CellContext& context, const RecordSink& sink)
      : zip_{zip}, workbook_{workbook}, context_{context}, sink_{sink} {}

  std::optional<SheetChoice> named(std::string_view wanted) {
    for (const SheetPart& sheet : workbook_.sheets) {
      if (same_letters(sheet.name, wanted)) return SheetChoice{&sheet, header_of(sheet)};
    }
    Sheets all;
    for (const SheetPart& sheet : workbook_.sheets) all.push_back(&sheet);
    Finding finding =
        on_row(finding::sheet_missing,
               fmt::format("the workbook has no sheet {}", quoted(wanted, longest_name)), 1);
    finding.notes.push_back({"its sheets are " + list_of(all)});
    sink_.unreadable(std::move(finding));
    return std::nullopt;
  }

  std::optional<SheetChoice> first() {
    std::optional<SheetChoice> choice;
    for (const SheetPart& sheet : workbook_.sheets) {
      if (sheet.hidden) continue;
      // Behind a part that is damaged or too large nothing is chosen.
      if (damage_) break;
      SheetHeader header = header_of(sheet);
      if (choice && is_header(choice->header)) {
        if (is_header(header)) rivals_.push_back(&sheet);
      } else if (!choice || choice->header.cells.empty() || is_header(header)) {
        choice = SheetChoice{&sheet, std::move(header)};
      }
    }
    if (!choice) {
      Finding finding =
          on_row(finding::no_participants, "every sheet of the workbook is hidden", 1);
      finding.notes.push_back({"unhide the sheet, or name it with --sheet"});
      sink_.unreadable(std::move(finding));
    }
    return choice;
  }

  /// What is wrong with a sheet that was looked at.
  const std::optional<Finding>& damage() const { return damage_; }

  void tell(const SheetChoice& choice) {
    tell_of_others(choice);
    if (!rivals_.empty()) {
      Finding finding = on_row(finding::other_participant_sheet,
                               fmt::format("sheet {} has participants too and is left out",
                                           quoted(rivals_.front()->name, longest_name)),
                               choice.header.row);
      finding.notes.push_back({"sheets with such a header: " + list_of(rivals_)});
      sink_.note(std::move(finding));
    }
    for (const std::string& title : choice.header.titles) {
      if (sink_.title) sink_.title(title, 1);
    }
    if (choice.header.row != 1 && is_header(choice.header)) {
      sink_.note(on_row(finding::header_below_titles,
                        fmt::format("the header is row {}", choice.header.row), choice.header.row));
    }
  }

 private:
  SheetHeader header_of(const SheetPart& sheet) {
    SheetHeader best;
    std::vector<std::string> above;
    std::size_t rows = 0;
    const auto take = [&](const SheetRow& row) {
      SheetHeader header{row.number, cells_of(row)};
      if (sink_.fits) header.fit = sink_.fits({header.cells.begin(), header.cells.end()});
      const std::vector<std::string> cells = header.cells;
      if (rows == 0 || is_better(header.fit, best.fit)) {
        best = std::move(header);
        best.titles = above;
      }
      above.insert(above.end(), cells.begin(), cells.end());
      return ++rows < rows_searched;
    };
    const auto fault = read_sheet(zip_.open(*sheet.part), context_, take);
    if (!damage_ && (fault || zip_.fault() != Zip::Fault::none)) {
      damage_ = damage_of(zip_.fault(), sheet.part->path);
    }
    return best;
  }

  void tell_of_others(const SheetChoice& choice) {
    Sheets visible, hidden;
    for (const SheetPart& sheet : workbook_.sheets) {
      if (&sheet != choice.sheet) (sheet.hidden ? hidden : visible).push_back(&sheet);
    }
    const std::size_t others = visible.size() + hidden.size();
    if (others == 0) return;
    Finding finding = on_row(
        finding::sheets_left_out,
        fmt::format("sheet {} is read, {} left out", quoted(choice.sheet->name, longest_name),
                    others == 1 ? "another is" : fmt::format("{} others are", others)),
        choice.header.row);
    if (!visible.empty()) finding.notes.push_back({"left out: " + list_of(visible)});
    if (!hidden.empty()) finding.notes.push_back({"left out as hidden: " + list_of(hidden)});
    sink_.note(std::move(finding));
  }

  Zip& zip_;
  const Workbook& workbook_;
  const CellContext& context_;
  const RecordSink& sink_;
  std::optional<Finding> damage_;
  Sheets rivals_;  // sheets after the chosen one that have a header as well
};

}  // namespace

std::optional<SheetChoice> choose_sheet(Zip& zip, const Workbook& workbook,
                                        const CellContext& context, std::string_view wanted,
                                        const RecordSink& sink) {
  Chooser chooser{zip, workbook, context, sink};
  std::optional<SheetChoice> choice = wanted.empty() ? chooser.first() : chooser.named(wanted);
  if (!choice) return choice;
  if (chooser.damage()) {
    sink.unreadable(*chooser.damage());
    return std::nullopt;
  }
  if (choice->header.cells.empty()) {
    sink.unreadable(on_row(finding::no_participants, "the sheet is empty", 1));
    return std::nullopt;
  }
  if (sink.note) chooser.tell(*choice);
  return choice;
}

}  // namespace rothcheck::intake
