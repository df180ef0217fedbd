#include "presenter/images/gif.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace lectern::images {
namespace {

constexpr int most_code_bits = 12;

std::size_t color_bytes(int flags) {
  return flags & 0x80 ? 3u << ((flags & 7) + 1) : 0u;
}

/// Where the blocks that begin at `at` have ended (§15, §16).
std::size_t end_of_blocks(Bytes gif, std::size_t at) {
  while (at < gif.size() && gif[at] != 0) at += 1u + gif[at];
  return at + 1;
}

/// Codes out of blocks, the lowest bit first (appendix F).
class CodeReader {
 public:
  explicit CodeReader(Bytes blocks) : blocks_(blocks) {}

  /// -1: there are no more.
  int next(int bits) {
    while (held_bits_ < bits) {
      if (left_in_block_ == 0) left_in_block_ = take_byte();
      if (left_in_block_ == 0 || at_ >= blocks_.size()) return -1;
      held_ |= static_cast<unsigned>(take_byte()) << held_bits_;
      held_bits_ += 8;
      --left_in_block_;
    }
    const unsigned code = held_ & ((1u << bits) - 1);
    held_ >>= bits;
    held_bits_ -= bits;
    return static_cast<int>(code);
  }

 private:
  int take_byte() { return at_ < blocks_.size() ? blocks_[at_++] : 0; }

  Bytes blocks_;
  std::size_t at_ = 0;
  int left_in_block_ = 0;
  unsigned held_ = 0;
  int held_bits_ = 0;
};

/// What a code stands for: what another one does, and one colour more.
struct Phrase {
  int before = -1;
  std::uint8_t first = 0, last = 0;
  std::size_t length = 1;
};

/// The numbers of up to `count` colours; fewer where the data end or make no sense.
std::vector<std::uint8_t> unpack(Bytes data, std::size_t count) {
  const int color_bits = data[0];
  if (color_bits < 1 || color_bits > 8) return {};
  const int clear = 1 << color_bits, end = clear + 1;
  std::array<Phrase, 1 << most_code_bits> phrases;
  for (int i = 0; i < clear; ++i) {
    const auto color = static_cast<std::uint8_t>(i);
    phrases[color].first = phrases[color].last = color;
  }
  const auto phrase = [&](int code) -> Phrase& { return phrases[static_cast<std::size_t>(code)]; };

  std::vector<std::uint8_t> numbers;
  numbers.reserve(count);
  CodeReader codes(data.subspan(1));
  int bits = color_bits + 1, unused = end + 1, previous = -1;
  while (numbers.size() < count) {
    const int code = codes.next(bits);
    if (code < 0 || code == end) break;
    if (code == clear) {
      bits = color_bits + 1, unused = end + 1, previous = -1;
      continue;
    }
    if (code > unused || (previous < 0 && code >= clear)) break;
    if (previous >= 0 && unused < 1 << most_code_bits) {
      const Phrase& start = phrase(previous);
      phrase(unused) = {previous, start.first, code == unused ? start.first : phrase(code).first,
                        start.length + 1};
      if (++unused == 1 << bits && bits < most_code_bits) ++bits;
    }
    if (code >= unused) break;
    numbers.resize(numbers.size() + phrase(code).length);
    auto out = numbers.rbegin();
    for (int at = code; at >= 0; at = phrase(at).before) *out++ = phrase(at).last;
    previous = code;
  }
  numbers.resize(std::min(numbers.size(), count));
  return numbers;
}

/// The row that comes as the `index`th (appendix E).
int interlaced_row(int index, int height) {
  for (const auto& [first, step] : {std::pair{0, 8}, {4, 8}, {2, 4}, {1, 2}}) {
    const int rows = (height - first + step - 1) / step;
    if (index < rows) return first + index * step;
    index -= rows;
  }
  return height;
}

}  // namespace

std::optional<GifImage> find_gif_image(Bytes gif) {
  if (gif.size() < 13) return std::nullopt;
  GifImage image;
  const std::size_t screen_colors = color_bytes(gif[10]);
  std::size_t at = 13 + screen_colors;
  while (at + 10 <= gif.size() && gif[at] == 0x21) {
    const bool is_control = gif[at + 1] == 0xf9 && gif[at + 2] == 4;  // §23
    if (is_control) image.transparent = gif[at + 3] & 1 ? gif[at + 6] : -1;
    at = end_of_blocks(gif, at + 2);
  }
  if (at + 10 > gif.size() || gif[at] != 0x2c) return std::nullopt;
  image.left = little(gif, at + 1, 2);
  image.top = little(gif, at + 3, 2);
  image.size = {little(gif, at + 5, 2), little(gif, at + 7, 2)};
  image.canvas = {std::max(little(gif, 6, 2), image.size.width),
                  std::max(little(gif, 8, 2), image.size.height)};
  const int flags = gif[at + 9];
  image.is_interlaced = (flags & 0x40) != 0;
  const std::size_t own_colors = color_bytes(flags);
  if (at + 10 + own_colors >= gif.size()) return std::nullopt;
  image.colors = own_colors > 0 ? gif.subspan(at + 10, own_colors) : gif.subspan(13, screen_colors);
  image.data = gif.subspan(at + 10 + own_colors);
  return image;
}

std::optional<Decoded> decode_gif(const GifImage& image) {
  const auto [width, height] = image.size;
  const auto row_bytes = 4 * static_cast<std::size_t>(image.canvas.width);
  const auto numbers = unpack(image.data, static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  if (numbers.empty()) return std::nullopt;
  const auto pixels =
      std::make_shared<std::vector<std::uint8_t>>(row_bytes * static_cast<std::size_t>(image.canvas.height));
  auto number = numbers.begin();
  for (int row = 0; row < height; ++row) {
    const int y = image.top + (image.is_interlaced ? interlaced_row(row, height) : row);
    for (int x = image.left; x < image.left + width && number != numbers.end(); ++x) {
      const std::size_t color = *number++;
      if (x >= image.canvas.width || y >= image.canvas.height || static_cast<int>(color) == image.transparent)
        continue;
      if (3 * color + 3 > image.colors.size()) continue;
      std::uint8_t* pixel =
          pixels->data() + static_cast<std::size_t>(y) * row_bytes + 4 * static_cast<std::size_t>(x);
      std::copy_n(image.colors.begin() + static_cast<std::ptrdiff_t>(3 * color), 3, pixel);
      pixel[3] = 255;
    }
  }
  return Decoded{{pixels->data(), row_bytes, image.canvas, 4}, pixels};
}

}  // namespace lectern::images
