#include "common/typeset/page_pictures.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "common/typeset/fonts.h"

namespace lectern::typeset {
namespace {

using Encode = std::function<std::string(const Pixmap&)>;

constexpr double emoji_pixels = 136;  // Noto Color Emoji's own height

const cairo_user_data_key_t encode_key{};

void attach(cairo_surface_t* surface, const char* type, std::string bytes) {
  auto* kept = new std::string(std::move(bytes));
  const auto release = [](void* data) { delete static_cast<std::string*>(data); };
  const auto* first = reinterpret_cast<const unsigned char*>(kept->data());
  if (cairo_surface_set_mime_data(surface, type, first, kept->size(), release, kept) != CAIRO_STATUS_SUCCESS)
    release(kept);
}

/// What tells Cairo that two pictures are one, so that the file has it once.
std::string identity(const Pixmap& picture) {
  const std::string_view bytes(reinterpret_cast<const char*>(picture.pixels.data()),
                               picture.pixels.size() * sizeof(std::uint32_t));
  return std::to_string(std::hash<std::string_view>{}(bytes)) + ' ' + std::to_string(picture.size.width);
}

/// With its origin where `cairo` has its own.
void show_as_picture(cairo_t* cairo, PangoFont* font, PangoGlyph glyph) {
  PangoRectangle ink;
  pango_font_get_glyph_extents(font, glyph, &ink, nullptr);
  const double width = pango_units_to_double(ink.width), height = pango_units_to_double(ink.height);
  if (width <= 0 || height <= 0) return;
  const double scale = emoji_pixels / height;
  Pixmap picture({static_cast<int>(std::ceil(std::min(width * scale, 16 * emoji_pixels))),
                  static_cast<int>(emoji_pixels)});
  {
    const SurfacePtr surface = surface_of(picture);
    const CairoPtr on_picture(cairo_create(surface.get()));
    cairo_scale(on_picture.get(), scale, scale);
    cairo_translate(on_picture.get(), -pango_units_to_double(ink.x), -pango_units_to_double(ink.y));
    PangoGlyphInfo info{};
    info.glyph = glyph;
    PangoGlyphString one{};
    int cluster = 0;
    one.num_glyphs = 1;
    one.glyphs = &info;
    one.log_clusters = &cluster;
    pango_cairo_show_glyph_string(on_picture.get(), font, &one);
  }
  cairo_save(cairo);
  cairo_translate(cairo, pango_units_to_double(ink.x), pango_units_to_double(ink.y));
  cairo_scale(cairo, 1 / scale, 1 / scale);
  set_picture_source(cairo, picture, Around::nothing);
  cairo_rectangle(cairo, 0, 0, picture.size.width, picture.size.height);
  cairo_fill(cairo);
  cairo_restore(cairo);
}

/// The text of the cluster of glyphs that begins with this one; empty: it begins earlier.
std::string_view cluster_text(const PangoGlyphItem& run, int glyph_index, std::string_view text) {
  const int* const clusters = run.glyphs->log_clusters;
  const int begin = clusters[glyph_index];
  int end = run.item->length;
  for (int i = 0; i < run.glyphs->num_glyphs; ++i) {
    if (i < glyph_index && clusters[i] == begin) return {};
    if (clusters[i] > begin) end = std::min(end, clusters[i]);
  }
  return text.substr(static_cast<std::size_t>(run.item->offset + begin),
                     static_cast<std::size_t>(end - begin));
}

/// For whoever searches, copies or listens: a space that says `text`, where `cairo` has its origin.
void add_unseen_text(cairo_t* cairo, PangoLayout* layout, std::string_view text) {
  const ObjectPtr<PangoFont> font(
      pango_context_load_font(pango_layout_get_context(layout), pango_layout_get_font_description(layout)));
  if (!font || text.empty()) return;
  cairo_set_scaled_font(cairo, pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font.get())));
  cairo_glyph_t space{};
  cairo_glyph_t* glyphs = &space;
  int count = 1;
  cairo_scaled_font_text_to_glyphs(cairo_get_scaled_font(cairo), 0, 0, " ", 1, &glyphs, &count, nullptr,
                                   nullptr, nullptr);
  if (count != 1) return;
  const cairo_text_cluster_t cluster{static_cast<int>(text.size()), 1};
  cairo_show_text_glyphs(cairo, text.data(), static_cast<int>(text.size()), glyphs, 1, &cluster, 1,
                         static_cast<cairo_text_cluster_flags_t>(0));
}

}  // namespace

