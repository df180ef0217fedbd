// Frames painted ahead of time by workers, kept while they may be wanted.
#pragma once

#include <compare>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <latch>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "common/base/pixmap.h"
#include "common/base/result.h"
#include "presenter/stage/view.h"

namespace lectern::stage {

/// What a frame shows.
struct FrameKey {
  enum class Subject {
    slide,
    draft,  ///< of a slide: small previews stand for its pictures, so that it is painted at once
    background,
    content,
    resting,   ///< a slide at a step without what arrives there
    arriving,  ///< of that alone, what comes with one effect
    timer_digits,
    holding,  ///< a holding slide, without the ground around it
  };
  Subject subject = Subject::slide;
  std::size_t slide_index = 0;  ///< of all but the digits
  PixelSize display;            ///< that it is for
  int step = 0;                 ///< of all but a background and the digits
  deck::Effect effect{};        ///< of what arrives

  friend auto operator<=>(const FrameKey&, const FrameKey&) = default;
};

inline FrameKey frame_of(const View& view, PixelSize display) {
  return {FrameKey::Subject::slide, view.slide, display, view.step};
}

inline FrameKey draft_of(const View& view, PixelSize display) {
  return {FrameKey::Subject::draft, view.slide, display, view.step};
}

using Frame = std::shared_ptr<const Pixmap>;
using Paint = std::function<Pixmap(const FrameKey&)>;
using MakePaint = std::function<Result<Paint>()>;

/// Begins what takes longest of a frame, its pictures, so that whoever paints it finds them decoded.
using Fetch = std::function<void(const FrameKey&)>;

/// Of its bytes, what a store may fill just now; nothing: what is always taken is taken all the same.
enum class Share { all, half, nothing };

/// Any thread, but for the destructor.
class FrameStore {
 public:
  /// Each worker makes itself a painter and is the only one to use it. Of several the first paints what is
  /// wanted now, the others what may be wanted next, with less of the processor. One more paints drafts and
  /// nothing else, so that they never wait for a photograph; without `make_draft_paint` there are none.
  /// `fetch`, where there is one, is called on a thread of its own for what is wanted now. About `max_bytes`
  /// of frames are kept; those wished for last always are.
  FrameStore(const MakePaint& make_paint, int worker_count, const MakePaint& make_draft_paint,
             std::size_t max_bytes, const Fetch& fetch = {});

  /// Waits for the frames in hand.
  ~FrameStore();

  /// Waits until the first worker has its painter; the failure to make one.
  std::optional<Error> wait_for_painter();

  /// What to call, on a worker, whenever a frame is finished.
  void on_finished(std::function<void()>);

  /// From now on these are wanted, the most urgent first, and nothing else is painted. At least the first
  /// four, drafts and holding slides are taken, of the others those that there is room for: where those leave
  /// little, a quarter of the share all the same.
  void want(std::vector<FrameKey> wishes, Share = Share::all);

  /// nullptr: not painted (yet, or any more).
  Frame find(const FrameKey&);

 private:
  struct Entry {
    FrameKey key;
    Frame frame;  ///< nullptr while a worker has it in hand
  };

  enum class Work { now, any, ahead, drafts };

  void start_worker(const MakePaint&, Work);
  void start_fetching(const Fetch&);
  bool wait_for_first_frame(const std::stop_token&);
  void practise_drafts(const std::stop_token&, const Paint&);
  void work(const std::stop_token&, const Paint&, Work);
  bool is_wanted(const FrameKey&) const;
  Frame frame_of_first_wish() const;
  const FrameKey* next_job(Work) const;
  void finish(const FrameKey&, Frame);
  void drop_oldest();

  const std::size_t max_bytes_;
  std::latch painter_made_{1};
  mutable std::mutex mutex_;
  std::condition_variable_any wishes_changed_;
  std::optional<Error> failure_;
  std::function<void()> on_finished_;
  bool has_frame_ = false;
  std::vector<FrameKey> wishes_;
  std::size_t room_;  ///< bytes
  std::list<Entry> entries_;           ///< newest use first
  std::vector<std::jthread> workers_;  ///< last: stopped before anything that they use goes
};

}  // namespace lectern::stage
