// Pictures, and glyphs that are pictures, on whatever is drawn on: pixels or a page of a PDF file.
#pragma once

#include <functional>
#include <string>

#include "common/typeset/handles.h"

namespace lectern::typeset {

/// Whether it draws on a page of a PDF file.
bool is_on_page(cairo_t*);

/// On this page pictures are kept as `encode` has them; it must outlive the page. Empty: as they are.
void keep_as_encoded(cairo_surface_t* page, const std::function<std::string(const Pixmap&)>& encode);

enum class Around { nothing, itself };

/// Makes the picture the source, one of its pixels a unit large; beyond its edges it may be repeated.
void set_picture_source(cairo_t*, const Pixmap&, Around);

/// As pango_cairo_show_layout_line(). Cairo keeps glyphs with colours of their own as pictures with a pixel
/// for each point of the page, which is coarse; here they are as fine as their font has them.
void show_line_on_page(cairo_t*, PangoLayoutLine*);

}  // namespace lectern::typeset
