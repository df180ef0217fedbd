#include "common/typeset/css_properties.h"

#include <algorithm>
#include <utility>

#include "common/text/text.h"

namespace lectern::typeset {
namespace {

constexpr int max_references = 8;  // from one property to the next

class Reader {
 public:
  explicit Reader(std::string_view css) : css_(css) {}

  CssProperties read() {
    while (skip_space(), !at_end()) read_rule();
    return std::move(result_);
  }

 private:
  bool at_end() const { return at_ == css_.size(); }
  bool at(char c) const { return !at_end() && css_[at_] == c; }

  void advance(std::size_t count = 1) {
    for (; count > 0 && !at_end(); --count) line_ += css_[at_++] == '\n' ? 1 : 0;
  }

  bool skip_comment() {
    if (!css_.substr(at_).starts_with("/*")) return false;
    const std::size_t end = css_.find("*/", at_ + 2);
    advance(end == std::string_view::npos ? css_.size() - at_ : end + 2 - at_);
    return true;
  }

  void skip_space() {
    while (skip_comment() || (!at_end() && is_space(css_[at_])))
      if (!at_end() && is_space(css_[at_])) advance();
  }

  void take_string(std::string& text) {
    const std::size_t begin = at_;
    const char quote = css_[at_];
    do {
      advance(at('\\') ? 2 : 1);
    } while (!at_end() && !at(quote) && !at('\n'));
    advance();
    text += css_.substr(begin, at_ - begin);
  }

  /// All before one of `ends` that stands in no string or bracket.
  std::string take(std::string_view ends) {
    std::string text;
    for (int depth = 0; !at_end();) {
      const char c = css_[at_];
      if (depth == 0 && ends.find(c) != std::string_view::npos) break;
      if (skip_comment()) {
        text += ' ';
      } else if (c == '"' || c == '\'') {
        take_string(text);
      } else {
        depth += c == '(' || c == '[' ? 1 : 0;
        if (depth > 0 && (c == ')' || c == ']')) --depth;
        text += c;
        advance();
      }
    }
    return text;
  }

  void read_rule() {
    const int line = line_;
    const std::string prelude = take("{};");
    const bool has_block = at('{');
    advance();
    if (has_block && is_root(prelude)) return read_declarations();
    if (has_block) skip_block();
    note_other(line);
  }

  static bool is_root(std::string_view selectors) {
    for (std::size_t begin = 0; begin <= selectors.size();) {
      const std::size_t end = std::min(selectors.find(',', begin), selectors.size());
      const std::string_view selector = trimmed(selectors.substr(begin, end - begin));
      if (selector == ":root" || selector == "html") return true;
      begin = end + 1;
    }
    return false;
  }

  /// From behind its opening brace to behind its closing one.
  void skip_block() {
    for (int depth = 1; depth > 0 && !at_end(); advance()) {
      take("{}");
      depth += at('{') ? 1 : -1;
    }
  }

  void read_declarations() {
    while (skip_space(), !at_end() && !at('}')) {
      const int line = line_;
      const std::string declaration = take(";{}");
      if (at('{')) {
        advance();
        skip_block();
        note_other(line);
      } else {
        take_up(declaration, line);
        if (at(';')) advance();
      }
    }
    advance();
  }

  void take_up(std::string_view declaration, int line) {
    const std::size_t colon = std::min(declaration.find(':'), declaration.size());
    const std::string_view name = trimmed(declaration.substr(0, colon));
    if (name.empty()) return;
    if (!name.starts_with("--") || colon == declaration.size()) return note_other(line);
    std::string_view value = trimmed(declaration.substr(colon + 1));
    constexpr std::string_view important = "!important";
    if (value.ends_with(important)) value = trimmed(value.substr(0, value.size() - important.size()));
    result_.values[std::string(name)] = {std::string(value), line};
  }

  void note_other(int line) {
    if (result_.other_count++ == 0) result_.first_other_line = line;
  }

  std::string_view css_;
  std::size_t at_ = 0;
  int line_ = 1;
  CssProperties result_;
};

}  // namespace

CssProperties read_css_properties(std::string_view css) {
  return Reader(css).read();
}

std::optional<std::string_view> resolved(const CssProperties& properties, std::string_view value) {
  for (int i = 0; i < max_references; ++i) {
    if (!value.starts_with("var(") || !value.ends_with(')')) return value;
    const std::string_view inside = trimmed(value.substr(4, value.size() - 5));
    const std::size_t comma = std::min(inside.find(','), inside.size());
    const auto found = properties.values.find(trimmed(inside.substr(0, comma)));
    if (found != properties.values.end()) {
      value = found->second.text;
    } else if (comma < inside.size()) {
      value = trimmed(inside.substr(comma + 1));
    } else {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace lectern::typeset
