// The pages that the presenter serves, which are part of the program: remote/web, bundled when it was built.
#pragma once

#include <string_view>

namespace lectern::pages {

/// A file as it is sent: compressed by gzip where that makes it smaller.
struct Page {
  std::string_view path;          ///< "/remote", "/remote.js"
  std::string_view content_type;  ///< of what was compressed
  std::string_view bytes;
  bool is_gzip = false;
  std::string_view tag;  ///< an ETag, with its quotes: changes with the content
};

/// nullptr: there is none. Any thread.
const Page* find(std::string_view path);

}  // namespace lectern::pages
