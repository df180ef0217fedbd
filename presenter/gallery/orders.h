// Pictures to be made, the one that matters most first. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <optional>
#include <vector>

#include "presenter/gallery/wanted.h"
#include "presenter/server/pictures.h"

namespace lectern::gallery {

using Done = std::function<void(server::PictureBytes)>;

/// First comes what is on the stage, or where the show goes on behind a frozen one, small pictures before
/// large ones; then what else was ordered, the newest first; then what may be ordered next. So whoever orders
/// many old slides delays the present one by no more than the picture in hand.
class Orders {
 public:
  /// Of slides that are not on the stage at most `max_waiting` pictures are waited for.
  explicit Orders(std::size_t max_waiting) : max_waiting_(max_waiting) {}

  /// Whoever orders what somebody waits for already waits with them. Gives back who has to be told that there
  /// will be none: of the picture ordered longest ago, where too many are waited for.
  [[nodiscard]] std::vector<Done> add(const Wanted&, Done);

  /// What is on the stage now.
  void present(std::vector<PictureView> views) { present_ = std::move(views); }

  /// What nobody has ordered yet, the likeliest first, instead of what it was before.
  void expect(std::vector<Wanted>);

  bool has_any() const;

  /// What to make now; it is in hand until finish(). nullopt: nothing.
  std::optional<Wanted> take();

  /// Who has waited for it.
  [[nodiscard]] std::vector<Done> finish(const Wanted&);

  /// All who wait, for what is in hand too: nothing is wanted any more.
  [[nodiscard]] std::vector<Done> cancel();

 private:
  struct Order {
    Wanted wanted;
    std::vector<Done> waiting;
    bool is_in_hand = false;
  };

  bool is_present(const Order&) const;
  std::list<Order>::iterator most_urgent();

  const std::size_t max_waiting_;
  std::list<Order> orders_;  ///< newest first
  std::vector<PictureView> present_;
  std::vector<Wanted> expected_;
};

}  // namespace lectern::gallery
