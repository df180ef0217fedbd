// A director under test, at a clock of the test's own.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>

#include "presenter/stage/director.h"
#include "tests/unit/stage/test_deck.h"

namespace lectern::stage {

using namespace std::chrono_literals;

/// A director of some slides with a cross-fade, at a clock of the test's own, whose slides are painted as the
/// test says.
class Directed : public testing::Test {
 protected:
  explicit Directed(deck::Transition transition = deck::Transition::fade)
      : deck_(colored_deck(25, transition)), director_(deck_) {
    for (std::size_t slide = 0; slide < deck_->slides.size(); ++slide) painted_.insert(slide);
  }

  void tell(int slide_index, bool black = false) {
    auto state = state_of(*deck_, ++revision_, slide_index);
    state->black = black;
    director_.show(state);
  }

  std::optional<Shot> look() {
    return director_.direct(now_, [&](const View& view, Director::Form form) {
      return painted_.contains(view.slide) && (form == Director::Form::whole || layers_are_painted_);
    });
  }

  /// The first slide, after so many steps.
  void tell_step(int step) {
    auto state = state_of(*deck_, ++revision_, 0);
    state->position.step = step;
    director_.show(state);
  }

  /// Up to where nothing is due any more; the last thing drawn.
  std::optional<Shot> look_until_still() {
    auto last = look();
    while (const auto next = director_.next_look(now_)) {
      now_ = std::max(*next, now_);
      if (auto shot = look()) last = shot;
      if (now_ > Instant{1min}) return std::nullopt;
    }
    return last;
  }

  /// On the first slide, with nothing left to draw.
  void start() {
    tell(0);
    look();
  }

  std::shared_ptr<deck::Deck> deck_;
  Director director_;
  std::set<std::size_t> painted_;
  bool layers_are_painted_ = true;
  Instant now_{1s};
  Revision revision_ = 0;
};

class DirectedWithoutTransition : public Directed {
 protected:
  DirectedWithoutTransition() : Directed(deck::Transition::none) {}
};

class DirectedWithSlide : public Directed {
 protected:
  DirectedWithSlide() : Directed(deck::Transition::slide) {}
};

}  // namespace lectern::stage
