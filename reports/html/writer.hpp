// HTML as text. What is ours is written as it stands, and only the compiler can make such a text;
// everything else goes through one function that leaves it no meaning.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>

namespace rothcheck::reports {

/// A text of any origin for an element or a quoted attribute: no mark of HTML is left in it, and
/// what would act on the reader's screen (controls, marks that turn the direction of writing) is
/// seen as its code point.
std::string html_text(std::string_view text);

/// A piece of HTML in the program's own source, with `{}` where `places` texts come in.
template <std::size_t places>
struct Markup {
  std::string_view text;

  consteval Markup(const char* literal) : text{literal} {  // NOLINT: a literal is one
    std::size_t found = 0;
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
      if (text[at] == '{' && text[at + 1] == '}') ++found;
    }
    if (found != places) throw "the markup has other places than it is given texts";
  }
};

class Html {
 public:
  explicit Html(std::ostream& out) : out_{out} {}

  /// Writes the markup with each text in its place, escaped.
  template <class... Texts>
  void operator()(Markup<sizeof...(Texts)> markup, const Texts&... texts) {
    std::string_view rest = markup.text;
    (write_up_to(rest, texts), ...);
    out_ << rest;
  }

  /// A text of any origin.
  void text(std::string_view any) { out_ << html_text(any); }

  /// The texts of style and script, whose hashes the page's own policy names.
  void embedded(std::string_view own) { out_ << own; }

 private:
  void write_up_to(std::string_view& rest, std::string_view any) {
    const std::size_t place = rest.find("{}");
    out_ << rest.substr(0, place);
    text(any);
    rest.remove_prefix(place + 2);
  }
  void write_up_to(std::string_view& rest, std::integral auto number) {
    write_up_to(rest, std::string_view{std::to_string(number)});
  }

  std::ostream& out_;
};

}  // namespace rothcheck::reports
