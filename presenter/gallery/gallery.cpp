#include "presenter/gallery/gallery.h"

#include <malloc.h>
#include <sys/resource.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/base/log.h"
#include "presenter/images/encode.h"
#include "presenter/images/picture_source.h"
#include "presenter/stage/slide_painter.h"

namespace lectern::gallery {
namespace {

constexpr int less_urgent = 10;  // than whoever paints for the stage: a tenth of their share of the processor
constexpr std::size_t max_waiting = 64;       // pictures of slides that are not on the stage
constexpr std::size_t max_names = 16'384;     // about 200 bytes each
constexpr Duration lately{10 * 60'000};       // a speaker may stay on a slide for long
constexpr std::size_t most_expected = 4;      // widths that are made ahead
constexpr std::size_t kept_bytes = 2u << 20;  // of finished pictures while nobody asks
constexpr std::size_t told_at_once = 16;      // who waits for a picture; then whoever presses has a turn

std::optional<PictureView> view_of(const deck::Deck& deck, const session::Position& position) {
  const auto slide = deck::find_slide(deck, position.slide);
  if (!slide) return std::nullopt;
  return PictureView{deck.hash, static_cast<std::uint32_t>(*slide) + 1, position.step};
}

std::optional<PictureView> view_after(const deck::Deck& deck, PictureView view) {
  if (view.step < deck.slides[view.number - 1].step_count)
    ++view.step;
  else if (view.number < deck.slides.size())
    view = {view.deck, view.number + 1, 0};
  else
    return std::nullopt;
  return view;
}

}  // namespace

/// Of one deck.
class Gallery::Painter {
 public:
  Painter(stage::Material material, stage::SlidePainter painter)
      : material_(std::move(material)), painter_(std::move(painter)) {}

  const DeckHash& deck() const { return material_.deck->hash; }

  std::optional<Pixmap> paint(const Wanted& wanted) {
    const auto& slides = material_.deck->slides;
    if (wanted.view.number < 1 || wanted.view.number > slides.size()) return std::nullopt;
    const std::size_t index = wanted.view.number - 1;
    return painter_.paint(*material_.deck, index, wanted.size,
                          std::clamp(wanted.view.step, 0, slides[index].step_count));
  }

