#include "common/typeset/text.h"

#include <cmath>
#include <limits>
#include <utility>

#include "common/typeset/placeholder.h"
#include "common/typeset/run_style.h"

namespace lectern::typeset {
namespace {

constexpr std::string_view object_text = "\uFFFC";
constexpr double picture_max_share = 0.95;  // of the width around it
constexpr double no_limit = std::numeric_limits<double>::infinity();
constexpr std::size_t longest_piece =
    1000;  // bytes of one word; Pango shapes what is left of it for each line

PangoTextTransform transform(LetterCase letter_case) {
  switch (letter_case) {
    case LetterCase::as_written:
      return PANGO_TEXT_TRANSFORM_NONE;
    case LetterCase::upper:
      return PANGO_TEXT_TRANSFORM_UPPERCASE;
    case LetterCase::lower:
      return PANGO_TEXT_TRANSFORM_LOWERCASE;
    case LetterCase::capitalized:
      return PANGO_TEXT_TRANSFORM_CAPITALIZE;
  }
  return PANGO_TEXT_TRANSFORM_NONE;
}

/// At least `width`, so that text measured to be exactly as wide still fits. Pango's widths end at 2^31
/// units.
int pango_units(double width) {
  return static_cast<int>(std::lround(std::clamp(width, 0.0, 1e6) * PANGO_SCALE)) + 1;
}

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/// The longest part of `text` that has at most `bytes` bytes and ends between two characters.
std::string_view cut(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (text[bytes] & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

/// Where in a word that is longer than a piece the piece may end: not before a mark, a joiner or the like.
std::size_t end_of_piece(std::string_view word) {
  const auto begins_letter = [&](std::size_t at) {
    const gunichar c = g_utf8_get_char_validated(word.data() + at, static_cast<gssize>(word.size() - at));
    return c < 0x110000 && g_unichar_ismark(c) == 0 && g_unichar_iszerowidth(c) == 0;
  };
  for (std::size_t end = longest_piece; end > 0; --end)
    if (begins_letter(end)) return end;
  return longest_piece;
}

/// Pango begins a new piece where an attribute does, even one that changes nothing.
void divide_long_words(std::string_view text, PangoAttrList* attributes) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \t\n", begin), text.size());
    bool is_marked = false;
    while (end - begin > longest_piece) {
      const std::size_t piece = begin + end_of_piece(text.substr(begin, end - begin));
      is_marked = !is_marked;
      if (is_marked) {
        PangoAttribute* attribute = pango_attr_fallback_new(TRUE);
        attribute->start_index = static_cast<guint>(begin);
        attribute->end_index = static_cast<guint>(piece);
        pango_attr_list_insert(attributes, attribute);
      }
      begin = piece;
    }
    begin = end + 1;
  }
}

/// Takes what a text costs from the slide's allowance and gives what may be set.
std::string_view afford(Setting& setting, std::string_view text) {
  const std::string_view affordable = cut(text, setting.bytes_left);
  setting.bytes_left -= affordable.size();
  return affordable;
}

}  // namespace

Text::Text(Setting& setting, const TextStyle& style)
    : setting_(setting), style_(style), attributes_(pango_attr_list_new()) {
  if (style.letter_spacing != 0) {
    pango_attr_list_insert(
        attributes_.get(),
        pango_attr_letter_spacing_new(static_cast<int>(std::lround(style.letter_spacing * PANGO_SCALE))));
  }
  if (style.letter_case != LetterCase::as_written)
    pango_attr_list_insert(attributes_.get(), pango_attr_text_transform_new(transform(style.letter_case)));
}

Text::Text(Setting& setting, const deck::Inlines& inlines, const TextStyle& style) : Text(setting, style) {
  for (const auto& part : inlines) {
    if (!setting.afford_piece()) break;
    std::visit([this](const auto& p) { add(p); }, part);
  }
  trim();
  shape();
}

Text Text::preformatted(Setting& setting, std::string_view text, const TextStyle& style) {
  Text result(setting, style);
  result.text_ = afford(setting, text);
  result.shape();
  return result;
}

/// CSS Text 3 §4.1: white space becomes one space, none at the start of a line.
void Text::add(const deck::TextRun& run) {
  const int begin = position();
  for (const char c : afford(setting_, run.text)) {
    if (!is_space(c)) {
      text_ += c;
    } else if (!text_.empty() && !is_space(text_.back())) {
      text_ += ' ';
    }
  }
  if (begin == position()) return;
  RunStyle style(run, style_, setting_);
  for (PangoAttribute* attribute : style.attributes()) {
    attribute->start_index = static_cast<guint>(begin);
    attribute->end_index = static_cast<guint>(position());
    pango_attr_list_insert(attributes_.get(), attribute);
  }
  if (const auto extent = style.extent()) spans_.push_back({begin, position(), *extent});
  if (run.fragment != 0) fragments_.push_back({begin, position(), run.fragment});
  if (!run.href.empty()) links_.push_back({begin, position(), run.href});
}

void Text::add(const deck::InlineImage& image) {
  pictures_.push_back({position(), image.alt, setting_.pictures ? setting_.pictures(image.source) : nullptr,
                       image.width, image.height, image.fragment});
  text_ += object_text;
}

void Text::add(const deck::LineBreak&) {
  trim();
  text_ += '\n';
}

void Text::trim() {
  while (!text_.empty() && is_space(text_.back())) text_.pop_back();
}

void Text::shape() {
  divide_long_words(text_, attributes_.get());
  layout_ = setting_.fonts.set(text_, style_.font, style_.direction);
  pango_layout_set_attributes(layout_.get(), attributes_.get());
}

/// Gives each picture's character the picture's width. Its height is ours to keep: Pango's line heights are
/// not used.
void Text::size_pictures(double max_width) {
  if (pictures_.empty()) return;
  const AttributesPtr attributes(pango_attr_list_copy(attributes_.get()));
  for (auto& p : pictures_) {
    size(p, max_width);
    const PangoRectangle room{0, 0, pango_units(p.width) - 1, 0};
    PangoAttribute* attribute = pango_attr_shape_new(&room, &room);
    attribute->start_index = static_cast<guint>(p.index);
    attribute->end_index = static_cast<guint>(p.index) + static_cast<guint>(object_text.size());
    pango_attr_list_insert(attributes.get(), attribute);
  }
  pango_layout_set_attributes(layout_.get(), attributes.get());
}

/// By the author's wish or by the picture's own size; never larger than the slide allows, in its own shape
/// where not both sides are wished for.
void Text::size(InlinePicture& p, double max_width) const {
  const Picture placeholder{placeholder_width, placeholder_height, nullptr};
  const Picture& picture = p.picture ? *p.picture : placeholder;
  const double shape = std::max(picture.natural_height, 1.0) / std::max(picture.natural_width, 1.0);
  const auto length = [](const deck::Length& wanted, double whole) {
    return wanted.is_percentage ? wanted.value / 100 * whole : wanted.value;
  };
  // A percentage needs something to be a part of.
  const double whole_width = std::isfinite(max_width) ? max_width / picture_max_share : 0;
  const bool has_width = p.wanted_width && (!p.wanted_width->is_percentage || whole_width > 0);
  p.width = picture.natural_width;
  p.height = picture.natural_height;
  if (p.wanted_height) {
    p.height = length(*p.wanted_height, setting_.picture_max_height / picture_max_share);
    p.width = p.height / shape;
  }
  if (has_width) {
    p.width = length(*p.wanted_width, whole_width);
    if (!p.wanted_height) p.height = p.width * shape;
  }
  const double scale = std::min(
      {1.0, max_width / std::max(p.width, 1.0), setting_.picture_max_height / std::max(p.height, 1.0)});
  p.width *= scale;
  p.height *= scale;
}

Widths Text::widths() {
  const auto width = [this](int wrap_width, double picture_max_width) {
    size_pictures(picture_max_width);
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD);
    pango_layout_set_width(layout_.get(), wrap_width);
    PangoRectangle extents;
    pango_layout_get_extents(layout_.get(), nullptr, &extents);
    return pango_units_to_double(extents.width);
  };
  // A picture's maximum width is a share of what is around it, so it forces no width (CSS Sizing 3 §5.2.2).
  return {.min = width(0, 0), .max = width(-1, no_limit)};
}

