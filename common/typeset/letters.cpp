#include "common/typeset/letters.h"

#include "common/typeset/fonts.h"
#include "common/typeset/sheet.h"

namespace lectern::typeset {
namespace {

/// The run's own attribute of this type; nullptr: it has none.
const PangoAttribute* attribute(const PangoItem& item, PangoAttrType type) {
  for (const GSList* each = item.analysis.extra_attrs; each; each = each->next) {
    const auto* found = static_cast<const PangoAttribute*>(each->data);
    if (found->klass->type == type) return found;
  }
  return nullptr;
}

std::optional<Color> color(const PangoItem& item, PangoAttrType type, PangoAttrType alpha_type) {
  const PangoAttribute* found = attribute(item, type);
  if (!found) return std::nullopt;
  const PangoColor& part = reinterpret_cast<const PangoAttrColor*>(found)->color;
  const PangoAttribute* alpha = attribute(item, alpha_type);
  return Color{part.red / 65535.0, part.green / 65535.0, part.blue / 65535.0,
               alpha ? reinterpret_cast<const PangoAttrInt*>(alpha)->value / 65535.0 : 1};
}

void describe_font(PangoFont* font, Letters& letters) {
  if (!font) return;
  const FontDescriptionPtr description(pango_font_describe_with_absolute_size(font));
  letters.font_pixels = pango_units_to_double(pango_font_description_get_size(description.get()));
  letters.is_bold = pango_font_description_get_weight(description.get()) >= PANGO_WEIGHT_BOLD;
  letters.is_colorful = is_colorful(font);
}

Letters letters_of(const PangoGlyphItem& run, std::string_view text, const Color& usual) {
  const PangoItem& item = *run.item;
  Letters letters;
  letters.text = text.substr(static_cast<std::size_t>(item.offset), static_cast<std::size_t>(item.length));
  letters.color = color(item, PANGO_ATTR_FOREGROUND, PANGO_ATTR_FOREGROUND_ALPHA).value_or(usual);
  letters.ground = color(item, PANGO_ATTR_BACKGROUND, PANGO_ATTR_BACKGROUND_ALPHA);
  describe_font(item.analysis.font, letters);
  for (int i = 0; i < run.glyphs->num_glyphs; ++i) {
    const PangoGlyph glyph = run.glyphs->glyphs[i].glyph;
    if (glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
      letters.missing.push_back(glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
  }
  return letters;
}

/// Line by line, run by run; `take` is given each run and where it begins on its baseline.
void add_letters(const TextInk& ink, const Theme& theme, std::vector<Letters>& all) {
  const std::string_view text = pango_layout_get_text(ink.layout.get());
  const GSList* line = pango_layout_get_lines_readonly(ink.layout.get());
  for (const Point& start : ink.starts) {
    int x = 0;
    for (const GSList* each = static_cast<PangoLayoutLine*>(line->data)->runs; each; each = each->next) {
      const auto& run = *static_cast<const PangoGlyphItem*>(each->data);
      PangoRectangle shape, room;
      pango_glyph_string_extents(run.glyphs, run.item->analysis.font, &shape, &room);
      const bool is_picture = attribute(*run.item, PANGO_ATTR_SHAPE) != nullptr;
      if (!is_picture && shape.width > 0 && shape.height > 0) {
        Letters letters = letters_of(run, text, color_of(ink.paint, theme));
        letters.x = start.x + pango_units_to_double(x + shape.x);
        letters.y = start.y + pango_units_to_double(shape.y - run.y_offset);
        letters.width = pango_units_to_double(shape.width);
        letters.height = pango_units_to_double(shape.height);
        all.push_back(std::move(letters));
      }
      x += pango_glyph_string_get_width(run.glyphs);
    }
    line = line->next;
  }
}

}  // namespace

std::vector<Letters> letters_of(const Sheet& sheet, const Theme& theme) {
  std::vector<Letters> all;
  for (const Ink& ink : sheet.ink)
    if (const auto* text = std::get_if<TextInk>(&ink); text && text->paint != Paint::faint)
      add_letters(*text, theme, all);
  return all;
}

}  // namespace lectern::typeset
