// Findings as one line of text each, so that a test holds place, code and words at once.
#pragma once

#include <string>
#include <vector>

#include "model/finding.hpp"
#include "model/source.hpp"

namespace rothcheck::intake {

/// `4:2 CEN010 message`, line and column of the cell.
inline std::string said(const Finding& finding) {
  const Cell cell = finding.cell.value_or(Cell{});
  return std::to_string(cell.line) + ':' + std::to_string(cell.column) + ' ' +
         std::string{finding.kind->code} + ' ' + finding.message;
}

/// The same for findings in a limits or case file.
inline std::string said(const Finding& finding, const Sources& sources) {
  const Place place = sources.place(finding.where);
  return std::to_string(place.line) + ':' + std::to_string(place.column) + ' ' +
         std::string{finding.kind->code} + ' ' + finding.message;
}

inline std::vector<std::string> said(const Findings& findings) {
  std::vector<std::string> lines;
  for (const Finding& finding : findings) lines.push_back(said(finding));
  return lines;
}

inline std::vector<std::string> said(const Findings& findings, const Sources& sources) {
  std::vector<std::string> lines;
  for (const Finding& finding : findings) lines.push_back(said(finding, sources));
  return lines;
}

inline std::string notes_of(const Finding& finding) {
  std::string all;
  for (const Note& note : finding.notes) all += (all.empty() ? "" : "; ") + note.text;
  return all;
}

using Lines = std::vector<std::string>;

}  // namespace rothcheck::intake
