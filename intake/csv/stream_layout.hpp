// What is settled once for all blocks of a CSV participant file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "intake/census.hpp"
#include "intake/columns/columns.hpp"
#include "intake/csv/scanner.hpp"
#include "intake/record.hpp"

namespace rothcheck::intake {

struct StreamLayout {
  std::string path;
  CensusOptions options;
  char separator = ',';
  std::vector<Name> names;
  std::vector<Column> columns;
  std::size_t id_column = 0;  // or that of the numbers that stand for one
  /// Ids have Social Security numbers in them and are shown otherwise than they are: the rows of
  /// people are told beside them.
  bool masked_ids = false;
  bool tells_rows = false;  // whoever takes the people asks for their rows
  LineCount above;          // the rows: titles and the header
  /// Numbers of the ids that more than one row has, sorted; none where only neighbours are
  /// compared.
  std::optional<std::vector<std::uint64_t>> repeated_ids;
};

}  // namespace rothcheck::intake
