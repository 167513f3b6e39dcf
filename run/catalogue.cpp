// Every kind of finding that the program knows, whichever folder speaks of it.
#include "run/catalogue.hpp"

#include <algorithm>
#include <string>

#include "checker/findings.hpp"
#include "checker/lint/rules.hpp"
#include "dsl/findings.hpp"
#include "intake/findings.hpp"
#include "model/text.hpp"
#include "run/findings.hpp"

namespace rothcheck::run {

const std::vector<const FindingKind*>& catalogue() {
  static const std::vector<const FindingKind*> kinds = [] {
    std::vector<const FindingKind*> all;
    for (const auto folder :
         {dsl::finding::all(), intake::finding::all(), checker::finding::all(), finding::all()}) {
      all.insert(all.end(), folder.begin(), folder.end());
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
    if (same_letters(kind->code, code_or_name) || same_letters(kind->name, code_or_name))
      return kind;
  }
  return nullptr;
}

std::vector<const FindingKind*> kinds_about(std::string_view topic) {
  std::string word = lowered(topic);
  std::replace(word.begin(), word.end(), ' ', '-');
  std::vector<const FindingKind*> about;
  for (const FindingKind* kind : catalogue()) {
    const bool of_code = lowered(kind->code).starts_with(word);
    if (of_code || kind->name.find(word) != kind->name.npos) about.push_back(kind);
  }
  return about;
}

std::string_view nearest_kind(std::string_view code_or_name) {
  std::vector<std::string_view> names;
  std::vector<std::string> codes;
  for (const FindingKind* kind : catalogue()) {
    names.push_back(kind->name);
    codes.push_back(lowered(kind->code));
  }
  const std::string word = lowered(code_or_name);
  if (const std::string_view name = nearest(word, names); !name.empty()) return name;
  const std::string_view code = nearest(word, {codes.begin(), codes.end()});
  const FindingKind* kind = code.empty() ? nullptr : kind_named(code);
  return kind == nullptr ? std::string_view{} : kind->code;
}

}  // namespace rothcheck::run
