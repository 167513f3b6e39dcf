// Relationships and sheets of a workbook.
#include "intake/xlsx/xlsx_workbook.hpp"

#include <fmt/format.h>

#include <array>
#include <map>
#include <optional>
#include <utility>

#include "intake/findings.hpp"
#include "intake/shown.hpp"

namespace rothcheck::intake {
namespace {

/// Excel stops at what the memory holds; no file of participants is near this.
constexpr std::size_t most_sheets = 10'000;

Finding unreadable(std::string message, std::string help = {}) {
  Finding finding{&finding::unreadable_workbook, std::move(message), {}, {}, Cell{{}, 1, 0, {}}};
  if (!help.empty()) finding.notes.push_back({std::move(help)});
  return finding;
}

struct Relationship {
  std::string type, target;
};
using Relationships = std::map<std::string, Relationship, std::less<>>;

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash + 1);
}

/// A target counts from the folder of the part that names it, or from the top.
std::string path_of(std::string_view target, std::string_view folder) {
  std::string base{target.starts_with('/') ? std::string_view{} : folder};
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    if (!base.empty()) base.pop_back();
    base = folder_of(base);
  }
  if (target.starts_with("./")) target.remove_prefix(2);
  return base + std::string{target};
}

/// The relationships of a part: `xl/_rels/workbook.xml.rels` for `xl/workbook.xml`, and
/// `_rels/.rels` for the archive.
Relationships relationships_of(Zip& zip, std::string_view part) {
  Relationships found;
  const std::string_view folder = folder_of(part);
  const ZipPart* file =
      zip.find(fmt::format("{}_rels/{}.rels", folder, part.substr(folder.size())));
  if (file == nullptr) return found;
  const auto open = [&](const XmlTag& tag) {
    if (tag.name != "Relationship" || found.size() > most_sheets) return true;
    found[std::string{tag.value_of("Id")}] = {std::string{tag.value_of("Type")},
                                              path_of(tag.value_of("Target"), folder)};
    return true;
  };
  read_xml(zip.open(*file), {open, [](std::string_view) {}, [](std::string_view) { return true; }});
  return found;
}

/// Types are addresses, of which two editions of the standard differ in all but the last word.
const Relationship* of_type(const Relationships& all, std::string_view word) {
  for (const auto& [id, each] : all) {
    if (each.type.ends_with(word)) return &each;
  }
  return nullptr;
}

std::string workbook_path(Zip& zip) {
  const Relationships top = relationships_of(zip, "");
  const Relationship* main = of_type(top, "/officeDocument");
  return main != nullptr ? main->target : "xl/workbook.xml";
}

/// What an archive without a readable workbook is instead.
Finding description_of(const Zip& zip, std::string_view path) {
  struct Kind {
    std::string_view part, message;
  };
  constexpr std::array<Kind, 5> kinds = {{
      {"content.xml", "this is an OpenDocument file, not an Excel workbook (.xlsx)"},
      {"word/document.xml", "this is a Word document, not a workbook"},
      {"ppt/presentation.xml", "this is a presentation, not a workbook"},
      {"index/document.iwa", "this is a Numbers or Pages document, not an Excel workbook (.xlsx)"},
      {"xl/workbook.bin", "this is a binary workbook (.xlsb)"},
  }};
  for (const Kind& kind : kinds) {
    if (zip.find(kind.part) == nullptr) continue;
    return unreadable(std::string{kind.message}, "save it as .xlsx or as \"CSV UTF-8\"");
  }
  const bool is_binary = path.ends_with(".bin");
  return unreadable(
      is_binary ? std::string{kinds.back().message}
                : "this is a zip archive without a workbook in it",
      is_binary ? "save it as .xlsx or as \"CSV UTF-8\"" : "unpack it and give the file inside");
}

bool is_true(std::string_view text) { return text == "1" || text == "true" || text == "on"; }

}  // namespace

Finding damage_of(Zip::Fault fault, std::string_view part) {
  switch (fault) {
    case Zip::Fault::encrypted:
      return unreadable("the workbook is encrypted", "save it without a password");
    case Zip::Fault::too_large:
      return unreadable(
          fmt::format("{} unpacks to more than a workbook has use for", shown(part, 40)),
          "save the sheet as \"CSV UTF-8\" and check that file");
    case Zip::Fault::none:
    case Zip::Fault::damaged:
      break;
  }
  return unreadable(part.empty() ? std::string{"the workbook is cut off or damaged"}
                                 : fmt::format("{} of the workbook is damaged", shown(part, 40)),
                    "copy or export the file again");
}

Outcome<Workbook> open_workbook(Zip& zip) {
  if (zip.fault() != Zip::Fault::none) return {{}, {damage_of(zip.fault(), {})}};
  const std::string path = workbook_path(zip);
  const ZipPart* file = zip.find(path);
  if (file == nullptr || path.ends_with(".bin")) return {{}, {description_of(zip, path)}};

  const Relationships related = relationships_of(zip, path);
  Workbook workbook;
  const auto open = [&](const XmlTag& tag) {
    if (tag.name == "workbookPr" && is_true(tag.value_of("date1904"))) {
      workbook.epoch = Epoch::from_1904;
    }
    if (tag.name != "sheet") return true;
    const auto found = related.find(tag.value_of("id"));
    if (found == related.end() || !found->second.type.ends_with("/worksheet")) return true;
    const ZipPart* part = zip.find(found->second.target);
    const std::string_view state = tag.value_of("state");
    const bool hidden = state == "hidden" || state == "veryHidden";
    if (part != nullptr)
      workbook.sheets.push_back({std::string{tag.value_of("name")}, part, hidden});
    return workbook.sheets.size() < most_sheets;
  };
  const std::optional<XmlFault> fault = read_xml(
      zip.open(*file), {open, [](std::string_view) {}, [](std::string_view) { return true; }});
  if (fault || zip.fault() != Zip::Fault::none) return {{}, {damage_of(zip.fault(), path)}};
  if (workbook.sheets.empty()) return {{}, {unreadable("the workbook has no sheet of cells")}};

  if (const Relationship* strings = of_type(related, "/sharedStrings")) {
    workbook.strings = zip.find(strings->target);
  }
  if (const Relationship* styles = of_type(related, "/styles")) {
    workbook.styles = zip.find(styles->target);
  }
  return {std::move(workbook), {}};
}

}  // namespace rothcheck::intake
