#include "common/typeset/theme.h"

namespace lectern::typeset {

Theme on_ground(Theme theme, const Color& ground) {
  theme.background = over(ground, theme.background);
  if (ground.alpha == 1) theme.background_gradient.clear();
  const auto& text = is_light(theme.background) ? theme.text_on_light : theme.text_on_dark;
  if (text) theme.text = theme.heading = *text;
  return theme;
}

}  // namespace lectern::typeset
