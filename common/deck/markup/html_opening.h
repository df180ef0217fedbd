// What HTML's elements come to: their own look and what their attributes say.
#pragma once

#include <string>
#include <vector>

#include "common/deck/markup/block_builder.h"
#include "common/deck/markup/html_elements.h"

namespace lectern::deck {

/// `around` is the style around the element.
Opening opening_of(const Element&, const std::vector<Attribute>&, const Mark&, const Style& around);

InlineImage image_of(const std::vector<Attribute>&, const Look&);

/// Of `class="language-cpp"`; empty: none is named.
std::string language_of(const std::vector<Attribute>&);

}  // namespace lectern::deck
