#include "presenter/images/still.h"

#include <optional>

#include "presenter/images/chunks.h"

namespace lectern::images {
namespace {

using File = std::vector<std::uint8_t>;

void append(File& file, Bytes bytes) {
  file.insert(file.end(), bytes.begin(), bytes.end());
}

void append(File& file, std::string_view text) {
  file.insert(file.end(), text.begin(), text.end());
}

void append_little(File& file, std::size_t value, int count) {
  for (int i = 0; i < count; ++i) file.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

File still_png(Bytes png) {
  File file(png.begin(), png.begin() + 8);
  for_each_png_chunk(png, [&](const Chunk& chunk) {
    for (const std::string_view drawn : {"IHDR", "PLTE", "tRNS", "IDAT", "IEND"})
      if (has(chunk.type, 0, drawn)) append(file, chunk.whole);
  });
  return file;
}

/// A picture that is larger than its file says elsewhere fails to decode: libwebp compares.
File extended_webp(int flags, Bytes size_less_1, Bytes chunks) {
  constexpr int alpha_flag = 0x10;
  File picture;
  for_each_riff_chunk(chunks, [&](const Chunk& chunk) {
    for (const std::string_view drawn : {"ALPH", "VP8 ", "VP8L"})
      if (has(chunk.type, 0, drawn)) append(picture, chunk.whole);
  });
  File file;
  append(file, "RIFF");
  append_little(file, 22 + picture.size(), 4);
  append(file, "WEBPVP8X");
  append_little(file, 10, 4);
  append_little(file, static_cast<std::size_t>(flags & alpha_flag), 4);
  append(file, size_less_1);
  append(file, picture);
  return file;
}

/// Of an animation the first frame, as large as it is itself, which is nearly always the canvas (RFC 9649
/// §2.7).
File still_webp(Bytes webp) {
  constexpr std::size_t riff_header = 12, frame_header = 16;
  if (!has(webp, 12, "VP8X")) return {webp.begin(), webp.end()};
  const int flags = webp[20];
  std::optional<File> frame;
  for_each_riff_chunk(webp.subspan(riff_header), [&](const Chunk& chunk) {
    if (!frame && has(chunk.type, 0, "ANMF") && chunk.data.size() >= frame_header)
      frame = extended_webp(flags, chunk.data.subspan(6, 6), chunk.data.subspan(frame_header));
  });
  return frame ? *std::move(frame) : extended_webp(flags, webp.subspan(24, 6), webp.subspan(riff_header));
}

}  // namespace

std::vector<std::uint8_t> still(Bytes file, Format format) {
  switch (format) {
    case Format::png:
      return still_png(file);
    case Format::webp:
      return still_webp(file);
    case Format::jpeg:
    case Format::gif:
    case Format::bmp:
    case Format::svg:
      break;
  }
  return {file.begin(), file.end()};
}

}  // namespace lectern::images
