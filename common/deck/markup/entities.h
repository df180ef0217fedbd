// Character references of HTML (§13.2.5.72), with and without their semicolon.
#pragma once

#include <string>
#include <string_view>

namespace lectern::deck {

/// Where references stand. In an attribute "?a=1&copy=2" is an address and holds none.
enum class ReferencesIn { text, attribute };

/// All references in `html` resolved: "&amp;", "&#8217;", "&#x2019;". What is not known stays as written.
std::string resolve_entities(std::string_view html, ReferencesIn);

}  // namespace lectern::deck
