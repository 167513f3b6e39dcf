// libxml2's stream of events: its tree would hold the whole document, and its text reader is up to
// 17 lines ahead of the element it stands on.
#include "intake/xml/xml.hpp"

#include <fmt/format.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include <algorithm>
#include <cstring>
#include <deque>
#include <memory>
#include <utility>
#include <vector>

#include "intake/shown.hpp"

namespace rothcheck::intake {
namespace {

constexpr std::size_t longest_name = 20;

std::string_view text_of(const xmlChar* begin, std::size_t size) {
  return {reinterpret_cast<const char*>(begin), size};
}
std::string_view text_of(const xmlChar* begin) {
  return begin == nullptr ? std::string_view{} : reinterpret_cast<const char*>(begin);
}

std::string name_in(const char* name) { return shown(name == nullptr ? "" : name, longest_name); }

/// What libxml2 found, in words for somebody who has the file before them.
XmlFault fault_of(const xmlError& error) {
  XmlFault fault{
      {}, {}, static_cast<std::uint64_t>(std::max(error.line, 1)), std::max(error.int2, 1)};
  switch (error.code) {
    case XML_ERR_TAG_NAME_MISMATCH:
      fault.message = fmt::format("<{}> of line {} is closed by </{}>", name_in(error.str1),
                                  error.int1, name_in(error.str2));
      break;
    case XML_ERR_TAG_NOT_FINISHED:
    case XML_ERR_DOCUMENT_END:
    case XML_ERR_GT_REQUIRED:
    case XML_ERR_LTSLASH_REQUIRED:
      fault.message = "a tag is not finished, or the file ends before its last closing tag";
      fault.help = "the file may have been cut off: export it again";
      break;
    case XML_ERR_UNDECLARED_ENTITY:
      fault.message = fmt::format("&{}; is no character that XML knows", name_in(error.str1));
      fault.help = "write & as &amp; and other characters as they are";
      break;
    case XML_ERR_NAME_REQUIRED:
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
    case XML_ERR_LT_IN_ATTRIBUTE:
      fault.message = "a < or & stands here by itself";
      fault.help = "inside a text write &lt; and &amp;";
      break;
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_ENCODING:
    case XML_I18N_CONV_FAILED:
      fault.message = "there are bytes that are no text in the encoding of the file";
      fault.help = "save the file as UTF-8";
      break;
    case XML_ERR_UNKNOWN_ENCODING:
    case XML_ERR_UNSUPPORTED_ENCODING:
      fault.message = "the encoding that the first line names is not known";
      fault.help = "save the file as UTF-8";
      break;
    default:
      fault.message = "this breaks the rules of XML";
      break;
  }
  return fault;
}

void say_nothing(void*, const char*, ...) {}

/// Tags with more attributes than any file of participants or workbook has. They are found before
/// libxml2 sees the tag, since it compares each attribute with all before it.
class AttributeGuard {
 public:
  /// False once there is such a tag.
  bool pass(std::string_view bytes) {
    while (!bytes.empty() && values_ <= most) {
      const std::size_t tag = std::min(bytes.find('<'), bytes.size());
      // No attribute holds a `<`, so that what is between two of them is at most one tag.
      const std::size_t unsuspicious = since_tag_ < short_tag ? short_tag - since_tag_ : 0;
      if (tag > unsuspicious) {
        values_ += values_in(bytes.substr(unsuspicious, tag - unsuspicious));
      }
      since_tag_ += tag;
      if (tag == bytes.size()) break;
      since_tag_ = 0;
      if (values_ <= most) values_ = 0;
      bytes.remove_prefix(tag + 1);
    }
    return values_ <= most;
  }

 private:
  /// `a="1" b = '2'` are two. In UTF-16 there is a NUL in each character.
  static std::ptrdiff_t values_in(std::string_view text) {
    constexpr std::string_view blanks{" \t\r\n\0", 5};
    std::ptrdiff_t count = 0;
    for (std::size_t at = text.find('='); at < text.size(); at = text.find('=', at + 1)) {
      const std::size_t value = text.find_first_not_of(blanks, at + 1);
      count += value < text.size() && (text[value] == '"' || text[value] == '\'');
    }
    return count;
  }

  static constexpr std::size_t short_tag = 8192;
  static constexpr std::ptrdiff_t most = 2000;
  std::size_t since_tag_ = 0;
  std::ptrdiff_t values_ = 0;
};

class Parser {
 public:
  Parser(const ByteSource& bytes, const XmlEvents& events) : bytes_{bytes}, events_{events} {}

