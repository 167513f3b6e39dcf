#include "reports/xlsx/workbook.hpp"

#include <stdlib.h>
#include <xlsxwriter.h>

#include <filesystem>
#include <fstream>
#include <ostream>
#include <system_error>

#include "model/text.hpp"
#include "reports/amounts.hpp"
#include "reports/unicode.hpp"

namespace rothcheck::reports {

namespace {

constexpr lxw_row_t most_rows = 1'048'576;
constexpr std::size_t longest_text = 32'000;  // a cell holds a little more

/// A folder of its user alone, gone at the end: the library writes files and no streams, for
/// whoever the user lets read new files.
class Scratch {
 public:
  Scratch() {
    std::error_code failed;
    std::string pattern =
        (std::filesystem::temp_directory_path(failed) / "rothcheckXXXXXX").string();
    if (!failed && ::mkdtemp(pattern.data()) != nullptr) folder_ = pattern;
  }
  ~Scratch() {
    std::error_code ignored;
    if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  bool good() const { return !folder_.empty(); }
  std::string file() const { return (folder_ / "workbook.xlsx").string(); }

 private:
  std::filesystem::path folder_;
};

}  // namespace

struct Workbook::Book {
  Scratch scratch;
  lxw_workbook* workbook = nullptr;
  lxw_worksheet* sheet = nullptr;
  lxw_format* head = nullptr;
  lxw_format* amount = nullptr;
};

Workbook::Workbook() : book_{std::make_unique<Book>()} {
  if (!book_->scratch.good()) return;
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  book_->workbook = workbook_new_opt(book_->scratch.file().c_str(), &options);
  if (book_->workbook == nullptr) return;
  // Else it would be the time of day.
  lxw_doc_properties properties{};
  properties.created = 946'684'800;  // 2000-01-01
  workbook_set_properties(book_->workbook, &properties);
  book_->head = workbook_add_format(book_->workbook);
  format_set_bold(book_->head);
  format_set_text_wrap(book_->head);
  format_set_bottom(book_->head, LXW_BORDER_MEDIUM);
  book_->amount = workbook_add_format(book_->workbook);
  format_set_num_format(book_->amount, "#,##0.00");
}

Workbook::~Workbook() {
  if (book_->workbook != nullptr) workbook_close(book_->workbook);
}

void Workbook::end_sheet() {
  if (book_->sheet == nullptr || columns_ == 0) return;
  worksheet_autofilter(book_->sheet, 0, 0, row_, static_cast<lxw_col_t>(columns_ - 1));
}

void Workbook::sheet(const char* name, const std::vector<SheetHead>& heads) {
  if (book_->workbook == nullptr) return;
  end_sheet();
  book_->sheet = workbook_add_worksheet(book_->workbook, name);
  row_ = 0;
  column_ = 0;
  columns_ = static_cast<std::uint16_t>(heads.size());
  worksheet_freeze_panes(book_->sheet, 1, 0);
  for (const SheetHead& head : heads) {
    worksheet_set_column(book_->sheet, column_, column_, static_cast<double>(head.width), nullptr);
    worksheet_write_string(book_->sheet, 0, column_++, std::string{head.words}.c_str(),
                           book_->head);
  }
}

bool Workbook::row() {
  if (row_ + 1 >= most_rows) return false;
  ++row_;
  column_ = 0;
  return true;
}

void Workbook::text(std::string_view any) {
  const std::string shown = visible(any.substr(0, cut_before(any, longest_text)));
  if (book_->sheet != nullptr && !shown.empty())
    worksheet_write_string(book_->sheet, row_, column_, shown.c_str(), nullptr);
  ++column_;
}

void Workbook::number(std::int64_t number) {
  if (book_->sheet != nullptr)
    worksheet_write_number(book_->sheet, row_, column_, static_cast<double>(number), nullptr);
  ++column_;
}

void Workbook::money(Money amount) {
  // Cents are exact, and so is what a reader makes of the sixteen digits that are written.
  if (book_->sheet != nullptr && !is_boundless(amount))
    worksheet_write_number(book_->sheet, row_, column_,
                           static_cast<double>(amount.in_cents()) / 100.0, book_->amount);
  ++column_;
}

void Workbook::settled(Range range) {
  if (range.settled()) return money(range.least);
  skip();
}

void Workbook::write(std::ostream& out) {
  if (book_->workbook == nullptr) return out.setstate(std::ios::badbit);
  end_sheet();
  const lxw_error failed = workbook_close(book_->workbook);
  book_->workbook = nullptr;
  std::ifstream file{book_->scratch.file(), std::ios::binary};
  if (failed != LXW_NO_ERROR || !file) return out.setstate(std::ios::badbit);
  out << file.rdbuf();
}

}  // namespace rothcheck::reports
