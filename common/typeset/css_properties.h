// The custom properties of a style sheet: `--name: value` in its rules for :root.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace lectern::typeset {

struct CssProperties {
  struct Value {
    std::string text;  ///< trimmed, comments taken out
    int line = 1;
  };
  std::map<std::string, Value, std::less<>> values;  ///< of a name that stands twice, the last
  int other_count = 0;                               ///< rules and declarations that are something else
  int first_other_line = 1;
};

/// Takes any text, as CSS does: what is not closed ends with it. Linear in its length.
CssProperties read_css_properties(std::string_view css);

/// What a value comes to where it is `var(--other)` or `var(--other, instead)` as a whole; nullopt: no such
/// property.
std::optional<std::string_view> resolved(const CssProperties&, std::string_view value);

}  // namespace lectern::typeset
