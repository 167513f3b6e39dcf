// The labels and citations of worksheet.def.
#include "model/worksheet.hpp"

#include <array>

namespace rothcheck {
namespace {

struct LineRow {
  std::string_view label, law;
};

constexpr LineRow rows[] = {
#define LINE(kind, label, law) {label, law},
#include "model/worksheet.def"
#undef LINE
};

}  // namespace

std::string_view label_of(LineKind kind) { return rows[static_cast<std::size_t>(kind)].label; }
std::string_view law_of(LineKind kind) { return rows[static_cast<std::size_t>(kind)].law; }

std::string_view to_string(Step step) {
  switch (step) {
    case Step::fact:
      return "fact";
    case Step::start:
      return "start";
    case Step::add:
      return "add";
    case Step::less:
      return "less";
    case Step::result:
      return "result";
    case Step::least:
      return "least";
  }
  return "";
}

}  // namespace rothcheck
