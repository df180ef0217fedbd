#include "common/typeset/typesetter.h"

#include <cmath>
#include <utility>

#include "common/typeset/fitting.h"
#include "common/typeset/layout_content.h"
#include "common/typeset/scripts.h"
#include "common/typeset/slide_number.h"
#include "common/typeset/steps.h"

namespace lectern::typeset {
namespace {

constexpr double min_scale = 0.2;  // reveal.js's minScale and maxScale
constexpr double max_scale = 2.0;

// ANSI/AVIXA V202.01:2016: what is to be read is a two-hundredth of the viewer's distance high. Text is not
// made smaller than somebody five heights of the display away can read.
constexpr double least_text_height = 5.0 / 200;

constexpr double max_line_pixels = 8192;  // either side of an overlay's line

/// The design area in the middle of the display, the content in the middle of that.
Transformation on_display(const deck::Settings& settings, PixelSize size, const Fitted& content) {
  const double scale = scale_on(settings, size);
  const double top = settings.center ? (settings.height - content.height * content.fit) / 2 : 0;
  return {.scale = scale * content.fit,
          .fit = content.fit,
          .x = (size.width - settings.width * scale) / 2,
          .y = (size.height - settings.height * scale) / 2 + top * scale};
}

/// Whether it would run off the display at its full size, as in reveal.js: from the top of the design area
/// downwards, and to both sides of its middle.
bool overflows(const deck::Settings& settings, PixelSize size, const Fitted& content) {
  const double scale = scale_on(settings, size);
  const double top = (size.height - settings.height * scale) / 2;
  return content.is_made_smaller &&
         (top + content.wanted_bottom * scale > size.height || content.wanted_width * scale > size.width);
}

}  // namespace

double scale_on(const deck::Settings& settings, PixelSize display) {
  const double share = 1 - settings.margin;
  return std::clamp(
      std::min(share * display.width / settings.width, share * display.height / settings.height), min_scale,
      max_scale);
}

Layout::Layout(std::unique_ptr<Content> content) : content_(std::move(content)) {}
Layout::Layout(Layout&&) noexcept = default;
Layout& Layout::operator=(Layout&&) noexcept = default;
Layout::~Layout() = default;

const std::vector<Box>& Layout::boxes() const {
  return content_->sheet.boxes;
}

double Layout::scale() const {
  return content_->transformation.scale;
}

double Layout::fit() const {
  return content_->transformation.fit;
}

bool Layout::overflows() const {
  return content_->overflows;
}

int Layout::cut_line_count() const {
  return content_->cut_line_count;
}

std::vector<Letters> Layout::letters(const Theme& theme) const {
  std::vector<Letters> letters = letters_of(content_->sheet, theme);
  const Transformation& t = content_->transformation;
  for (Letters& each : letters) {
    each.x = t.x + t.scale * each.x;
    each.y = t.y + t.scale * each.y;
    each.width *= t.scale;
    each.height *= t.scale;
    each.font_pixels *= t.scale;
  }
  return letters;
}

Typesetter::Typesetter(std::unique_ptr<Fonts> fonts) : fonts_(std::move(fonts)) {}
Typesetter::Typesetter(Typesetter&&) noexcept = default;
Typesetter& Typesetter::operator=(Typesetter&&) noexcept = default;
Typesetter::~Typesetter() = default;

Result<Typesetter> Typesetter::create(const std::filesystem::path& font_folder) {
  auto fonts = Fonts::create(font_folder);
  if (!fonts) return fonts.error();
  return Typesetter(std::move(*fonts));
}

Layout Typesetter::layout(const deck::Slide& slide, const deck::Settings& settings, const Theme& theme,
                          PixelSize size, const PictureLookup& pictures) {
  fonts_->draw_han_as(han_language_by_letters(deck::plain_text(slide.content)));
  const double least_fit = least_text_height * size.height / (theme.text_pixels * scale_on(settings, size));
  Fitted content = fit_content(*fonts_, slide, settings, theme, pictures, std::min(least_fit, 1.0));

  auto result = std::make_unique<Layout::Content>();
  const Transformation t = on_display(settings, size, content);
  result->overflows = typeset::overflows(settings, size, content);
  result->cut_line_count = content.cut_line_count;
  result->sheet = std::move(content.sheet);
  for (Box& box : result->sheet.boxes) {
    box.x = t.x + t.scale * box.x;
    box.y = t.y + t.scale * box.y;
    box.width *= t.scale;
    box.height *= t.scale;
  }
  result->transformation = t;
  result->fragments = slide.fragments;
  result->step_count = slide.step_count;
  return Layout(std::move(result));
}

void Typesetter::draw(const Layout& layout, const Theme& theme, Pixmap& target, int step,
                      const Excerpt& excerpt, double scale) {
  const SurfacePtr surface = surface_of(target);
  const CairoPtr cairo(cairo_create(surface.get()));
  cairo_scale(cairo.get(), scale, scale);
  const Transformation& t = layout.content_->transformation;
  cairo_translate(cairo.get(), t.x, t.y);
  cairo_scale(cairo.get(), t.scale, t.scale);
  const Layout::Content& content = *layout.content_;
  draw_at_step(cairo.get(), content.sheet, theme, content.fragments, std::min(step, content.step_count),
               excerpt);
}

void Typesetter::draw_ground(const Layout& layout, const Theme& theme, double scale, Pixmap& target) {
  const SurfacePtr surface = surface_of(target);
  const CairoPtr cairo(cairo_create(surface.get()));
  cairo_scale(cairo.get(), scale, scale);
  const Transformation& t = layout.content_->transformation;
  cairo_translate(cairo.get(), t.x, t.y);
  cairo_scale(cairo.get(), t.scale, t.scale);
  typeset::draw_ground(cairo.get(), layout.content_->sheet.ink, theme);
}

void Typesetter::draw_number(std::string_view number, Pixmap& target) {
  const SurfacePtr surface = surface_of(target);
  const CairoPtr cairo(cairo_create(surface.get()));
  draw_slide_number(cairo.get(), *fonts_, number, target.size);
}

Pixmap Typesetter::line(std::string_view text, std::string_view family, double font_pixels, Color color,
                        bool tabular_digits, int max_width) {
  const auto layout = fonts_->set(text, {.family = std::string(family), .pixels = font_pixels});
  pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
  if (tabular_digits) {
    const AttributesPtr attributes(pango_attr_list_new());
    pango_attr_list_insert(attributes.get(), pango_attr_font_features_new("tnum=1"));
    pango_layout_set_attributes(layout.get(), attributes.get());
  }
  PangoRectangle extents;
  pango_layout_get_extents(layout.get(), nullptr, &extents);
  if (max_width > 0 && extents.width > max_width * PANGO_SCALE) {
    pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
    pango_layout_set_width(layout.get(), max_width * PANGO_SCALE);
    pango_layout_get_extents(layout.get(), nullptr, &extents);
  }
  const auto whole = [](int units) {
    return static_cast<int>(
        std::clamp(std::ceil(static_cast<double>(units) / PANGO_SCALE), 1.0, max_line_pixels));
  };
  Pixmap result({whole(extents.width), whole(extents.height)});
  const SurfacePtr surface = surface_of(result);
  const CairoPtr cairo(cairo_create(surface.get()));
  set_source(cairo.get(), color);
  cairo_move_to(cairo.get(), -static_cast<double>(extents.x) / PANGO_SCALE, 0);
  pango_cairo_show_layout(cairo.get(), layout.get());
  return result;
}

}  // namespace lectern::typeset
