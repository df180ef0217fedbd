// How a transition runs over its time. Progress and what comes of it are from 0 to 1.
#pragma once

namespace lectern::stage {

/// CSS `ease`: cubic-bezier(0.25, 0.1, 0.25, 1) (CSS Easing Functions 1, §2.2).
double ease(double progress);

/// reveal.js's curve for slides and backgrounds that change: off at once and long in arriving,
/// cubic-bezier(0.26, 0.86, 0.44, 0.985).
double glide(double progress);

}  // namespace lectern::stage
