#include "presenter/stage/frame_store.h"

#include <sys/resource.h>

#include <algorithm>
#include <utility>

#include "presenter/stage/layers.h"

namespace lectern::stage {
namespace {

constexpr std::size_t always_taken = 4;     // the slide, the next, the one before, the timer's digits
constexpr std::size_t share_of_others = 4;  // of the whole room, that they have at least: a fourth
constexpr int nice_ahead = 10;              // a tenth of the processor time of whoever is waited for

std::size_t bytes_of(PixelSize size) {
  return static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * sizeof(std::uint32_t);
}

/// What it will come to, as far as that can be known: some are cut out, and a half is much for one. On a
/// large display it is a third, since a slide is not drawn larger than twice its size.
std::size_t bytes_to_be(const FrameKey& key) {
  switch (key.subject) {
    case FrameKey::Subject::background:
      return bytes_of(layer_size(key.display));
    case FrameKey::Subject::content:
    case FrameKey::Subject::arriving:
      return bytes_of(layer_size(key.display)) / (layer_size(key.display) == key.display ? 2 : 3);
    case FrameKey::Subject::holding:
      return bytes_of(key.display) / 2;
    case FrameKey::Subject::timer_digits:
      return 0;
    default:
      return bytes_of(key.display);
  }
}

std::size_t part_of(std::size_t bytes, Share share) {
  switch (share) {
    case Share::all:
      return bytes;
    case Share::half:
      return bytes / 2;
    case Share::nothing:
      break;
  }
  return 0;
}

}  // namespace

FrameStore::FrameStore(const MakePaint& make_paint, int worker_count, const MakePaint& make_draft_paint,
                       std::size_t max_bytes, const Fetch& fetch)
    : max_bytes_(max_bytes), room_(max_bytes) {
  if (fetch) start_fetching(fetch);
  start_worker(make_paint, worker_count > 1 ? Work::now : Work::any);
  for (int i = 1; i < worker_count; ++i) start_worker(make_paint, Work::ahead);
  if (make_draft_paint) start_worker(make_draft_paint, Work::drafts);
}

void FrameStore::start_worker(const MakePaint& make_paint, Work what) {
  workers_.emplace_back([this, make_paint, what](const std::stop_token& stop) {
    const bool is_first = what == Work::now || what == Work::any;
    if (!is_first && !wait_for_first_frame(stop)) return;
    if (what == Work::ahead) setpriority(PRIO_PROCESS, 0, nice_ahead);  // of this thread alone
    const auto paint = make_paint();
    if (!paint) {
      const std::lock_guard lock(mutex_);
      failure_ = paint.error();
    }
    if (is_first) painter_made_.count_down();
    if (paint && what == Work::drafts) practise_drafts(stop, *paint);
    if (paint) work(stop, *paint, what);
  });
}

void FrameStore::start_fetching(const Fetch& fetch) {
  workers_.emplace_back([this, fetch](const std::stop_token& stop) {
    std::optional<FrameKey> fetched;
    std::unique_lock lock(mutex_);
    const auto is_wanted_now = [&] {
      return !wishes_.empty() && wishes_.front() != fetched && !frame_of_first_wish();
    };
    while (wishes_changed_.wait(lock, stop, is_wanted_now)) {
      fetched = wishes_.front();
      lock.unlock();
      fetch(*fetched);
      lock.lock();
    }
  });
}

FrameStore::~FrameStore() {
  for (auto& worker : workers_) worker.request_stop();
}

std::optional<Error> FrameStore::wait_for_painter() {
  painter_made_.wait();
  const std::lock_guard lock(mutex_);
  return failure_;
}

void FrameStore::on_finished(std::function<void()> call) {
  const std::lock_guard lock(mutex_);
  on_finished_ = std::move(call);
}

void FrameStore::want(std::vector<FrameKey> wishes, Share share) {
  const std::size_t part = part_of(max_bytes_, share);
  std::size_t bytes = 0, count = 0, room = part;
  std::erase_if(wishes, [&](const FrameKey& key) {
    const std::size_t with_it = bytes + bytes_to_be(key);
    const bool is_always_taken = key.subject == FrameKey::Subject::draft ||
                                 key.subject == FrameKey::Subject::holding || ++count <= always_taken;
    if (!is_always_taken && with_it > room) return true;
    bytes = with_it;
    if (is_always_taken) room = std::max(part, bytes + part / share_of_others);
    return false;
  });
  {
    const std::lock_guard lock(mutex_);
    wishes_ = std::move(wishes);
    for (auto wish = wishes_.rbegin(); wish != wishes_.rend(); ++wish) {
      const auto entry = std::ranges::find(entries_, *wish, &Entry::key);
      if (entry != entries_.end()) entries_.splice(entries_.begin(), entries_, entry);
    }
    std::erase_if(entries_, [&](const Entry& entry) {  // a draft has served its turn
      return entry.frame && entry.key.subject == FrameKey::Subject::draft && !is_wanted(entry.key);
    });
    if (std::exchange(room_, part) > part) drop_oldest();
  }
  wishes_changed_.notify_all();
}

Frame FrameStore::find(const FrameKey& key) {
  const std::lock_guard lock(mutex_);
  const auto entry = std::ranges::find(entries_, key, &Entry::key);
  return entry == entries_.end() ? nullptr : entry->frame;
}

void FrameStore::work(const std::stop_token& stop, const Paint& paint, Work what) {
  std::unique_lock lock(mutex_);
  while (wishes_changed_.wait(lock, stop, [&] { return next_job(what) != nullptr; })) {
    if (stop.stop_requested()) return;
    const FrameKey key = *next_job(what);
    entries_.push_front({key, nullptr});
    lock.unlock();
    auto frame = std::make_shared<const Pixmap>(paint(key));
    lock.lock();
    finish(key, std::move(frame));
    const auto call = on_finished_;
    lock.unlock();
    if (call) call();
    lock.lock();
  }
}

/// The first frame of all has the machine to itself, unless a draft is wanted before.
bool FrameStore::wait_for_first_frame(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  return wishes_changed_.wait(lock, stop, [&] { return has_frame_ || next_job(Work::drafts) != nullptr; });
}

/// A painter's first slide takes it tens of milliseconds longer, in which it loads fonts: drafts are there to
/// be quick, so one that nobody sees is painted when nobody else has anything to paint.
void FrameStore::practise_drafts(const std::stop_token& stop, const Paint& paint) {
  std::unique_lock lock(mutex_);
  const auto is_everything_painted = [&] {
    return !next_job(Work::any) &&
           std::ranges::all_of(entries_, [](const Entry& e) { return e.frame != nullptr; });
  };
  wishes_changed_.wait(lock, stop, [&] { return next_job(Work::drafts) || is_everything_painted(); });
  if (stop.stop_requested() || next_job(Work::drafts) || wishes_.empty()) return;
  FrameKey shown = wishes_.front();
  shown.subject = FrameKey::Subject::draft;
  lock.unlock();
  paint(shown);
}

bool FrameStore::is_wanted(const FrameKey& key) const {
  return std::ranges::find(wishes_, key) != wishes_.end();
}

Frame FrameStore::frame_of_first_wish() const {
  const auto entry = std::ranges::find(entries_, wishes_.front(), &Entry::key);
  return entry == entries_.end() ? nullptr : entry->frame;
}

/// The most urgent wish that is neither painted nor in hand. While the first is in hand only drafts are begun
/// beside it: somebody is waiting for it.
const FrameKey* FrameStore::next_job(Work what) const {
  const auto is_begun = [&](const FrameKey& key) {
    return std::ranges::find(entries_, key, &Entry::key) != entries_.end();
  };
  if (wishes_.empty()) return nullptr;
  const bool is_first_begun = is_begun(wishes_.front());
  if (what == Work::now && is_first_begun) return nullptr;
  if (what != Work::drafts && is_first_begun && !frame_of_first_wish()) return nullptr;
  const auto job = std::ranges::find_if(wishes_, [&](const FrameKey& key) {
    return (key.subject == FrameKey::Subject::draft) == (what == Work::drafts) && !is_begun(key);
  });
  return job == wishes_.end() ? nullptr : &*job;
}

/// What is not wanted any more by now is dropped.
void FrameStore::finish(const FrameKey& key, Frame frame) {
  wishes_changed_.notify_all();
  const auto entry = std::ranges::find(entries_, key, &Entry::key);
  if (!is_wanted(key)) {
    entries_.erase(entry);
    return;
  }
  entry->frame = std::move(frame);
  has_frame_ = true;
  drop_oldest();
}

void FrameStore::drop_oldest() {
  std::size_t bytes = 0;
  std::erase_if(entries_, [&](const Entry& entry) {
    if (!entry.frame) return false;
    bytes += bytes_of(entry.frame->size);
    return bytes > room_ && !is_wanted(entry.key);
  });
}

}  // namespace lectern::stage