 private:
  const stage::Material material_;
  stage::SlidePainter painter_;
};

Gallery::Gallery(stage::FindMaterial find, Options options, const Clock& clock, Post post)
    : find_(std::move(find)),
      options_(std::move(options)),
      clock_(clock),
      post_(std::move(post)),
      names_(max_names),
      orders_(max_waiting),
      finished_(options_.max_bytes / 3 * 2),
      worker_([this](const std::stop_token& stop) { work(stop); }) {}

Gallery::~Gallery() = default;

std::string Gallery::name_of(const deck::Deck& deck, std::uint32_t number, int step) {
  return names_.name_of({deck.hash, number, step}, stage_);
}

void Gallery::order(std::string_view name, int width, Done done) {
  const PictureView* const view = names_.find(name);
  if (!view || is_closed_) return done(nullptr);
  const Wanted wanted{*view, picture_size(width, stage_, options_.max_bytes)};
  const auto before = widths_asked_lately();
  asked_[wanted.size.width] = clock_.now();
  if (std::ranges::find(before, wanted.size.width) == before.end()) look_at_state();
  std::unique_lock lock(mutex_);
  if (auto jpeg = finished_.find(wanted)) {
    lock.unlock();
    return done(std::move(jpeg));
  }
  const std::vector<Done> given_up = orders_.add(wanted, std::move(done));
  lock.unlock();
  changed_.notify_one();
  for (const Done& nobody : given_up) nobody(nullptr);
}

void Gallery::see(StatePtr state) {
  state_ = std::move(state);
  if (!widths_asked_lately().empty()) look_at_state();
}

void Gallery::look_at_state() {
  if (!state_ || is_closed_) return;
  const session::Frozen on_stage = session::on_stage(*state_);
  std::vector<PictureView> present;
  std::vector<Wanted> expected;
  if (const auto kept = find_(on_stage.deck))
    if (const auto view = view_of(*kept->deck, on_stage.position)) present.push_back(*view);
  if (const auto shown = find_(state_->deck))
    if (const auto view = view_of(*shown->deck, state_->position)) {
      present.push_back(*view);
      if (const auto next = view_after(*shown->deck, *view))
        for (const int width : widths_asked_lately())
          expected.push_back({*next, picture_size(width, stage_, options_.max_bytes)});
    }
  {
    const std::lock_guard lock(mutex_);
    std::erase_if(expected, [&](const Wanted& wanted) { return finished_.find(wanted) != nullptr; });
    orders_.present(std::move(present));
    orders_.expect(std::move(expected));
  }
  changed_.notify_one();
}

/// The ones asked for last, the newest first.
std::vector<int> Gallery::widths_asked_lately() const {
  std::vector<std::pair<Instant, int>> asked;
  for (const auto& [width, when] : asked_)
    if (clock_.now() - when < lately) asked.emplace_back(when, width);
  std::ranges::sort(asked, std::greater());
  std::vector<int> some;
  for (const auto& [when, width] : asked)
    if (some.size() < most_expected) some.push_back(width);
  return some;
}

void Gallery::close() {
  is_closed_ = true;
  std::unique_lock lock(mutex_);
  const std::vector<Done> all = orders_.cancel();
  lock.unlock();
  for (const Done& done : all) done(nullptr);
}

bool Gallery::is_finished(std::string_view name, int width) {
  const PictureView* const view = names_.find(name);
  const std::lock_guard lock(mutex_);
  return view && finished_.find({*view, picture_size(width, stage_, options_.max_bytes)});
}

bool Gallery::is_awake() const {
  const std::lock_guard lock(mutex_);
  return is_awake_;
}

void Gallery::work(const std::stop_token& stop) {
  setpriority(PRIO_PROCESS, 0, less_urgent);  // of this thread alone
  std::unique_ptr<Painter> painter;
  const auto is_something_wanted = [&] { return orders_.has_any(); };
  std::unique_lock lock(mutex_);
  while (!stop.stop_requested()) {
    const bool is_wanted = is_awake_ ? changed_.wait_for(lock, stop, options_.quiet, is_something_wanted)
                                     : changed_.wait(lock, stop, is_something_wanted);
    if (!is_wanted) {  // quiet for so long, or the end
      finished_.shrink(kept_bytes);
      lock.unlock();
      painter.reset();
      malloc_trim(0);  // the allocator would keep what its fonts took
      lock.lock();
      is_awake_ = false;
      continue;
    }
    is_awake_ = true;
    const Wanted wanted = *orders_.take();
    lock.unlock();
    server::PictureBytes jpeg = make(wanted, painter);
    lock.lock();
    if (jpeg) finished_.put(wanted, jpeg);
    std::vector<Done> waiting = orders_.finish(wanted);
    lock.unlock();
    deliver(std::move(waiting), std::move(jpeg));
    lock.lock();
  }
}

server::PictureBytes Gallery::make(const Wanted& wanted, std::unique_ptr<Painter>& painter) const {
  if (!painter || painter->deck() != wanted.view.deck) {
    painter.reset();
    auto material = find_(wanted.view.deck);
    if (!material) return nullptr;
    auto made = stage::SlidePainter::create(options_.font_folder, material->theme,
                                            images::passing_pictures(material->find_picture));
    if (!made) {
      log_warning(made.error().message + ": " + made.error().remedy);
      return nullptr;
    }
    painter = std::make_unique<Painter>(*std::move(material), *std::move(made));
  }
  const auto pixels = painter->paint(wanted);
  std::string jpeg = pixels ? images::encode_slide(*pixels) : std::string();
  return jpeg.empty() ? nullptr : std::make_shared<const std::string>(std::move(jpeg));
}

/// A thousand may wait for the same picture.
void Gallery::deliver(std::vector<Done> waiting, server::PictureBytes jpeg) {
  if (waiting.empty()) return;
  post_([this, waiting = std::move(waiting), jpeg = std::move(jpeg)]() mutable {
    const std::size_t count = std::min(waiting.size(), told_at_once);
    for (std::size_t i = 0; i < count; ++i) std::exchange(waiting[i], nullptr)(jpeg);
    waiting.erase(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(count));
    deliver(std::move(waiting), std::move(jpeg));
  });
}

}  // namespace lectern::gallery
