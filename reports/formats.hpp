// The formats that there are, for the command line and for whoever writes a report.
#pragma once

#include <iosfwd>
#include <string_view>
#include <vector>

#include "reports/findings_report.hpp"
#include "reports/report.hpp"
#include "reports/test_report.hpp"

namespace rothcheck::reports {

struct Format {
  std::string_view name, extension;
  void (*write)(const CheckReport&, const CheckOptions&, std::ostream&);
};

struct FindingsFormat {
  std::string_view name, extension;
  void (*write)(const FindingsReport&, bool colour, std::ostream&);
};

struct TestFormat {
  std::string_view name, extension;
  void (*write)(const TestReport&, bool colour, std::ostream&);
};

/// The rows of formats.def, in order; the first is the default.
const std::vector<Format>& formats();
const std::vector<FindingsFormat>& findings_formats();
const std::vector<TestFormat>& test_formats();

}  // namespace rothcheck::reports
