// Any bytes at all as a theme: never a crash, and every figure of what comes back can be set with.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/typeset/read_theme.h"

namespace {

void require(bool promise) {
  if (!promise) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lectern::typeset;
  const auto read = read_theme({reinterpret_cast<const char*>(data), size});
  if (!read) {
    require(!read.error().message.empty());
    return 0;
  }
  const Theme& theme = read->theme;
  require(theme.text_pixels >= 8 && theme.text_pixels <= 200 && theme.background.alpha == 1);
  require(theme.text_weight >= 1 && theme.text_weight <= 1000);
  for (const double em : theme.heading_em) require(em >= 0.2 && em <= 20);
  for (const double figure : {theme.block_margin, theme.heading_margin_above, theme.heading_margin_below,
                              theme.heading_letter_spacing_em, theme.heading_line_height})
    require(std::abs(figure) <= 500);
  require(!theme.text_family.empty() && !theme.heading_family.empty() && !theme.code_family.empty());
  require(theme.title_shadows.size() <= 16);
  for (const ThemeRemark& remark : read->remarks)
    require(remark.line >= 1 && !remark.message.empty() && !remark.remedy.empty());
  return 0;
}
