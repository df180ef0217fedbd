// Whether what is on a slide can be read from the back of the room.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>

#include "common/text/text.h"
#include "common/typeset/contrast.h"
#include "presenter/check/rules.h"
#include "presenter/check/words.h"

namespace lectern::check {
namespace {

// ANSI/AVIXA V202.01:2016, basic decision making: something to be read is at least the viewer's distance /
// 200 high, and nobody sits farther away than six times the height of the display. So 3 % of that height.
constexpr double least_text_height = 6.0 / 200;

// About half a minute's reading while somebody speaks; a page of a good talk has a third of it.
constexpr std::size_t most_words = 75;

constexpr std::size_t most_named_characters = 5;

std::string one_decimal(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", value);
  return text;
}

/// Rounded down, so that what is too low never reads as enough.
std::string ratio_text(double ratio) {
  return one_decimal(std::floor(ratio * 10) / 10) + ":1";
}

double wanted_contrast(const SlideView& view, const typeset::Letters& letters) {
  return typeset::least_contrast(letters, view.proof.scale / view.proof.fit);
}

std::string character_name(char32_t character) {
  char name[16];
  std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(character));
  const bool is_control = character < 0x20 || (character >= 0x7f && character < 0xa0);
  if (is_control) return name;
  std::string text = name;
  text += " (";
  append_code_point(text, character);
  return text + ")";
}

}  // namespace

void text_small(const SlideView& view, Findings& findings) {
  const typeset::Letters* smallest = nullptr;
  for (const typeset::Letters& letters : view.proof.letters)
    if (!letters.is_colorful && (!smallest || letters.font_pixels < smallest->font_pixels))
      smallest = &letters;
  if (!smallest || smallest->font_pixels >= least_text_height * view.display.height) return;
  findings.push_back(view.finding(
      deck::Code::text_small, trimmed(smallest->text),
      in_quotes(trimmed(smallest->text)) + " is " + std::to_string(std::lround(smallest->font_pixels)) +
          " pixels high on a display of " + std::to_string(view.display.height) + ", which is " +
          one_decimal(100 * smallest->font_pixels / view.display.height) +
          " %; 3 % can be read from the back.",
      view.proof.fit < 1 ? "Say less on this slide: it was made smaller to fit." : "Make it larger."));
}

void words_many(const SlideView& view, Findings& findings) {
  const std::size_t count = count_words(deck::plain_text(view.slide().content));
  if (count <= most_words) return;
  findings.push_back(view.finding(deck::Code::words_many, "",
                                  "There are " + std::to_string(count) + " words on this slide; " +
                                      std::to_string(most_words) + " are too many already.",
                                  "Move what you will say into the notes."));
}

void contrast_low(const SlideView& view, Findings& findings) {
  const typeset::Letters* worst = nullptr;
  double worst_ratio = 0, worst_share = 1;
  const double scale = static_cast<double>(view.proof.ground.size.width) / view.display.width;
  for (const typeset::Letters& letters : view.proof.letters) {
    if (letters.is_colorful) continue;
    const auto ratio = typeset::contrast_on(view.proof.ground, scale, letters);
    if (!ratio || *ratio / wanted_contrast(view, letters) >= worst_share) continue;
    worst = &letters;
    worst_ratio = *ratio;
    worst_share = *ratio / wanted_contrast(view, letters);
  }
  if (!worst) return;
  findings.push_back(view.finding(
      deck::Code::contrast_low, trimmed(worst->text),
      in_quotes(trimmed(worst->text)) + " has a contrast of " + ratio_text(worst_ratio) +
          " to what is behind it; " + ratio_text(wanted_contrast(view, *worst)) + " is needed.",
      view.slide().background.images.empty() ? "Choose another colour for the text or behind it."
                                             : "Lower data-background-opacity, or take a calmer picture."));
}

void glyph_missing(const SlideView& view, Findings& findings) {
  std::set<char32_t> missing;
  for (const typeset::Letters& letters : view.proof.letters)
    missing.insert(letters.missing.begin(), letters.missing.end());
  if (missing.empty()) return;
  std::string names, first;
  append_code_point(first, *missing.begin());
  std::size_t named = 0;
  for (const char32_t character : missing) {
    if (named++ == most_named_characters) break;
    names += (names.empty() ? "" : ", ") + character_name(character);
  }
  if (missing.size() > most_named_characters)
    names += " and " + std::to_string(missing.size() - most_named_characters) + " more";
  findings.push_back(view.finding(deck::Code::glyph_missing, first,
                                  "No font on this machine has " + names + ".",
                                  "Write it in another way, or install a font that has it."));
}

}  // namespace lectern::check
