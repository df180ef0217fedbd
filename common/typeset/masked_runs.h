// Some runs of a text for a while, the others not to be seen: opacity is not enough, emoji ignore it.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "common/typeset/sheet.h"

namespace lectern::typeset {

/// What is otherwise than their text has it.
struct RunLook {
  bool is_struck = false;
  std::optional<Color> color{};  ///< nullopt: their own
};

/// For as long as it lives the ink's layout draws only the runs of the fragments that `is_shown` (0: of
/// none), and those with that look. Widths and places stay.
class MaskedRuns {
 public:
  MaskedRuns(const TextInk&, const std::function<bool(int fragment)>& is_shown, const RunLook&);
  ~MaskedRuns();
  MaskedRuns(const MaskedRuns&) = delete;
  MaskedRuns& operator=(const MaskedRuns&) = delete;

 private:
  struct Saved {
    PangoGlyphItem* run;
    std::vector<PangoGlyph> glyphs;  ///< of one that is hidden
    GSList* attributes;
    GSList* changed = nullptr;            ///< the same ones and more
    std::vector<PangoAttribute*> more{};  ///< that are only in those
  };
  void hide(PangoGlyphItem*);
  void change(PangoGlyphItem*, const RunLook&);

  std::vector<Saved> saved_;
};

Rect bounds_of(const TextInk&);
Rect bounds_of(const Ink&);

}  // namespace lectern::typeset
