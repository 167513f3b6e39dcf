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

}  // namespace rothcheck
