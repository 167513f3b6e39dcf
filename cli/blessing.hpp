// `test --bless`: new figures written into plan and case files, and shown as a diff for a person to
// review.
#pragma once

#include <iosfwd>
#include <vector>

#include "cli/inputs.hpp"
#include "model/finding.hpp"

namespace rothcheck::cli {

class Blessing {
 public:
  Blessing(Inputs& inputs, std::ostream& out) : inputs_{inputs}, out_{out} {}

  /// Makes the edits in the files that their sources were read from. What cannot be written is told
  /// through the inputs.
  void apply(std::vector<Edit> edits);
  /// Whether an edit there was written.
  bool has_written(Span where) const;

 private:
  bool rewrite(std::uint16_t source, const std::vector<Edit>& edits);

  Inputs& inputs_;
  std::ostream& out_;
  std::vector<Span> written_;
};

}  // namespace rothcheck::cli
