// The formats that there are, for the command line and for whoever writes a report.
#pragma once

#include <iosfwd>
#include <string_view>
#include <vector>

#include "reports/report.hpp"

namespace rothcheck::reports {

struct Format {
  std::string_view name, extension;
  void (*write)(const CheckReport&, const CheckOptions&, std::ostream&);
};

struct FindingsFormat {
  std::string_view name, extension;
  void (*write)(const Findings&, const Sources&, bool colour, std::ostream&);
};

/// The rows of formats.def, in order; the first is the default.
const std::vector<Format>& formats();
const std::vector<FindingsFormat>& findings_formats();

}  // namespace rothcheck::reports
