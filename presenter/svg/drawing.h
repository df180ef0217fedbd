// An SVG's text to pixels, by librsvg.
#pragma once

#include <optional>
#include <string_view>

#include "presenter/images/image.h"

namespace lectern::svg {

/// Plain or compressed. Its natural size is CSS's: its width and height, the proportions of its viewBox,
/// 300×150 where it says nothing. Inside a box it is drawn larger than that as well. It is alone in the
/// world: without an address of its own, nothing that it refers to is found but what it carries with it
/// (data: URLs). nullopt: damaged, or over one of librsvg's own limits.
std::optional<images::Image> draw(std::string_view svg, PixelSize box, images::Fit);

}  // namespace lectern::svg