  std::optional<XmlFault> run() {
    xmlInitParser();
    // Errors of conversions do not come through the parser and would be printed.
    xmlSetGenericErrorFunc(nullptr, say_nothing);
    xmlSAXHandler handler = {};
    handler.initialized = XML_SAX2_MAGIC;
    handler.internalSubset = refuse_document_type;
    handler.startElementNs = open;
    handler.endElementNs = close;
    handler.characters = text;
    handler.ignorableWhitespace = text;
    handler.serror = complain;
    const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> context{
        xmlCreateIOParserCtxt(&handler, this, read, nullptr, this, XML_CHAR_ENCODING_NONE),
        xmlFreeParserCtxt};
    if (context == nullptr) return XmlFault{"there is no memory left to read this", {}, 1, 1};
    context_ = context.get();
    xmlCtxtUseOptions(context_, XML_PARSE_NONET);
    xmlParseDocument(context_);
    if (too_many_attributes_)
      return XmlFault{"a tag has thousands of attributes, as no table of people has", {}, 1, 1};
    if (!fault_ && !stopped_ && context_->wellFormed == 0) fault_ = fault_of({});
    return std::move(fault_);
  }

 private:
  static Parser& self(void* context) { return *static_cast<Parser*>(context); }

  static int read(void* context, char* into, int most) {
    Parser& parser = self(context);
    if (parser.too_many_attributes_) return 0;
    const std::size_t size = parser.bytes_({into, static_cast<std::size_t>(most)});
    parser.too_many_attributes_ = !parser.attribute_guard_.pass({into, size});
    return parser.too_many_attributes_ ? 0 : static_cast<int>(size);
  }

  static void refuse_document_type(void* context, const xmlChar*, const xmlChar*, const xmlChar*) {
    Parser& parser = self(context);
    parser.fault_ =
        XmlFault{"the file has a document type declaration", "remove the line with <!DOCTYPE",
                 static_cast<std::uint64_t>(xmlSAX2GetLineNumber(parser.context_)),
                 xmlSAX2GetColumnNumber(parser.context_)};
    parser.stop();
  }

  static void open(void* context, const xmlChar* name, const xmlChar*, const xmlChar*, int,
                   const xmlChar**, int count, int, const xmlChar** attributes) {
    Parser& parser = self(context);
    if (parser.stopped_) return;
    parser.attributes_.clear();
    parser.decoded_.clear();
    // Five pointers each: name, prefix, namespace, begin and end of the value.
    for (int i = 0; i < count; ++i, attributes += 5) {
      const auto size = static_cast<std::size_t>(attributes[4] - attributes[3]);
      parser.attributes_.push_back(
          {text_of(attributes[0]), parser.with_ampersands(text_of(attributes[3], size))});
    }
    if (!parser.events_.open(parser.tag(text_of(name)))) parser.stop();
  }

  static void close(void* context, const xmlChar* name, const xmlChar*, const xmlChar*) {
    Parser& parser = self(context);
    if (!parser.stopped_ && !parser.events_.close(text_of(name))) parser.stop();
  }

  static void text(void* context, const xmlChar* begin, int size) {
    Parser& parser = self(context);
    if (!parser.stopped_) parser.events_.text(text_of(begin, static_cast<std::size_t>(size)));
  }

  static void complain(void* context, xmlErrorPtr error) {
    Parser& parser = self(context);
    if (error->level != XML_ERR_FATAL || parser.fault_ || parser.stopped_) return;
    parser.fault_ = fault_of(*error);
    parser.stop();
  }

  void stop() {
    stopped_ = true;
    xmlStopParser(context_);
  }

  /// libxml2 stands at the end of the tag. Attributes cannot hold a `<`, so the last one begins it.
  XmlTag tag(std::string_view name) const {
    const xmlParserInput& input = *context_->input;
    const std::string_view before =
        text_of(input.base, static_cast<std::size_t>(input.cur - input.base));
    const std::size_t begin = std::min(before.rfind('<'), before.size());
    const std::string_view written = before.substr(begin);
    const auto line_ends = std::count(written.begin(), written.end(), '\n');
    const auto length = static_cast<int>(written.size());
    return {name, attributes_, static_cast<std::uint64_t>(input.line - line_ends),
            line_ends == 0 ? std::max(input.col - length, 1) : 1};
  }

  /// An ampersand in an attribute comes as `&#38;`, everything else as itself.
  std::string_view with_ampersands(std::string_view value) {
    constexpr std::string_view escaped = "&#38;";
    if (value.find('&') == std::string_view::npos) return value;
    std::string& plain = decoded_.emplace_back();
    for (std::size_t at = 0; at < value.size(); ++at) {
      plain += value[at];
      if (value.substr(at).starts_with(escaped)) at += escaped.size() - 1;
    }
    return plain;
  }

  const ByteSource& bytes_;
  const XmlEvents& events_;
  xmlParserCtxtPtr context_ = nullptr;
  std::vector<XmlAttribute> attributes_;
  std::deque<std::string> decoded_;
  std::optional<XmlFault> fault_;
  AttributeGuard attribute_guard_;
  bool too_many_attributes_ = false;
  bool stopped_ = false;
};

}  // namespace

ByteSource bytes_of(std::string_view text) {
  return [text](std::span<char> into) mutable {
    const std::size_t size = std::min(into.size(), text.size());
    std::memcpy(into.data(), text.data(), size);
    text.remove_prefix(size);
    return size;
  };
}

std::optional<XmlFault> read_xml(const ByteSource& bytes, const XmlEvents& events) {
  return Parser{bytes, events}.run();
}

}  // namespace rothcheck::intake
