#include "presenter/stage/easing.h"

namespace lectern::stage {
namespace {

/// One coordinate of a cubic Bézier curve from 0 to 1 with the inner control points `a` and `b`.
double bezier(double a, double b, double t) {
  const double u = 1 - t;
  return 3 * u * u * t * a + 3 * u * t * t * b + t * t * t;
}

}  // namespace

double ease(double progress) {
  if (progress <= 0) return 0;
  if (progress >= 1) return 1;
  double low = 0,
         high = 1;  // x grows with t, so halving finds it: 24 times is finer than any display's steps
  for (int i = 0; i < 24; ++i) {
    const double middle = (low + high) / 2;
    (bezier(0.25, 0.25, middle) < progress ? low : high) = middle;
  }
  return bezier(0.1, 1, low);
}

}  // namespace lectern::stage
