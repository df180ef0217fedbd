#include "common/deck/code.h"

#include <array>

namespace lectern::deck {
namespace {

struct Entry {
  Code code;
  std::string_view name;
  std::string_view why;
};

constexpr std::array entries = {
    Entry{Code::text_repaired, "text-repaired",
          "Other programs show the wrong letters; only here is the text put right."},
    Entry{Code::encoding_converted, "encoding-converted",
          "Other programs may show wrong letters, or refuse the file."},
    Entry{Code::front_matter_unreadable, "front-matter-unreadable",
          "Settings that were meant for the whole deck do not count."},
    Entry{Code::front_matter_unclosed, "front-matter-unclosed",
          "Settings could end up on the first slide, for everybody to read."},
    Entry{Code::front_matter_value, "front-matter-value",
          "The deck is shown with another setting than was meant."},
    Entry{Code::front_matter_misplaced, "front-matter-misplaced",
          "Other programs do not see this setting where it stands."},
    Entry{Code::front_matter_duplicate, "front-matter-duplicate",
          "Only one of the two counts, and it may not be the one that was meant."},
    Entry{Code::front_matter_key, "front-matter-key",
          "Other programs do not take it for the setting that was meant."},
    Entry{Code::theme_unknown, "theme-unknown", "The whole deck looks different from what was meant."},
    Entry{Code::theme_unreadable, "theme-unreadable", "The whole deck looks different from what was meant."},
    Entry{Code::theme_ignored, "theme-ignored", "The slides do not look as in other programs."},
    Entry{Code::separator_unreadable, "separator-unreadable",
          "Slides are divided in other places than was meant."},
    Entry{Code::separator_in_code, "separator-in-code",
          "If a new slide was meant here, its text is shown as code on the slide before."},
    Entry{Code::separator_in_comment, "separator-in-comment",
          "A comment that ends later than was meant hides whole slides."},
    Entry{Code::separator_underline, "separator-underline",
          "If a heading was meant, its slide is cut in two and the heading is plain text."},
    Entry{Code::separator_missed, "separator-missed", "Two slides are shown as one."},
    Entry{Code::notes_shown, "notes-shown",
          "What looks like a speaker's note is on the screen for everybody to read."},
    Entry{Code::comment_unclosed, "comment-unclosed", "Everything below it is missing from the slide."},
    Entry{Code::attribute_unreadable, "attribute-unreadable", "The slide does not look as was meant."},
    Entry{Code::attribute_unknown, "attribute-unknown", "What was meant by it does not happen."},
    Entry{Code::attribute_value, "attribute-value", "What was meant by it does not happen."},
    Entry{Code::attribute_ignored, "attribute-ignored",
          "The slide looks or behaves differently from other programs."},
    Entry{Code::background_unusable, "background-unusable",
          "The slide has the plain background of its theme."},
    Entry{Code::html_unknown, "html-unknown",
          "Angle brackets and tags stand on the slide for everybody to read."},
    Entry{Code::html_ignored, "html-ignored", "The slide does not look as in other programs."},
    Entry{Code::html_unclosed, "html-unclosed",
          "More of the slide looks as this does than its author meant."},
    Entry{Code::link_dead, "link-dead", "Whoever follows it ends up nowhere."},
    Entry{Code::deck_too_long, "deck-too-long", "Slides at the end of the deck are missing."},
    Entry{Code::slide_too_long, "slide-too-long", "The end of the slide is missing."},
    Entry{Code::nesting_too_deep, "nesting-too-deep", "The inner levels are shown as one."},
    Entry{Code::table_too_large, "table-too-large", "The table, or a part of it, is shown as loose text."},
    Entry{Code::links_too_large, "links-too-large",
          "Link definitions stand on the slide for everybody to read."},
    Entry{Code::remarks_too_many, "remarks-too-many", "What follows has not been looked at by anybody."},
    Entry{Code::picture_missing, "picture-missing", "An empty frame stands where the picture should be."},
    Entry{Code::picture_unreadable, "picture-unreadable",
          "An empty frame stands where the picture should be."},
    Entry{Code::picture_case, "picture-case", "Other programs on this machine do not find the picture."},
    Entry{Code::picture_elsewhere, "picture-elsewhere",
          "The picture is on somebody's own computer or on a network, not with the deck; an empty frame is "
          "shown."},
    Entry{Code::picture_format, "picture-format", "An empty frame stands where the picture should be."},
    Entry{Code::picture_small, "picture-small", "It looks blurred on the large display."},
    Entry{Code::picture_huge, "picture-huge",
          "The deck is slow to copy and slow to open, and gains nothing by it."},
    Entry{Code::picture_without_text, "picture-without-text",
          "Somebody who cannot see the picture does not learn what it shows."},
    Entry{Code::slide_empty, "slide-empty",
          "The audience looks at an empty screen and wonders what went wrong."},
    Entry{Code::slide_overflows, "slide-overflows",
          "Everything on the slide is shown smaller than on the others."},
    Entry{Code::slide_near_edge, "slide-near-edge",
          "Projectors and televisions cut off what is at the edge."},
    Entry{Code::text_small, "text-small", "It cannot be read from the back of the room."},
    Entry{Code::words_many, "words-many", "The audience reads instead of listening."},
    Entry{Code::contrast_low, "contrast-low", "It is hard to read against what is behind it."},
    Entry{Code::glyph_missing, "glyph-missing",
          "A box with a number in it is shown instead of the character."},
    Entry{Code::questions_untimed, "questions-untimed", "Nobody sees how much time is left for questions."},
    Entry{Code::notes_long, "notes-long", "The talk runs over and is cut short."},
    Entry{Code::timing_long, "timing-long", "The talk runs over and is cut short."},
    Entry{Code::markdown_shown, "markdown-shown",
          "Signs that were meant for Markdown stand on the slide for everybody to read."},
    Entry{Code::id_duplicate, "id-duplicate", "A link to it leads to the first of the two only."},
};

constexpr auto codes = [] {
  std::array<Code, entries.size()> all{};
  for (std::size_t i = 0; i < entries.size(); ++i) all[i] = entries[i].code;
  return all;
}();

constexpr bool in_order() {
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (static_cast<std::size_t>(entries[i].code) != i) return false;
  return true;
}
static_assert(in_order(), "the entries stand in the order of the enumeration");

const Entry& entry(Code code) {
  return entries[static_cast<std::size_t>(code)];
}

}  // namespace

std::string_view name_of(Code code) {
  return entry(code).name;
}

std::string_view why_it_matters(Code code) {
  return entry(code).why;
}

std::span<const Code> all_codes() {
  return codes;
}

}  // namespace lectern::deck
