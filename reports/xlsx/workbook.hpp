// A workbook, cell by cell: texts are texts whatever they begin with, amounts are numbers, and the
// same calls give the same bytes.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/range.hpp"

namespace rothcheck::reports {

/// A column: its head, and how wide it is in characters.
struct SheetHead {
  std::string_view words;
  int width = 12;
};

class Workbook {
 public:
  Workbook();
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  /// A sheet with a head that stays and filters what is below it. What follows goes there.
  void sheet(const char* name, const std::vector<SheetHead>& heads);
  /// The next row; false where a sheet can have no more.
  bool row();
  void text(std::string_view any);
  void number(std::int64_t number);
  void money(Money amount);
  /// Empty where the amount is not settled.
  void settled(Range range);
  void skip() { ++column_; }

  /// Ends the workbook and writes it. The stream fails where that cannot be done.
  void write(std::ostream& out);

 private:
  void end_sheet();

  struct Book;
  std::unique_ptr<Book> book_;
  std::uint32_t row_ = 0;
  std::uint16_t column_ = 0, columns_ = 0;
};

}  // namespace rothcheck::reports
