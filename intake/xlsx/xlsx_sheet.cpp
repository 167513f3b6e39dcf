// The XML of a worksheet to rows and cells.
#include "intake/xlsx/xlsx_sheet.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "intake/columns/header_text.hpp"
#include "intake/shown.hpp"
#include "model/text.hpp"

namespace rothcheck::intake {
namespace {

/// Columns A to XFD; a cell further right is none that a spreadsheet has.
constexpr int most_columns = 16'384;
constexpr std::size_t longest_value = 4 * 32'767;  // characters of a cell, four bytes each

enum class CellType : std::uint8_t { number, shared, rich, text, boolean, error, day };

CellType type_of(std::string_view type) {
  if (type == "s") return CellType::shared;
  if (type == "inlineStr") return CellType::rich;
  if (type == "str") return CellType::text;
  if (type == "b") return CellType::boolean;
  if (type == "e") return CellType::error;
  if (type == "d") return CellType::day;
  return CellType::number;
}

std::string_view error_called(std::string_view error) {
  constexpr std::string_view before = "the spreadsheet error ";
  static constexpr std::array<std::string_view, 9> known = {
      "the spreadsheet error #REF!",   "the spreadsheet error #N/A",
      "the spreadsheet error #VALUE!", "the spreadsheet error #DIV/0!",
      "the spreadsheet error #NAME?",  "the spreadsheet error #NUM!",
      "the spreadsheet error #NULL!",  "the spreadsheet error #SPILL!",
      "the spreadsheet error #CALC!"};
  for (std::string_view each : known) {
    if (each.substr(before.size()) == error) return each;
  }
  return "a spreadsheet error";
}

template <class Number>
std::optional<Number> number_in(std::string_view text) {
  Number number = 0;
  const char* end = text.data() + text.size();
  const auto [last, error] = std::from_chars(text.data(), end, number);
  return error == std::errc{} && last == end ? std::optional{number} : std::nullopt;
}

/// 28 for `AB12`; 0 where there are no letters, or too many.
int column_in(std::string_view reference) {
  int column = 0;
  for (char c : reference) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + (c - 'A' + 1);
    if (column > most_columns) return 0;
  }
  return column;
}

class Sheet {
 public:
  Sheet(const CellContext& context, const std::function<bool(const SheetRow&)>& take)
      : context_{context}, take_{take} {}

  XmlEvents events() {
    return {.open =
                [this](const XmlTag& tag) {
                  open(tag);
                  return ordered_;
                },
            .text = [this](std::string_view piece) { add_text(piece); },
            .close = [this](std::string_view name) { return close(name); }};
  }

  /// Whether rows and cells came from top to bottom and from left to right, each once.
  bool ordered() const { return ordered_; }

 private:
  void open(const XmlTag& tag) {
    if (tag.name == "c") {
      begin_cell(tag);
    } else if (tag.name == "v") {
      in_value_ = has_value_ = true;
    } else if (tag.name == "f") {
      has_formula_ = true;
    } else if (tag.name == "row") {
      begin_row(tag);
    } else {
      rich_.open(tag.name);
    }
  }

  void begin_row(const XmlTag& tag) {
    // A row without a number comes right after the one before it.
    const std::uint64_t above = row_.number;
    row_.number = number_in<std::uint64_t>(tag.value_of("r")).value_or(above + 1);
    ordered_ = row_.number > above;
    const std::string_view hidden = tag.value_of("hidden");
    row_.hidden = hidden == "1" || hidden == "true";
    count_ = 0;
    column_ = 0;
  }

  void begin_cell(const XmlTag& tag) {
    const int stated = column_in(tag.value_of("r"));
    ordered_ = (stated == 0 || stated > column_) && column_ < most_columns;
    column_ = stated != 0 ? stated : column_ + 1;
    type_ = type_of(tag.value_of("t"));
    style_ = number_in<std::size_t>(tag.value_of("s")).value_or(0);
    value_.clear();
    rich_.clear();
    in_value_ = has_value_ = has_formula_ = false;
  }

  void add_text(std::string_view piece) {
    if (!in_value_) {
      rich_.text(piece);
    } else if (value_.size() + piece.size() <= longest_value) {
      value_ += piece;
    }
  }

  bool close(std::string_view name) {
    if (name == "v") {
      in_value_ = false;
    } else if (name == "c") {
      end_cell();
    } else if (name == "row") {
      return end_row();
    } else if (name == "sheetData") {
      return false;
    } else {
      rich_.close(name);
    }
    return true;
  }

  void end_cell() {
    const CellText found = cell_text();
    if (trimmed(found.text).empty() && found.unfit.empty()) return;
    if (count_ == row_.cells.size()) row_.cells.emplace_back();
    SheetCell& cell = row_.cells[count_++];
    cell.column = column_;
    cell.text = found.text;
    cell.unfit = found.unfit;
  }

  CellText cell_text() {
    // Excel writes the result of every formula; programs that only write workbooks often do not.
    const bool no_result = value_.empty() && (type_ != CellType::text || !has_value_);
    if (has_formula_ && no_result) return {{}, "a formula without a result"};
    switch (type_) {
      case CellType::number:
        if (trimmed(value_).empty()) return {};
        return text_of_number(trimmed(value_), context_.formats.of(style_), context_.epoch);
      case CellType::shared:
        return shared_text();
      case CellType::rich:
        return {std::string{rich_.value()}};
      case CellType::text:
        return {value_};
      case CellType::boolean:
        return {value_ == "1" ? "TRUE" : "FALSE"};
      case CellType::error:
        return {{}, error_called(value_)};
      case CellType::day:
        // 2024-01-31T00:00:00
        return {value_.substr(0, value_.find('T'))};
    }
    return {};
  }

  CellText shared_text() const {
    const auto index = number_in<std::size_t>(trimmed(value_));
    const auto text = index ? context_.strings.at(*index) : std::nullopt;
    return text ? CellText{std::string{*text}} : CellText{{}, "a text that the workbook lacks"};
  }

  bool end_row() {
    if (count_ == 0) return true;
    row_.cells.resize(count_);
    return take_(row_);
  }

  const CellContext& context_;
  const std::function<bool(const SheetRow&)>& take_;
  SheetRow row_{0, false, {}};
  std::size_t count_ = 0;  // of the cells in the row so far
  int column_ = 0;
  CellType type_ = CellType::number;
  std::size_t style_ = 0;
  std::string value_;
  RichText rich_;
  bool in_value_ = false, has_value_ = false, has_formula_ = false;
  bool ordered_ = true;
};

}  // namespace

std::optional<XmlFault> read_sheet(const ByteSource& bytes, const CellContext& context,
                                   const std::function<bool(const SheetRow&)>& take) {
  Sheet sheet{context, take};
  std::optional<XmlFault> fault = read_xml(bytes, sheet.events());
  if (!fault && !sheet.ordered()) fault = XmlFault{"cells are out of order", {}, 1, 1};
  return fault;
}

std::string cell_name(int column, std::uint64_t row) {
  return column_letters(column) + std::to_string(row);
}

}  // namespace rothcheck::intake
