// Slides as pictures for the pages that the presenter serves, by the stage's own drawing: made on a thread of
// its own, at a low priority, when somebody asks for them, and a little ahead.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "common/base/time.h"
#include "common/session/state.h"
#include "presenter/gallery/finished.h"
#include "presenter/gallery/names.h"
#include "presenter/gallery/orders.h"
#include "presenter/server/pictures.h"
#include "presenter/stage/stage.h"

namespace lectern::gallery {

/// Has something done on the engine thread, later. Any thread.
using Post = std::function<void(std::function<void()>)>;

struct Options {
  std::filesystem::path font_folder;
  std::size_t max_bytes = 24u << 20;  ///< of finished pictures two thirds; the pixels of one in hand
  Duration quiet{60'000};             ///< after which the painter goes, until somebody asks again
};

/// Engine thread, but for what its worker does. Destroyed after the engine thread has ended.
class Gallery final : public server::Pictures {
 public:
  using StatePtr = std::shared_ptr<const session::State>;

  /// `find`: any thread. Until it is told another, the stage is 16 to 9.
  Gallery(stage::FindMaterial find, Options, const Clock&, Post);
  ~Gallery() override;

  /// The newest state: what it shows comes before all else, and the view after it is made ahead in the widths
  /// that were asked for lately.
  void see(StatePtr);

  /// Pictures have the stage's shape.
  void stage_is(PixelSize size) { stage_ = size; }

  /// From now on there are none.
  void close();

  std::string name_of(const deck::Deck&, std::uint32_t number, int step) override;
  bool knows(std::string_view name) const override { return names_.find(name) != nullptr; }
  void order(std::string_view name, int width, Done) override;

  /// Whether it could be had at once.
  bool is_finished(std::string_view name, int width);

  /// Whether the worker has a painter. Any thread.
  bool is_awake() const;

 private:
  class Painter;

  void look_at_state();
  std::vector<int> widths_asked_lately() const;
  void work(const std::stop_token&);
  server::PictureBytes make(const Wanted&, std::unique_ptr<Painter>&) const;
  void deliver(std::vector<Done>, server::PictureBytes);

  const stage::FindMaterial find_;
  const Options options_;
  const Clock clock_;
  const Post post_;

  // Of the engine thread
  Names names_;
  StatePtr state_;
  std::map<int, Instant> asked_;  ///< widths, and when they were last
  PixelSize stage_{16, 9};
  bool is_closed_ = false;

  mutable std::mutex mutex_;
  std::condition_variable_any changed_;
  Orders orders_;
  Finished finished_;
  bool is_awake_ = false;
  std::jthread worker_;  ///< last: stopped before anything that it uses goes
};

}  // namespace lectern::gallery
