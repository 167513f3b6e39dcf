// XML participants to records: one pass for the names, as a record has to be read with all of them
// known, and one for the records, a participant in memory at a time.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "intake/findings.hpp"
#include "intake/record.hpp"
#include "intake/shown.hpp"
#include "intake/xml/xml.hpp"

namespace rothcheck::intake {
namespace {

/// More than any fact has, and more than a spreadsheet cell holds.
constexpr std::size_t longest_value = 32'767;
/// More than any file has names; beyond it the file is no participant file.
constexpr std::size_t most_names = 1'000;

Finding not_participants(std::string message, std::uint64_t line, int column,
                         std::string help = {}) {
  Finding finding{
      &finding::participants_not_xml, std::move(message), {}, {}, Cell{{}, line, column, {}}};
  if (!help.empty()) finding.notes.push_back({std::move(help)});
  return finding;
}

Finding finding_of(const XmlFault& fault) {
  return not_participants(fault.message, fault.line, fault.column, fault.help);
}

/// The id, as attribute or element, and every element met, each once and in the order of the file.
class NameTable {
 public:
  /// Participants mostly have the same elements in the same order, so the name after the last one
  /// found is tried first.
  std::size_t index_of(std::string_view name) {
    for (std::size_t tries = 0; tries < names_.size(); ++tries) {
      if (next_ >= names_.size()) next_ = 0;
      if (names_[next_++].text == name) return next_ - 1;
    }
    return names_.size();
  }

  /// The index of the name, which is new or not.
  std::size_t add(std::string_view name, const XmlTag& at) {
    const std::size_t index = index_of(name);
    if (index == names_.size()) names_.push_back({std::string{name}, at.line, at.column});
    return index;
  }

  const std::vector<Name>& names() const { return names_; }

 private:
  std::vector<Name> names_;
  std::size_t next_ = 0;
};

/// The first pass: the names, and whether this is a file of participants at all.
class Survey {
 public:
  /// The id of each participant is shown to `see_id`, and each value to `seen`.
  Survey(const std::function<void(std::string_view)>& see_id, ValuesSeen* seen)
      : see_id_{see_id}, seen_{seen} {}

  /// False, after saying why, when there is nothing to read records from.
  bool run(const ByteSource& bytes, const RecordSink& sink) {
    // What breaks the rules of XML is reported by the pass that reads the records before it.
    const std::optional<XmlFault> fault = read_xml(bytes, events());
    if (wrong_) {
      sink.unreadable(*wrong_);
    } else if (fault && !any_) {
      sink.unreadable(finding_of(*fault));
    } else if (!any_) {
      sink.unreadable(
          {&finding::no_participants, "the file has no <participant>", {}, {}, Cell{{}, 1, 0, {}}});
    }
    return any_ && !wrong_;
  }

  NameTable& table() { return table_; }

 private:
  XmlEvents events() {
    return {.open = [this](const XmlTag& tag) { return open(tag); },
            .text = [this](std::string_view piece) { take_text(piece); },
            .close =
                [this](std::string_view) {
                  if (--depth_ == 2) see_value(element_, value_);
                  return true;
                }};
  }

  bool open(const XmlTag& tag) {
    if (depth_ == 0 && tag.name != "participants") return refuse(tag, "participants");
    if (depth_ == 1 && tag.name != "participant") return refuse(tag, "participant");
    if (depth_ == 1) {
      any_ = true;
      if (see_id_) see_id_(tag.value_of("id"));
      for (const XmlAttribute& attribute : tag.attributes)
        see_value(table_.add(attribute.name, tag), attribute.value);
    } else if (depth_ == 2) {
      element_ = table_.add(tag.name, tag);
      value_.clear();
      // What such an attribute says is left out, so it is listed as unknown.
      for (const XmlAttribute& attribute : tag.attributes) {
        table_.add(fmt::format("{}/@{}", tag.name, attribute.name), tag);
      }
    }
    ++depth_;
    line_ = tag.line;
    if (table_.names().size() <= most_names) return true;
    wrong_ = not_participants("there are more than 1,000 different names", tag.line, tag.column);
    return false;
  }

  /// No date is longer, and hardly anything else begins with a digit and is as long.
  void see_value(std::size_t name, std::string_view text) {
    constexpr std::size_t shortest = 6, longest = 30;
    if (seen_ == nullptr) return;
    text = trimmed(text);
    seen_->sizes.see(name, text);
    const bool may_be_date = shortest <= text.size() && text.size() <= longest &&
                             '0' <= text.front() && text.front() <= '9';
    if (may_be_date) seen_->orders.see(name, text);
  }

  void take_text(std::string_view piece) {
    constexpr std::size_t enough = 64;
    if (depth_ == 3 && value_.size() < enough) value_ += piece.substr(0, enough);
    if (depth_ != 1 || wrong_ || trimmed(piece).empty()) return;
    wrong_ = not_participants("there is text between the participants", line_, 0,
                              "each person is a <participant id=\"...\">");
  }

