// The formats that there are, from their table.
#include "reports/formats.hpp"

#include <ostream>

namespace rothcheck::reports {

namespace {

// Editors read this form; colour would be in their way.
void write_findings_concise_plain(const Findings& findings, const Sources& sources, bool,
                                  std::ostream& out) {
  write_findings_concise(findings, sources, out);
}

}  // namespace

const std::vector<Format>& formats() {
  static const std::vector<Format> table = {
#define FORMAT(name, extension, function) {#name, extension, function},
#define FINDINGS_FORMAT(name, extension, function)
#include "reports/formats.def"
#undef FORMAT
#undef FINDINGS_FORMAT
  };
  return table;
}

const std::vector<FindingsFormat>& findings_formats() {
  static const std::vector<FindingsFormat> table = {
#define FORMAT(name, extension, function)
#define FINDINGS_FORMAT(name, extension, function) {#name, extension, function},
#include "reports/formats.def"
#undef FORMAT
#undef FINDINGS_FORMAT
  };
  return table;
}

}  // namespace rothcheck::reports