void Text::wrap(double width) {
  width_ = width;
  size_pictures(picture_max_share * width);
  pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width(layout_.get(), pango_units(width));

  lines_.clear();
  const Extent strut = with_leading(setting_.fonts.metrics(style_.font), style_.line_height);
  auto span = spans_.begin();
  auto picture = pictures_.begin();
  for (const GSList* item = pango_layout_get_lines_readonly(layout_.get()); item; item = item->next) {
    auto* line = static_cast<PangoLayoutLine*>(item->data);
    const int end = line->start_index + line->length;
    Extent extent = strut;
    for (; span != spans_.end() && span->begin < end; ++span) {
      extent = {std::max(extent.above, span->extent.above), std::max(extent.below, span->extent.below)};
      if (span->end > end) break;  // goes on in the next line
    }
    for (; picture != pictures_.end() && picture->index < end; ++picture) {
      extent.above = std::max(extent.above, picture->height + 2 * setting_.theme.block_margin);
    }
    PangoRectangle extents;
    pango_layout_line_get_extents(line, nullptr, &extents);
    lines_.push_back({extent, pango_units_to_double(extents.width)});
  }
}

double Text::height() const {
  double height = 0;
  for (const Line& line : lines_) height += line.extent.above + line.extent.below;
  return height;
}

