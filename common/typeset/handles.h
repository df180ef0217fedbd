// Owners of what Pango and Cairo hand out by pointer.
#pragma once

#include <pango/pangocairo.h>

#include <memory>

#include "common/base/pixmap.h"

namespace lectern::typeset {

template <auto release>
struct Release {
  template <class T>
  void operator()(T* thing) const {
    release(thing);
  }
};

template <class T>
using ObjectPtr = std::unique_ptr<T, Release<g_object_unref>>;
using AttributesPtr = std::unique_ptr<PangoAttrList, Release<pango_attr_list_unref>>;
using FontDescriptionPtr = std::unique_ptr<PangoFontDescription, Release<pango_font_description_free>>;
using FontOptionsPtr = std::unique_ptr<cairo_font_options_t, Release<cairo_font_options_destroy>>;
using SurfacePtr = std::unique_ptr<cairo_surface_t, Release<cairo_surface_destroy>>;
using CairoPtr = std::unique_ptr<cairo_t, Release<cairo_destroy>>;

/// Draws on, or shows, the pixmap's own pixels, and must not outlive them.
inline SurfacePtr surface_of(Pixmap& pixmap) {
  return SurfacePtr(cairo_image_surface_create_for_data(
      reinterpret_cast<unsigned char*>(pixmap.pixels.data()), CAIRO_FORMAT_ARGB32, pixmap.size.width,
      pixmap.size.height, pixmap.stride_bytes()));
}

/// To be a source alone, which Cairo only reads; its interface does not say so.
inline SurfacePtr surface_of(const Pixmap& pixmap) {
  return surface_of(const_cast<Pixmap&>(pixmap));
}

}  // namespace lectern::typeset
