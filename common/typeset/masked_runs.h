// Some runs of a text for a while, the others not to be seen: opacity is not enough, emoji ignore it.
#pragma once

#include <functional>
#include <vector>

#include "common/typeset/sheet.h"

namespace lectern::typeset {

/// For as long as it lives the ink's layout draws only the runs of the fragments that `is_shown` (0: of
/// none), and strikes them through if asked to. Widths and places stay.
class MaskedRuns {
 public:
  MaskedRuns(const TextInk&, const std::function<bool(int fragment)>& is_shown, bool is_struck);
  ~MaskedRuns();
  MaskedRuns(const MaskedRuns&) = delete;
  MaskedRuns& operator=(const MaskedRuns&) = delete;

  /// Of what is shown.
  const Rect& bounds() const { return bounds_; }

 private:
  struct Saved {
    PangoGlyphItem* run;
    std::vector<PangoGlyph> glyphs;  ///< of one that is hidden
    GSList* attributes;
    GSList* added;  ///< nullptr: none
  };
  void hide(PangoGlyphItem*);
  void strike(PangoGlyphItem*);

  std::vector<Saved> saved_;
  Rect bounds_;
};

/// The smallest around both; one without a size counts for nothing.
Rect united(const Rect&, const Rect&);
Rect bounds_of(const TextInk&);
Rect bounds_of(const Ink&);

}  // namespace lectern::typeset
