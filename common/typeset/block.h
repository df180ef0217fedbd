// Blocks on their way to the sheet: each is made once with its text shaped, tells how wide it could be, and
// is placed.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/deck/deck.h"
#include "common/deck/document.h"
#include "common/typeset/flow.h"
#include "common/typeset/fonts.h"
#include "common/typeset/sheet.h"
#include "common/typeset/widths.h"

namespace lectern::typeset {

inline constexpr std::size_t piece_bytes =
    8;  ///< what every run, picture and block counts for besides its text

/// How much room there is: scarce, where a tall table is set in parts; none, where words of a wide one are
/// broken as well.
enum class Room { ample, scarce, none };

/// What the blocks of one slide have in common.
struct Setting {
  Fonts& fonts;
  const Theme& theme;
  const PictureLookup& pictures;
  double picture_max_height = 0;
  double area_height = 0;
  Room room = Room::ample;
  std::size_t bytes_left = deck::max_shown_text_bytes;  ///< what is over it is left out

  /// Pays for a piece of content; false: there is nothing left to pay with, so leave it out.
  bool afford_piece() {
    bytes_left -= std::min(bytes_left, piece_bytes);
    return bytes_left > 0;
  }
};

/// What a block hands down to what is in it.
struct TextStyle {
  Font font;
  double line_height = 0;  ///< pixels
  double letter_spacing = 0;
  LetterCase letter_case = LetterCase::as_written;
  deck::Align align = deck::Align::center;
  deck::TextDirection direction = deck::TextDirection::unsaid;
  Paint paint = Paint::text;

  void scale(double factor) {
    font.pixels *= factor;
    line_height *= factor;
    letter_spacing *= factor;
  }
};

struct Surroundings {
  TextStyle text;
  int list_depth = 0;
  int bullet_depth = 0;   ///< of lists with bullets alone
  bool in_quote = false;  ///< directly
  bool is_first = false;  ///< CSS's :first-child and :last-child
  bool is_last = false;
};

/// Of the free room beside something, how much lies to its left.
inline double share_before(deck::Align align) {
  return align == deck::Align::center ? 0.5 : align == deck::Align::right ? 1.0 : 0.0;
}

class Block {
 public:
  virtual ~Block() = default;
  virtual Widths widths() = 0;
  virtual void place(Sheet&, Flow&, double left, double width) = 0;
};

/// Blocks one below another, each as wide as its surroundings allow.
class Stack : public Block {
 public:
  /// `follower`: whether something unseen comes after the last block, which is then no :last-child.
  enum class Follower { none, unseen };
  Stack(Setting&, const deck::Blocks&, const Surroundings&, Follower = Follower::none);

  Widths widths() override;
  void place(Sheet&, Flow&, double left, double width) override;

 private:
  struct Part {
    std::unique_ptr<Block> block;
    int fragment = 0;
  };
  std::vector<Part> parts_;
};

std::unique_ptr<Block> make_block(Setting&, const deck::Heading&, const Surroundings&);
std::unique_ptr<Block> make_block(Setting&, const deck::Paragraph&, const Surroundings&);
std::unique_ptr<Block> make_block(Setting&, const deck::Plain&, const Surroundings&);
std::unique_ptr<Block> make_block(Setting&, const deck::CodeBlock&, const Surroundings&);
std::unique_ptr<Block> make_block(Setting&, const deck::List&, const Surroundings&);
std::unique_ptr<Block> make_block(Setting&, const deck::Quote&, const Surroundings&);
std::unique_ptr<Block> make_block(Setting&, const deck::Table&, const Surroundings&);
std::unique_ptr<Block> make_block(Setting&, const deck::Rule&, const Surroundings&);

/// Runs of white space as one space, none at the ends.
std::string folded(std::string_view text);

}  // namespace lectern::typeset
