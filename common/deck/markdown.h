// Markdown → Blocks, by md4c.
#pragma once

#include <cstddef>
#include <string_view>

#include "common/deck/document.h"
#include "common/deck/report.h"

namespace lectern::deck {

inline constexpr std::size_t max_markdown_bytes =
    128u << 10;  ///< of one slide's content or notes; the rest is left out

/// `offset` is where `markdown` begins in the text that `report` speaks of. Comments are expected to be
/// lifted out.
Blocks read_markdown(std::string_view markdown, std::size_t offset, Report& report);

}  // namespace lectern::deck
