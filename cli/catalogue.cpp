// Every kind of finding that the program knows, whichever folder speaks of it.
#include "cli/catalogue.hpp"

#include <algorithm>

#include "checker/findings.hpp"
#include "checker/rule.hpp"
#include "cli/findings.hpp"
#include "dsl/findings.hpp"
#include "intake/findings.hpp"

namespace rothcheck::cli {

namespace {

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char left, char right) { return small(left) == small(right); });
}

}  // namespace

const std::vector<const FindingKind*>& catalogue() {
  static const std::vector<const FindingKind*> kinds = [] {
    std::vector<const FindingKind*> all;
    for (const auto* folder : {&dsl::finding::all(), &intake::finding::all(),
                               &checker::finding::all(), &finding::all()}) {
      all.insert(all.end(), folder->begin(), folder->end());
    }
    for (const checker::Rule* rule : checker::rules()) all.push_back(&rule->kind);
    std::sort(all.begin(), all.end(),
              [](const FindingKind* a, const FindingKind* b) { return a->code < b->code; });
    return all;
  }();
  return kinds;
}

const FindingKind* kind_named(std::string_view code_or_name) {
  for (const FindingKind* kind : catalogue()) {
    if (same_word(kind->code, code_or_name) || same_word(kind->name, code_or_name)) return kind;
  }
  return nullptr;
}

}  // namespace rothcheck::cli
