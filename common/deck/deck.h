// A deck as a plain value: what was written, slide by slide. Pure: text in, value out, no file is opened
// here.
#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/ids.h"
#include "common/base/result.h"
#include "common/base/time.h"
#include "common/deck/diagnostic.h"
#include "common/deck/document.h"

namespace lectern::deck {

inline constexpr std::size_t max_file_bytes = 16u << 20;    ///< a deck's file; larger is refused
inline constexpr std::size_t max_text_bytes = 3u << 20;     ///< of a deck's text; the rest is left out
inline constexpr std::size_t max_config_bytes = 64u << 10;  ///< of reveal-md.json; a larger one is not read
inline constexpr std::size_t max_slides = 2000;             ///< what follows is left out, with a diagnostic
inline constexpr std::size_t max_slide_bytes = 128u
                                               << 10;  ///< of Markdown on one slide; the rest is left out
inline constexpr int max_nesting =
    100;  ///< lists in quotes in lists…; deeper is flattened, with a diagnostic
inline constexpr std::size_t max_shown_text_bytes = 8000;  ///< on one slide: more than can be read on it; the
                                                           ///< rest is not shown, with a diagnostic
inline constexpr std::size_t max_table_columns =
    128;  ///< a wider table is shown as its text, with a diagnostic
inline constexpr std::size_t max_title_characters =
    120;  ///< of a slide's title (code points); longer ends in an ellipsis

/// Where a slide is, as people write it: `h` or `h.v`, both from 1. `v` is 0 for a slide that is in no stack.
struct Address {
  int h = 1;
  int v = 0;
  friend auto operator<=>(const Address&, const Address&) = default;
};

std::string to_string(Address);
/// "3" or "3.2"; nullopt for anything else. "3" says h = 3, v = 0.
std::optional<Address> parse_address(std::string_view);

/// Behind a slide's content, filling the whole display.
struct Background {
  std::vector<std::string> images;  ///< topmost first; as InlineImage::source
  std::string color{};              ///< a CSS colour as written; empty: the theme's
  std::string gradient{};           ///< a CSS gradient as written, over the colour; empty: none
  std::string size{};               ///< of the images, CSS's background-size as written; empty: cover
  std::string position{};           ///< CSS's background-position as written; empty: the middle
  std::string repeat{};             ///< CSS's background-repeat as written; empty: no-repeat
  double image_opacity = 1.0;       ///< 0 to 1, of the images over what is behind them

  friend bool operator==(const Background&, const Background&) = default;
};

enum class Transition { none, fade, slide, convex, concave, zoom };
enum class Speed { usual, fast, slow };

/// How a slide comes and goes, where it says so itself.
struct Turn {
  std::optional<Transition> in;
  std::optional<Transition> out;
  std::optional<Transition> background;
  std::optional<Speed> speed;
};

/// What the speaker is to say from a step on.
struct StepNotes {
  int step = 1;
  std::string notes;  ///< Markdown, trimmed
};

struct Slide {
  Address address;
  std::string title;  ///< the first heading, else the first words, else empty; plain text for lists of slides
  Blocks content;
  std::string notes;  ///< the speaker's notes as the Markdown the author wrote, trimmed; empty: none
  std::vector<StepNotes> step_notes;  ///< by step
  Background background;
  Turn turn;
  std::vector<Fragment> fragments;  ///< in the order of the text
  int step_count = 0;               ///< presses of *next* that reveal something before the next slide comes
  std::string id;                   ///< for links to it; empty: none
  TextDirection direction = TextDirection::unsaid;  ///< of its content; unsaid: as the deck's
  bool is_counted = true;                           ///< false: "12 of 28" leaves it out of the 28
  std::optional<Duration> timing;                   ///< how long the speaker means to stay on it
  std::optional<Duration> autoslide;  ///< after which the show goes on by itself; 0: it waits for a person
  int line = 1;                       ///< of the slide's first line in the deck's text
  std::size_t fingerprint = 0;        ///< of the slide's text; within one process equal texts have equal ones
};

/// What stands in a slide's corner.
enum class SlideNumber { none, number, number_of_count, address };

/// From the front matter, is_legible from the command line; the defaults are reveal.js's.
struct Settings {
  std::string title;            ///< of the deck; the first slide's title where the author gave none
  std::string author{};         ///< empty: not known
  std::string language{};       ///< of the text, as BCP 47 writes it; empty: not known
  std::string date{};           ///< of the talk, as its author writes it; empty: not said
  std::string logo{};           ///< a picture for the holding slide, as InlineImage::source; empty: none
  std::string theme = "night";  ///< one of theme_names, or a CSS file in the deck's folder or below
  Transition transition = Transition::slide;
  double width = 960;  ///< of the design area a slide is laid out in, CSS pixels, 1 to 10,000
  double height = 700;
  Speed speed = Speed::usual;
  double margin = 0.04;  ///< of the display, kept free around the design area, 0 to 0.45
  bool center = true;    ///< content is centred vertically
  TextDirection direction = TextDirection::unsaid;  ///< of all slides
  std::optional<Duration> slot;                     ///< that the talk has, questions and all
  Duration autoslide{0};                            ///< of slides that do not say their own
  SlideNumber slide_number = SlideNumber::none;
  std::optional<Transition> background_transition{};  ///< of slides that do not say their own; nullopt: fade
  bool is_legible = false;  ///< pictures are veiled behind text that they make hard to read

