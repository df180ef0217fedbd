// What the operator has typed in the picker, what is found by it, and which of it is chosen. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "presenter/picker/grid.h"
#include "presenter/stage/side_panel.h"

namespace lectern::picker {

/// A slide is found by words of its title, or by what its number begins with.
class Choice {
 public:
  /// `present` is the index of the slide that is up; it is what is chosen while nothing is typed.
  Choice(std::vector<std::string> titles, std::size_t present);

  void type(std::string_view utf8);

  /// Takes the last character away.
  void erase();

  /// Keys that move the choice; others do nothing. Nothing moves beyond the ends.
  void move(stage::PanelKey, const Grid&);

  /// To a place on the page that is seen. False: there is nothing.
  bool choose(int place, const Grid&);

  const std::string& typed() const { return typed_; }
  const std::vector<std::string>& titles() const { return titles_; }
  const std::vector<std::size_t>& found() const { return found_; }  ///< indices of slides

  /// Its place in found(), where anything is.
  std::size_t chosen() const { return chosen_; }
  std::optional<std::size_t> slide() const;

  /// The first place in found() of the page on which the choice is.
  std::size_t page_begin(const Grid&) const;

 private:
  void find();

  const std::vector<std::string> titles_;
  const std::size_t present_;
  std::string typed_;
  std::vector<std::size_t> found_;
  std::size_t chosen_ = 0;
};

}  // namespace lectern::picker
