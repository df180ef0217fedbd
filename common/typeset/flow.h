// The vertical flow of blocks: margins that meet become one (CSS 2 §8.3.1; none here is negative).
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace lectern::typeset {

/// One block formatting context. Blocks are placed from the top: `margin`, `settle`, `advance`, `margin`.
class Flow {
 public:
  explicit Flow(double top) : bottom_(top) {}

  /// At least this much room between what stands above and what comes next.
  void margin(double height) { margin_ = std::max(margin_, height); }

  /// Where the next content starts: below the margins that met here. Asking twice is harmless.
  double settle() {
    bottom_ += std::max(margin_ - settled_, 0.0);
    settled_ = std::max(settled_, margin_);
    return bottom_;
  }

  /// Content of this height has been placed; `overhang` is how far its last line's letters may reach below
  /// it.
  void advance(double height, double overhang = 0) {
    tops_.push_back(settle());
    bottom_ += height;
    margin_ = settled_ = 0;
    reach_ = std::max(reach_, bottom_ + overhang);
  }

  double bottom() const { return bottom_; }                    ///< of the last content
  double end() const { return bottom_ + margin_ - settled_; }  ///< with the margin that follows it
  double reached() const { return reach_; }                    ///< the lowest point of any letter

  /// A block without padding begins with its first child, below their joint margin: `mark` before placing the
  /// children and ask `top_since` afterwards.
  std::size_t mark() const { return tops_.size(); }
  double top_since(std::size_t mark) { return mark < tops_.size() ? tops_[mark] : settle(); }

 private:
  double bottom_;
  double margin_ = 0;   ///< wanted between bottom_ and the next content
  double settled_ = 0;  ///< how much of it bottom_ includes already
  double reach_ = 0;
  std::vector<double> tops_;  ///< of each content that was placed
};

}  // namespace lectern::typeset
