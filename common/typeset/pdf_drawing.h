// The inside of a PDF file in the making, for what draws on its pages.
#pragma once

#include <string>
#include <vector>

#include "common/typeset/handles.h"
#include "common/typeset/pdf.h"
#include "common/typeset/sheet.h"

namespace lectern::typeset {

struct Pdf::Drawing {
  Write write;
  PdfOptions options;
  SurfacePtr surface;
  CairoPtr cairo;  ///< on the current page; its units are the display's pixels
  double scale = 1;
  PixelSize display{};
  std::vector<PdfElement> elements{};

  /// Where it is clicked is in `cairo`'s units. Left out where it leads to no page and is no address of the
  /// web or of mail.
  void add_link(std::string_view href, const Rect&);
};

}  // namespace lectern::typeset
