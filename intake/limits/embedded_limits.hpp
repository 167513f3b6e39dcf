// The files of checker/limits, compiled into the program.
#pragma once

#include <string_view>
#include <vector>

namespace rothcheck::intake {

struct EmbeddedFile {
  std::string_view path;  // from the project's folder
  std::string_view text;
};

/// By year.
const std::vector<EmbeddedFile>& embedded_files();
/// Consumer prices by month.
EmbeddedFile embedded_prices();

}  // namespace rothcheck::intake
