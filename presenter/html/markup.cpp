#include "presenter/html/markup.h"

#include "presenter/html/slide_html.h"

namespace lectern::html {
namespace {

/// Control characters mean nothing in HTML, and are errors in it.
bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
}

void append_escaped(std::string& html, std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const char c = utf8[i];
    const bool is_c1 = c == '\xC2' && i + 1 < utf8.size() && static_cast<unsigned char>(utf8[i + 1]) < 0xA0;
    if (is_c1) {
      ++i;
    } else if (c == '&') {
      html += "&amp;";
    } else if (c == '<') {
      html += "&lt;";
    } else if (c == '>') {
      html += "&gt;";
    } else if (c == '"') {
      html += "&quot;";
    } else if (!is_control(c)) {
      html += c;
    }
  }
}

}  // namespace

void Markup::text(std::string_view utf8) {
  append_escaped(html_, utf8);
}

void Markup::attribute(std::string_view name, std::string_view value) {
  ((html_ += ' ') += name) += "=\"";
  append_escaped(html_, value);
  html_ += '"';
}

std::string escaped(std::string_view utf8) {
  std::string html;
  append_escaped(html, utf8);
  return html;
}

}  // namespace lectern::html