bool is_on_page(cairo_t* cairo) {
  return cairo_surface_get_type(cairo_get_target(cairo)) == CAIRO_SURFACE_TYPE_PDF;
}

void keep_as_encoded(cairo_surface_t* page, const Encode& encode) {
  cairo_surface_set_user_data(page, &encode_key, const_cast<Encode*>(&encode), nullptr);
}

void set_picture_source(cairo_t* cairo, const Pixmap& picture, Around around) {
  const SurfacePtr surface = surface_of(picture);
  const bool is_page = is_on_page(cairo);
  if (is_page) {
    const auto* encode =
        static_cast<const Encode*>(cairo_surface_get_user_data(cairo_get_target(cairo), &encode_key));
    std::string jpeg = encode && *encode ? (*encode)(picture) : std::string();
    if (!jpeg.empty()) attach(surface.get(), CAIRO_MIME_TYPE_JPEG, std::move(jpeg));
    attach(surface.get(), CAIRO_MIME_TYPE_UNIQUE_ID, identity(picture));
  }
  cairo_set_source_surface(cairo, surface.get(), 0, 0);
  cairo_pattern_t* source = cairo_get_source(cairo);
  cairo_pattern_set_filter(source, CAIRO_FILTER_GOOD);
  // A page has no pixels that an edge could be mixed with; padded, Cairo would keep another picture.
  cairo_pattern_set_extend(source, around == Around::itself ? CAIRO_EXTEND_REPEAT
                                   : is_page                ? CAIRO_EXTEND_NONE
                                                            : CAIRO_EXTEND_PAD);
}

void show_line_on_page(cairo_t* cairo, PangoLayoutLine* line) {
  struct Hidden {
    PangoGlyphInfo* info;
    PangoGlyph glyph;
  };
  std::vector<Hidden> hidden;
  double x = 0, y = 0;
  cairo_get_current_point(cairo, &x, &y);
  double pen = x;
  const std::string_view text = pango_layout_get_text(line->layout);
  for (const GSList* each = line->runs; each; each = each->next) {
    const auto& run = *static_cast<const PangoGlyphItem*>(each->data);
    PangoFont* font = run.item->analysis.font;
    const bool is_picture = is_colorful(font);
    for (int i = 0; i < run.glyphs->num_glyphs; ++i) {
      PangoGlyphInfo& info = run.glyphs->glyphs[i];
      if (is_picture && info.glyph != PANGO_GLYPH_EMPTY && (info.glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0) {
        cairo_save(cairo);
        cairo_translate(cairo, pen + pango_units_to_double(info.geometry.x_offset),
                        y + pango_units_to_double(info.geometry.y_offset - run.y_offset));
        show_as_picture(cairo, font, info.glyph);
        add_unseen_text(cairo, line->layout, cluster_text(run, i, text));
        cairo_restore(cairo);
        hidden.push_back({&info, info.glyph});
        info.glyph = PANGO_GLYPH_EMPTY;
      }
      pen += pango_units_to_double(info.geometry.width);
    }
  }
  cairo_move_to(cairo, x, y);
  pango_cairo_show_layout_line(cairo, line);
  for (const Hidden& each : hidden) each.info->glyph = each.glyph;
}

}  // namespace lectern::typeset
