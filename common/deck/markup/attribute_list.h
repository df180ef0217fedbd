// Attributes as HTML and reveal.js's comments write them: name="value" name='value' name=value name.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::deck {

struct Attribute {
  enum class Kind { valued, bare, unreadable } kind = Kind::bare;
  std::string name;        ///< in lower case; of what is unreadable the part as written
  std::string value;       ///< character references resolved; empty unless valued
  std::size_t offset = 0;  ///< of the name in the text
};

/// All of them in order. Unreadable is a quotation mark that is never closed or is not a straight one, and a
/// value without a name.
std::vector<Attribute> read_attributes(std::string_view text);

/// The value of the last one that is called `name`; nullptr: there is none.
const std::string* find_value(const std::vector<Attribute>&, std::string_view name);

/// The one of `known` that was probably meant: at most two letters are wrong, swapped neighbours counting as
/// one, of short words one. nullopt: none.
std::optional<std::string_view> nearest_name(std::string_view name, std::span<const std::string_view> known);

}  // namespace lectern::deck
