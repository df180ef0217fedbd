#include "common/typeset/contrast.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

namespace lectern::typeset {
namespace {

// WCAG 2.2 §1.4.3, AA; large text is 18 pt or bold 14 pt, in CSS pixels
constexpr double of_text = 4.5;
constexpr double of_large_text = 3;
constexpr double large_text_pixels = 24;
constexpr double large_bold_text_pixels = 18.66;

constexpr double most_samples = 10'000;  // a stretch of letters; more tell nothing new

// WCAG 2.2, "relative luminance"
double linear(double part) {
  return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(std::uint32_t pixel) {
  static const auto linear_bytes = [] {
    std::array<double, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i) table[i] = linear(static_cast<double>(i) / 255);
    return table;
  }();
  return 0.2126 * linear_bytes[pixel >> 16 & 255] + 0.7152 * linear_bytes[pixel >> 8 & 255] +
         0.0722 * linear_bytes[pixel & 255];
}

// "contrast ratio", 1 to 21
double ratio(double a, double b) {
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

std::uint32_t over(const Color& color, std::uint32_t pixel) {
  const auto part = [&](double value, int shift) {
    const double mixed = color.alpha * value * 255 + (1 - color.alpha) * (pixel >> shift & 255);
    return static_cast<std::uint32_t>(std::lround(mixed)) << shift;
  };
  return part(color.red, 16) | part(color.green, 8) | part(color.blue, 0);
}

}  // namespace

double least_contrast(const Letters& letters, double css_pixel) {
  const double large = letters.is_bold ? large_bold_text_pixels : large_text_pixels;
  return letters.font_pixels / css_pixel >= large ? of_large_text : of_text;
}

std::optional<double> contrast_on(const Pixmap& ground, double scale, const Letters& letters) {
  const auto clip = [](double at, int size) { return static_cast<int>(std::clamp<double>(at, 0, size)); };
  const int left = clip(std::floor(scale * letters.x), ground.size.width);
  const int top = clip(std::floor(scale * letters.y), ground.size.height);
  const int right = clip(std::ceil(scale * (letters.x + letters.width)), ground.size.width);
  const int bottom = clip(std::ceil(scale * (letters.y + letters.height)), ground.size.height);
  const double area = static_cast<double>(right - left) * (bottom - top);
  const int step = std::max(1, static_cast<int>(std::ceil(std::sqrt(area / most_samples))));

  std::vector<double> ratios;
  for (int y = top; y < bottom; y += step) {
    const std::uint32_t* row = ground.row(y);
    for (int x = left; x < right; x += step) {
      const std::uint32_t behind = letters.ground ? over(*letters.ground, row[x]) : row[x];
      ratios.push_back(ratio(luminance(over(letters.color, behind)), luminance(behind)));
    }
  }
  if (ratios.empty()) return std::nullopt;
  const auto decile = ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() / 10);
  std::ranges::nth_element(ratios, decile);
  return *decile;
}

}  // namespace lectern::typeset