double Text::overhang() const {
  return std::max(0.0, setting_.fonts.metrics(style_.font).below - lines_.back().extent.below);
}

void Text::place(Sheet& sheet, double left, double top) {
  const double share = share_before(style_.align);
  TextInk ink{.layout = nullptr,
              .starts = {},
              .paint = style_.paint,
              .spans = std::move(fragments_),
              .links = std::move(links_)};
  // Before its pictures: a list's marker stands beside the first text on the sheet.
  const std::size_t ink_index = sheet.ink.size();
  sheet.ink.emplace_back();
  auto picture = pictures_.begin();
  const GSList* item = pango_layout_get_lines_readonly(layout_.get());
  for (const Line& line : lines_) {
    auto* pango_line = static_cast<PangoLayoutLine*>(item->data);
    const Point start{left + share * std::max(0.0, width_ - line.width), top + line.extent.above};
    ink.starts.push_back(start);
    for (; picture != pictures_.end() && picture->index < pango_line->start_index + pango_line->length;
         ++picture) {
      int x = 0;
      pango_layout_line_index_to_x(pango_line, picture->index, FALSE, &x);
      const Rect rect{start.x + pango_units_to_double(x),
                      start.y - setting_.theme.block_margin - picture->height, picture->width,
                      picture->height};
      const Sheet::Mark begin = sheet.mark();
      sheet.boxes.push_back({"img", folded(picture->alt), rect.x, rect.y, rect.width, rect.height, 0});
      if (picture->picture && picture->picture->pixels) {
        sheet.ink.emplace_back(PictureInk{rect, picture->picture->pixels});
      } else {
        place_placeholder(sheet, setting_, picture->alt, rect);
      }
      sheet.add_part(begin, picture->fragment);
    }
    top += line.extent.above + line.extent.below;
    sheet.breaks.push_back(top);
    item = item->next;
  }
  sheet.line_count += line_count();
  ink.layout = std::move(layout_);
  sheet.ink[ink_index] = std::move(ink);
}

}  // namespace lectern::typeset
