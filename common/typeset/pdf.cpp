#include "common/typeset/pdf.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "common/text/text.h"
#include "common/typeset/page_pictures.h"
#include "common/typeset/pdf_drawing.h"

namespace lectern::typeset {
namespace {

cairo_status_t write(void* drawing, const unsigned char* bytes, unsigned length) {
  const bool is_written =
      static_cast<Pdf::Drawing*>(drawing)->write({reinterpret_cast<const char*>(bytes), length});
  return is_written ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

std::string number(double value) {
  std::array<char, 64> digits{};
  const auto [end, error] = std::to_chars(digits.begin(), digits.end(), value, std::chars_format::fixed, 3);
  return {digits.begin(), end};
}

/// An attribute of Cairo's tags.
std::string attribute(std::string_view name, std::string_view value) {
  return std::string(name) + "='" + std::string(value) + "'";
}

/// Without what an address cannot have (RFC 3986 §2.1), nor what would end the string that it stands in.
std::string escaped_address(std::string_view address) {
  constexpr std::string_view digits = "0123456789ABCDEF", unwanted = " \"'()<>\\^`{|}";
  std::string result;
  for (const char c : address) {
    if (c > ' ' && c < '\x7f' && unwanted.find(c) == std::string_view::npos) {
      result += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      result += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return result;
}

bool leads_outside(std::string_view href) {
  const std::string scheme = lower_case(href.substr(0, href.find(':')));
  return scheme == "http" || scheme == "https" || scheme == "mailto";
}

}  // namespace

Pdf::Pdf(Write write_bytes, PdfOptions options)
    : drawing_(new Drawing{std::move(write_bytes), std::move(options), nullptr, nullptr}) {
  drawing_->surface.reset(cairo_pdf_surface_create_for_stream(write, drawing_.get(), 1, 1));
  cairo_surface_t* surface = drawing_->surface.get();
  keep_as_encoded(surface, drawing_->options.encode);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, drawing_->options.title.c_str());
  if (!drawing_->options.author.empty())
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, drawing_->options.author.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Lectern");
}

Pdf::Pdf(Pdf&&) noexcept = default;
Pdf& Pdf::operator=(Pdf&&) noexcept = default;
Pdf::~Pdf() = default;

void Pdf::begin_page(double width, double height, std::string_view name) {
  if (drawing_->cairo) cairo_show_page(drawing_->cairo.get());
  cairo_pdf_surface_set_size(drawing_->surface.get(), width, height);
  set_display(0, 0, 1, {static_cast<int>(width), static_cast<int>(height)});
  if (name.empty()) return;
  cairo_tag_begin(drawing_->cairo.get(), CAIRO_TAG_DEST, attribute("name", name).c_str());
  cairo_tag_end(drawing_->cairo.get(), CAIRO_TAG_DEST);
}

void Pdf::set_display(double x, double y, double scale, PixelSize display) {
  drawing_->cairo.reset();
  cairo_surface_set_device_scale(drawing_->surface.get(), scale, scale);
  drawing_->cairo.reset(cairo_create(drawing_->surface.get()));
  drawing_->scale = scale;
  drawing_->display = display;
  cairo_t* cairo = drawing_->cairo.get();
  cairo_translate(cairo, x / scale, y / scale);
  cairo_rectangle(cairo, 0, 0, display.width, display.height);
  cairo_clip(cairo);
}

PixelSize Pdf::display() const {
  return drawing_->display;
}

int Pdf::add_to_outline(const std::string& title, std::string_view page_name, int above) {
  return cairo_pdf_surface_add_outline(drawing_->surface.get(), above, title.c_str(),
                                       attribute("dest", page_name).c_str(),
                                       static_cast<cairo_pdf_outline_flags_t>(0));
}

void Pdf::fill(const Color& color) {
  set_source(drawing_->cairo.get(), color);
  cairo_paint(drawing_->cairo.get());
}

const std::vector<PdfElement>& Pdf::elements() const {
  return drawing_->elements;
}

bool Pdf::finish() {
  if (drawing_->cairo) cairo_show_page(drawing_->cairo.get());
  drawing_->cairo.reset();
  cairo_surface_finish(drawing_->surface.get());
  return cairo_surface_status(drawing_->surface.get()) == CAIRO_STATUS_SUCCESS;
}

void Pdf::Drawing::add_link(std::string_view href, const Rect& rect) {
  std::string target;
  if (href.starts_with('#')) {
    const std::string page = options.page_of ? options.page_of(href) : std::string();
    if (!page.empty()) target = attribute("dest", page);
  } else if (leads_outside(href)) {
    target = attribute("uri", escaped_address(href));
  }
  if (target.empty()) return;
  // Cairo wants the rectangle in points of the page.
  double left = rect.x, top = rect.y, right = rect.x + rect.width, bottom = rect.y + rect.height;
  cairo_user_to_device(cairo.get(), &left, &top);
  cairo_user_to_device(cairo.get(), &right, &bottom);
  const std::string place = "rect=[" + number(scale * left) + ' ' + number(scale * top) + ' ' +
                            number(scale * (right - left)) + ' ' + number(scale * (bottom - top)) + "] ";
  cairo_tag_begin(cairo.get(), CAIRO_TAG_LINK, (place + target).c_str());
  cairo_tag_end(cairo.get(), CAIRO_TAG_LINK);
}

}  // namespace lectern::typeset
