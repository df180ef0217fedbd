// What Cairo leaves out of a PDF file. qpdf stays behind it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/base/new_file.h"
#include "common/base/result.h"
#include "common/typeset/pdf.h"

namespace lectern::exporting {

struct PdfWords {
  std::string language;                       ///< empty: not known
  std::vector<typeset::PdfElement> elements;  ///< the figures and cells, in their order
};

/// Writes the PDF file `drawn` once more with these words, as one tagged document whose viewer shows its
/// title. Fails where it cannot be written.
Result<void> complete_pdf(const std::filesystem::path& drawn, const PdfWords&, NewFile& to);

}  // namespace lectern::exporting
