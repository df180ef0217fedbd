#include "presenter/stage/easing.h"

namespace lectern::stage {
namespace {

struct Point {
  double x, y;
};

/// One coordinate of a cubic Bézier curve from 0 to 1 with the inner control points `a` and `b`.
double bezier(double a, double b, double t) {
  const double u = 1 - t;
  return 3 * u * u * t * a + 3 * u * t * t * b + t * t * t;
}

double height_at(double x, Point a, Point b) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  double low = 0,
         high = 1;  // x grows with t, so halving finds it: 24 times is finer than any display's steps
  for (int i = 0; i < 24; ++i) {
    const double middle = (low + high) / 2;
    (bezier(a.x, b.x, middle) < x ? low : high) = middle;
  }
  return bezier(a.y, b.y, low);
}

}  // namespace

double ease(double progress) {
  return height_at(progress, {0.25, 0.1}, {0.25, 1});
}

double glide(double progress) {
  return height_at(progress, {0.26, 0.86}, {0.44, 0.985});
}

}  // namespace lectern::stage