  bool refuse(const XmlTag& tag, std::string_view expected) {
    wrong_ =
        not_participants(fmt::format("found <{}>, expected <{}>", shown(tag.name, 30), expected),
                         tag.line, tag.column, "each person is a <participant id=\"...\">");
    return false;
  }

  const std::function<void(std::string_view)>& see_id_;
  ValuesSeen* seen_;
  std::size_t element_ = 0;
  std::string value_;  // what the element has so far
  NameTable table_;
  std::optional<Finding> wrong_;
  int depth_ = 0;
  std::uint64_t line_ = 1;  // of the tag read last
  bool any_ = false;
};

/// The second pass.
class Records {
 public:
  Records(NameTable& table, const RecordSink& sink) : table_{table}, sink_{sink} {}

  void run(const ByteSource& bytes) {
    const XmlEvents events{.open =
                               [this](const XmlTag& tag) {
                                 open(tag);
                                 return true;
                               },
                           .text = [this](std::string_view piece) { add_text(piece); },
                           .close =
                               [this](std::string_view) {
                                 close();
                                 return true;
                               }};
    if (const auto fault = read_xml(bytes, events)) sink_.unreadable(finding_of(*fault));
  }

 private:
  /// A value while its text is being read. Its place in `text_` is fixed when the record is whole.
  struct Field {
    std::size_t name;
    std::size_t begin, end;
    std::uint64_t line;
    int column;
    std::string_view unfit;
  };

  void open(const XmlTag& tag) {
    if (depth_ == 1) {
      fields_.clear();
      text_.clear();
      spoilt_.reset();
      line_ = tag.line;
      for (const XmlAttribute& attribute : tag.attributes) {
        begin_field(attribute.name, tag);
        add_text_to_field(attribute.value);
      }
    } else if (depth_ == 2) {
      begin_field(tag.name, tag);
    } else if (depth_ == 3) {
      fields_.back().unfit = "an element";
    }
    ++depth_;
  }

  void begin_field(std::string_view name, const XmlTag& tag) {
    if (spoilt_) return;
    const std::size_t index = table_.index_of(name);
    const bool again = std::any_of(fields_.begin(), fields_.end(),
                                   [&](const Field& field) { return field.name == index; });
    if (again) {
      spoilt_ = Finding{&finding::repeated_column,
                        fmt::format("{} stands here twice", shown(name, 30)),
                        {},
                        {},
                        Cell{{}, tag.line, tag.column, {}}};
      return;
    }
    fields_.push_back({index, text_.size(), text_.size(), tag.line, tag.column, {}});
  }

  void add_text(std::string_view piece) {
    if (depth_ == 3) {
      add_text_to_field(piece);
    } else if (depth_ == 2 && !spoilt_ && !trimmed(piece).empty()) {
      spoilt_ = Finding{&finding::participants_not_xml,
                        "there is text between the elements of a participant",
                        {},
                        {{"write each fact as <name>value</name>"}},
                        Cell{{}, line_, 0, {}}};
    }
  }

  void add_text_to_field(std::string_view piece) {
    Field& field = fields_.back();
    if (text_.size() - field.begin + piece.size() > longest_value) {
      field.unfit = "a text of more than 32,767 characters";
      return;
    }
    text_ += piece;
    field.end = text_.size();
  }

  void close() {
    --depth_;
    if (depth_ != 1) return;
    if (spoilt_) {
      sink_.spoilt(std::move(*spoilt_), line_, line_);
      return;
    }
    record_.line = record_.row = line_;
    record_.values.clear();
    const std::string_view all = text_;
    for (const Field& field : fields_) {
      record_.values.push_back({field.name, all.substr(field.begin, field.end - field.begin),
                                field.line, field.column, field.unfit});
    }
    sink_.record(record_);
  }

  NameTable& table_;
  const RecordSink& sink_;
  int depth_ = 0;
  std::uint64_t line_ = 0;
  std::vector<Field> fields_;
  std::string text_;
  std::optional<Finding> spoilt_;
  Record record_{};
};

}  // namespace

void read_participant_xml(const std::function<ByteSource()>& begin, const RecordSink& sink,
                          const std::function<void(std::string_view)>& see_id, ValuesSeen* seen) {
  Survey survey{see_id, seen};
  if (!survey.run(begin(), sink)) return;
  if (!sink.names(survey.table().names(), Names::keys)) return;
  Records{survey.table(), sink}.run(begin());
}

void read_participant_xml(std::string_view text, const RecordSink& sink) {
  read_participant_xml([text] { return bytes_of(text); }, sink, {});
}

}  // namespace rothcheck::intake
