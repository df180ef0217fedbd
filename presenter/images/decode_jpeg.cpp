#include <jpeglib.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <csetjmp>
#include <cstdio>
#include <memory>
#include <thread>

#include "common/base/large_pages.h"
#include "presenter/images/decode.h"
#include "presenter/images/image.h"

namespace lectern::images {
namespace {

// A progressive file can ask for any number of passes over the picture. Real ones have a dozen.
constexpr int most_passes = 500;

constexpr int rows_at_once = 16;

/// libjpeg's decoder. It tells of a failure by a jump, so nothing that wants to be destroyed may live in a
/// function that it jumps out of.
class JpegDecoder {
 public:
  JpegDecoder() {
    decoder_.err = jpeg_std_error(&errors_);
    errors_.error_exit = [](j_common_ptr of) { std::longjmp(decoder_of(of).failure_, 1); };
    errors_.output_message = [](j_common_ptr) {};
    decoder_.client_data = this;
  }
  ~JpegDecoder() { jpeg_destroy_decompress(&decoder_); }
  JpegDecoder(const JpegDecoder&) = delete;
  JpegDecoder& operator=(const JpegDecoder&) = delete;

  bool begin(Bytes bytes, PixelSize needed) {
    if (setjmp(failure_) != 0) return false;
    jpeg_create_decompress(&decoder_);
    jpeg_mem_src(&decoder_, bytes.data(), bytes.size());
    jpeg_read_header(&decoder_, TRUE);
    const J_COLOR_SPACE space = decoder_.jpeg_color_space;
    const PixelSize stored{static_cast<int>(decoder_.image_width), static_cast<int>(decoder_.image_height)};
    if (too_large(stored) || space == JCS_CMYK || space == JCS_YCCK) return false;
    decoder_.out_color_space = JCS_RGB;
    decoder_.scale_num = 1;
    for (const unsigned part : {8u, 4u, 2u, 1u}) {
      decoder_.scale_denom = part;
      jpeg_calc_output_dimensions(&decoder_);
      if (size().width >= needed.width && size().height >= needed.height) break;
    }
    progress_.progress_monitor = [](j_common_ptr of) {
      if (reinterpret_cast<j_decompress_ptr>(of)->input_scan_number > most_passes)
        std::longjmp(decoder_of(of).failure_, 1);
    };
    decoder_.progress = &progress_;
    return true;
  }

  PixelSize size() const {
    return {static_cast<int>(decoder_.output_width), static_cast<int>(decoder_.output_height)};
  }

  /// Its first rows, up to `count`, of three bytes a pixel; tells `arrival` of those that it has. False:
  /// damaged, or given up.
  bool decode(std::uint8_t* pixels, int count, Arrival& arrival, const std::atomic<bool>& is_given_up) {
    if (setjmp(failure_) != 0) return false;
    jpeg_start_decompress(&decoder_);
    const std::size_t pitch = 3 * static_cast<std::size_t>(decoder_.output_width);
    while (static_cast<int>(decoder_.output_scanline) < count) {
      if (is_given_up) return false;
      JSAMPROW rows[rows_at_once];
      for (std::size_t i = 0; i < rows_at_once; ++i)
        rows[i] = pixels + (decoder_.output_scanline + i) * pitch;
      const auto left = decoder_.output_height - decoder_.output_scanline;
      jpeg_read_scanlines(&decoder_, rows, std::min<JDIMENSION>(rows_at_once, left));
      arrival.arrive(static_cast<int>(decoder_.output_scanline));
    }
    return true;
  }

 private:
  static JpegDecoder& decoder_of(j_common_ptr common) {
    return *static_cast<JpegDecoder*>(common->client_data);
  }

  jpeg_decompress_struct decoder_{};
  jpeg_error_mgr errors_{};
  jpeg_progress_mgr progress_{};
  std::jmp_buf failure_{};
};

class DecodedPhotograph final : public Photograph {
 public:
  bool begin(Bytes bytes, PixelSize needed, double share) {
    if (!decoder_.begin(bytes, needed)) return false;
    const PixelSize size = decoder_.size();
    const std::size_t pitch = 3 * static_cast<std::size_t>(size.width);
    pixels_ = std::allocate_shared_for_overwrite<std::uint8_t[]>(
        LargePages<std::uint8_t>(), pitch * static_cast<std::size_t>(size.height));
    rows_ = {pixels_.get(), pitch, size, 3, &arrival_};
    const int count = std::clamp(static_cast<int>(std::ceil(share * size.height)), 1, size.height);
    thread_ = std::jthread([this, count] {
      is_whole_ = decoder_.decode(pixels_.get(), count, arrival_, is_given_up_);
      arrival_.arrive(rows_.size.height);  // nobody waits for what does not come
    });
    return true;
  }
  ~DecodedPhotograph() override { is_given_up_ = true; }

  const Rows& rows() const override { return rows_; }

  bool succeeded() override {
    if (thread_.joinable()) thread_.join();
    return is_whole_;
  }

 private:
  JpegDecoder decoder_;
  std::shared_ptr<std::uint8_t[]> pixels_;
  Rows rows_;
  Arrival arrival_;
  std::atomic<bool> is_given_up_ = false;
  bool is_whole_ = false;  ///< the thread's until it has ended
  std::jthread thread_;    ///< last: ended before what it uses goes
};

}  // namespace

std::unique_ptr<Photograph> Photograph::decode(Bytes bytes, PixelSize needed, double share) {
  auto photograph = std::make_unique<DecodedPhotograph>();
  if (!photograph->begin(bytes, needed, share)) return nullptr;
  return photograph;
}

}  // namespace lectern::images
