// What the keys of a deck's settings mean.
#pragma once

#include <yaml-cpp/yaml.h>

#include <cstddef>

#include "common/deck/front_matter.h"
#include "common/deck/report.h"
#include "common/text/text.h"

namespace lectern::deck {

/// Takes settings out of the mapping `root`, with a diagnostic for each that is not what it should be. Its
/// YAML begins on `first_line` of `source`.
void read_settings(const YAML::Node& root, const SourceText& source, std::size_t first_line, FrontMatter&,
                   Report&);

}  // namespace lectern::deck
