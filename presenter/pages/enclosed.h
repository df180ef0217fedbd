// What an exported file has in it beside the deck, bundled when the program was built.
#pragma once

#include <string_view>

namespace lectern::pages {

/// For a <style> or <script> element, as it stands there.
struct Enclosed {
  std::string_view text;
  std::string_view source;  ///< of a Content-Security-Policy: 'sha256-…', with its quotes
};

/// Of a document to read.
Enclosed document_style();

/// Of a document that is a show as well.
Enclosed show_style();
Enclosed show_script();

}  // namespace lectern::pages