  friend bool operator==(const Settings&, const Settings&) = default;
};

struct Deck {
  DeckHash hash;
  Settings settings;
  std::vector<Slide> slides;  ///< in the order of presenting, never empty; number = index + 1
};

struct ReadDeck {
  Deck deck;
  std::string text;                     ///< what lines and columns speak of: UTF-8 with LF, repaired
  std::vector<Diagnostic> diagnostics;  ///< reveal-md.json's, then the deck's by line, then column
};

inline constexpr const char* config_file_name = "reveal-md.json";

/// What counts beside the deck's text: the command line over the front matter over reveal-md.json.
struct Beside {
  std::string reveal_md_json;  ///< the text of the file next to the deck; empty: there is none
  std::optional<std::string> separator;
  std::optional<std::string> vertical_separator;
  std::optional<std::string> notes_separator;
};

/// Reads a deck's file (front matter and slides; the dialect is docs/deck-language.md). Fails where there is
/// nothing to show: what is no text, over max_file_bytes, or without a slide. Everything else is taken
/// as far as it can be, with diagnostics. Linear in the text's length.
Result<ReadDeck> read_deck(std::string_view bytes, const Beside& = {});

/// The index of the slide at `address`; "3" finds the first slide of a stack, "3.1" a slide alone. nullopt:
/// no such slide.
std::optional<std::size_t> find_slide(const Deck&, Address);

/// The index of the slide that a link inside the deck leads to: `#/2/1` is 3.2, counted from 0 as reveal.js
/// does, `#/bridge` the slide with that id, `#` the first one. nullopt: no slide, or no such link.
std::optional<std::size_t> linked_slide(const Deck&, std::string_view href);

/// What the corner of a slide says, as the deck's settings want it: "12", "12 / 28" or "3.2"; empty: nothing,
/// as on a slide that does not count. The count is the number of the last slide that does.
std::string slide_number(const Deck&, std::size_t slide_index);

/// The deck's title where several decks are listed: at most max_title_characters.
std::string listed_title(const Deck&);

/// Every picture that the deck names, as written, each with its first place: the logo, slide backgrounds and
/// images in the text.
struct PictureReference {
  std::string source;
  int line = 1;
  int column = 1;
};
std::vector<PictureReference> picture_references(const Deck&, std::string_view text);

/// Every picture that the deck names, as written, once, in the order of its first slide.
std::vector<std::string> picture_names(const Deck&);

/// The first 128 bits of SHA-256, as hexadecimal digits.
DeckHash hash_of(std::string_view bytes);

}  // namespace lectern::deck
