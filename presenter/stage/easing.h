// How a transition runs over its time.
#pragma once

namespace lectern::stage {

/// CSS `ease`: cubic-bezier(0.25, 0.1, 0.25, 1). Both from 0 to 1 (CSS Easing Functions 1, §2.2).
double ease(double progress);

}  // namespace lectern::stage
