// A slide's number typed on the stage, blindly: digits, then Enter. Nothing of it is seen before the slide
// is. Pure.
#pragma once

#include <cstddef>
#include <optional>

#include "common/base/time.h"
#include "presenter/stage/keys.h"

namespace lectern::stage {

/// Each digit waits so long for the next key.
inline constexpr Duration typing_time{3000};

class TypedNumber {
 public:
  /// The number that this key ends. Any other key than a digit or Enter forgets what was typed.
  std::optional<std::size_t> press(const KeyPress&, Instant now);

 private:
  std::size_t number_ = 0;  ///< 0: nothing typed, or nothing that any deck has
  Instant last_{};
};

}  // namespace lectern::stage
