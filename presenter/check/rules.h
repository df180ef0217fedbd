// Everything that is looked for, by subject. Each rule is a pure function; its code is in its name, what it
// measures and against which figure stands with it.
#pragma once

#include <array>

#include "presenter/check/view.h"

namespace lectern::check {

// pictures.cpp
void picture_unreadable(const SlideView&, Findings&);
void picture_small(const SlideView&, Findings&);
void picture_huge(const SlideView&, Findings&);
void picture_without_text(const SlideView&, Findings&);

// layout.cpp
void background_unusable(const SlideView&, Findings&);
void slide_empty(const SlideView&, Findings&);
void slide_overflows(const SlideView&, Findings&);
void slide_near_edge(const SlideView&, Findings&);

// legibility.cpp
void text_small(const SlideView&, Findings&);
void words_many(const SlideView&, Findings&);
void contrast_low(const SlideView&, Findings&);
void glyph_missing(const SlideView&, Findings&);

// links.cpp
void link_dead(const SlideView&, Findings&);
void id_duplicate(const DeckView&, Findings&);

// markdown.cpp
void markdown_shown(const SlideView&, Findings&);

// notes.cpp
void notes_shown(const SlideView&, Findings&);
void notes_over_timing(const SlideView&, Findings&);
void questions_untimed(const SlideView&, Findings&);
void notes_over_slot(const DeckView&, Findings&);
void timing_over_slot(const DeckView&, Findings&);

using SlideRule = void (*)(const SlideView&, Findings&);
inline constexpr std::array<SlideRule, 17> slide_rules = {
    picture_unreadable,  picture_small,   picture_huge, picture_without_text, slide_empty,
    slide_overflows,     slide_near_edge, text_small,   words_many,           contrast_low,
    glyph_missing,       link_dead,       notes_shown,  notes_over_timing,    questions_untimed,
    background_unusable, markdown_shown,
};

using DeckRule = void (*)(const DeckView&, Findings&);
inline constexpr std::array<DeckRule, 3> deck_rules = {notes_over_slot, timing_over_slot, id_duplicate};

}  // namespace lectern::check
