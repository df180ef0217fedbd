// Bytes inside a page.
#pragma once

#include <string>
#include <string_view>

namespace lectern::exporting {

/// "data:image/jpeg;base64,…" (RFC 2397).
std::string jpeg_data_uri(std::string_view bytes);

}  // namespace lectern::exporting
