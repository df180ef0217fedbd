// The YAML between two lines of three dashes that a deck may begin with.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "common/deck/deck.h"
#include "common/deck/report.h"
#include "common/deck/text.h"

namespace lectern::deck {

inline constexpr std::size_t max_front_matter_bytes = 64u << 10;
inline constexpr int max_yaml_nesting = 16;

/// A regular expression as the author wrote it, and where.
struct Pattern {
  std::string expression;
  std::size_t offset = 0;
};

struct FrontMatter {
  Settings settings;  ///< the title is empty where the author gave none
  std::optional<Pattern> separator;
  std::optional<Pattern> vertical_separator;
  std::optional<Pattern> notes_separator;
  std::size_t body_begin = 0;  ///< where the slides begin: at the end of the closing line, before its newline
};

FrontMatter read_front_matter(const SourceText&, Report&);

}  // namespace lectern::deck
