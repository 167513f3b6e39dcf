#include "reports/html/page.hpp"

#include <fmt/format.h>

#include "reports/html/parts.hpp"
#include "reports/sha256.hpp"

namespace rothcheck::reports {

namespace {

std::string policy_of(const PageParts& parts) {
  const auto hash = [](std::string_view text) { return "'sha256-" + base64(sha256(text)) + "'"; };
  std::string policy = fmt::format("default-src 'none'; style-src {}; ", hash(parts.style));
  if (!parts.script.empty()) policy += fmt::format("script-src {}; ", hash(parts.script));
  return policy + "base-uri 'none'; form-action 'none'";
}

void write_symbols(Html& html) {
  html(
      "<svg class=\"vh\" aria-hidden=\"true\"><defs>\n"
      "<symbol id=\"i-yes\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"7\" "
      "fill=\"currentColor\" stroke=\"none\"/><path class=\"on\" d=\"M4.6 8.3l2.3 2.3 4.4-4.9\"/>"
      "</symbol>\n"
      "<symbol id=\"i-no\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6.5\"/><path "
      "d=\"M3.6 12.4l8.8-8.8\"/></symbol>\n"
      "<symbol id=\"i-none\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6.5\"/><path "
      "d=\"M5 8h6\"/></symbol>\n"
      "<symbol id=\"i-out\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6.5\" "
      "stroke-dasharray=\"2.2 3\"/></symbol>\n"
      "<symbol id=\"i-open\" viewBox=\"0 0 16 16\"><circle cx=\"8\" cy=\"8\" r=\"6.5\"/><path "
      "d=\"M6.2 6.3c.2-2 3.6-1.9 3.5.1 0 1.3-1.7 1.5-1.7 2.8M8 11.6v.1\"/></symbol>\n"
      "<symbol id=\"i-leave\" viewBox=\"0 0 16 16\"><path d=\"M9.5 2h-7v12h7M6 8h8M11 5l3 3-3 "
      "3\"/></symbol>\n"
      "<symbol id=\"i-bad\" viewBox=\"0 0 16 16\"><path d=\"M8 1.8L15 14H1z\"/><path d=\"M8 "
      "6.4v3.4M8 12v.1\"/></symbol>\n</defs></svg>\n");
}

}  // namespace

void begin_page(Html& html, const PageParts& parts) {
  html(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta "
      "http-equiv=\"Content-Security-Policy\" content=\"{}\">\n<meta name=\"viewport\" "
      "content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" "
      "content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex\">\n<meta "
      "name=\"format-detection\" content=\"telephone=no\">\n<title>{}</title>\n<style>",
      policy_of(parts), parts.title);
  html.embedded(parts.style);
  html("</style>\n</head>\n<body>\n");
  write_symbols(html);
}

void end_page(Html& html, const PageParts& parts) {
  if (!parts.script.empty()) {
    html("<script>");
    html.embedded(parts.script);
    html("</script>\n");
  }
  html("</body>\n</html>\n");
}

}  // namespace rothcheck::reports
