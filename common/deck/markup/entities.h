// Character references of HTML.
#pragma once

#include <string>
#include <string_view>

namespace lectern::deck {

/// The text that "&amp;", "&#8217;" or "&#x2019;" stands for; what is not known stays as written.
std::string resolve_entity(std::string_view entity);

/// All references in `text` resolved.
std::string resolve_entities(std::string_view text);

}  // namespace lectern::deck
