#include "common/typeset/fonts.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>

#include <cmath>
#include <mutex>
#include <utility>

namespace lectern::typeset {
namespace {

/// The system's fonts and those in `folder`. Made once a folder and never changed or freed, so that the font
/// maps of all threads may read it.
FcConfig* font_config(const std::filesystem::path& folder) {
  static std::mutex mutex;
  static std::map<std::filesystem::path, FcConfig*> configs;
  const std::scoped_lock lock(mutex);
  auto [it, is_new] = configs.try_emplace(folder, nullptr);
  if (is_new) {
    it->second = FcInitLoadConfigAndFonts();
    FcConfigAppFontAddDir(it->second, reinterpret_cast<const FcChar8*>(folder.c_str()));
    // Else Pango's first font map loads fontconfig's own as well, on a thread, though none will use it.
    if (configs.size() == 1) FcConfigSetCurrent(it->second);
  }
  return it->second;
}

FontDescriptionPtr describe(const Font& font) {
  FontDescriptionPtr description(pango_font_description_new());
  pango_font_description_set_family(description.get(), font.family.c_str());
  pango_font_description_set_absolute_size(description.get(), font.pixels * PANGO_SCALE);
  pango_font_description_set_weight(description.get(), static_cast<PangoWeight>(font.weight));
  pango_font_description_set_style(description.get(), font.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  return description;
}

ObjectPtr<PangoContext> make_context(PangoFontMap* map, PangoDirection direction) {
  ObjectPtr<PangoContext> context(pango_font_map_create_context(map));
  const FontOptionsPtr options(cairo_font_options_create());
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context.get(), options.get());
  pango_context_set_round_glyph_positions(context.get(), FALSE);
  pango_context_set_base_dir(context.get(), direction);
  return context;
}

}  // namespace

Result<std::unique_ptr<Fonts>> Fonts::create(const std::filesystem::path& font_folder) {
  std::error_code error;
  const auto folder = std::filesystem::canonical(font_folder, error);
  if (error || !std::filesystem::is_directory(folder, error)) {
    return Error{"the font folder '" + font_folder.string() + "' cannot be read",
                 "build again with ./dev build, which puts the fonts there"};
  }
  FcConfig* config = font_config(folder);
  std::unique_ptr<Fonts> fonts(new Fonts);
  fonts->map_.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts->map_.get()), config);
  fonts->context_ = make_context(fonts->map_.get(), PANGO_DIRECTION_LTR);
  fonts->right_to_left_ = make_context(fonts->map_.get(), PANGO_DIRECTION_RTL);
  return fonts;
}

void Fonts::draw_han_as(const char* language) {
  for (const auto& context : {context_.get(), right_to_left_.get()})
    pango_context_set_language(context, pango_language_from_string(language));
}

ObjectPtr<PangoLayout> Fonts::set(std::string_view text, const Font& font,
                                  deck::TextDirection direction) const {
  const bool is_right_to_left = direction == deck::TextDirection::right_to_left;
  ObjectPtr<PangoLayout> layout(pango_layout_new((is_right_to_left ? right_to_left_ : context_).get()));
  pango_layout_set_auto_dir(layout.get(), direction == deck::TextDirection::unsaid);
  pango_layout_set_font_description(layout.get(), describe(font).get());
  pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
  return layout;
}

Extent Fonts::metrics(const Font& font) {
  auto [it, is_new] = metrics_.try_emplace({font.family, font.pixels, font.weight, font.italic});
  if (is_new) {
    const ObjectPtr<PangoFont> found(pango_context_load_font(context_.get(), describe(font).get()));
    // Not pango_font_get_metrics(), which shapes a sample text.
    cairo_font_extents_t extents{};
    if (found) {
      cairo_scaled_font_extents(pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(found.get())), &extents);
    }
    it->second = {std::round(extents.ascent), std::round(extents.descent)};
  }
  return it->second;
}

bool is_colorful(PangoFont* font) {
  FcBool is_so = FcFalse;
  if (font) FcPatternGetBool(pango_fc_font_get_pattern(PANGO_FC_FONT(font)), FC_COLOR, 0, &is_so);
  return is_so == FcTrue;
}

Extent with_leading(Extent font, double line_height) {
  const double above = font.above + std::floor((line_height - font.above - font.below) / 2);
  return {above, line_height - above};
}

}  // namespace lectern::typeset
