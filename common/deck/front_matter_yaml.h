// YAML as people write it: what can be read of it, and what it takes to read it. yaml-cpp's exceptions end
// here.
#pragma once

#include <yaml-cpp/yaml.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "common/deck/report.h"
#include "common/text/text.h"

namespace lectern::deck {

inline constexpr int max_yaml_nesting = 16;

/// Not exact, only never too low.
bool nests_too_deep(std::string_view yaml);

struct BrokenYaml {
  std::size_t line = 0;  ///< from 0, of the YAML
  std::string reason;
};

/// For text that does not nest too deep.
std::pair<YAML::Node, std::optional<BrokenYaml>> load_yaml(const std::string& yaml);

/// A mapping out of the front matter `yaml`, which lies at `yaml_begin` on `first_line`; if need be with
/// quotes that it lacks or without the lines that stand in its way. Undefined if there is none in it.
YAML::Node load_leniently(std::string_view yaml, std::size_t yaml_begin, std::size_t first_line,
                          const SourceText&, Report&);

}  // namespace lectern::deck
