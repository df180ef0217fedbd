// Looks for presenters on the local network, through the machine's avahi-daemon.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "common/base/result.h"
#include "common/discovery/service.h"

namespace lectern::discovery {

/// What there is to see, by name.
struct Sight {
  std::vector<Found> presenters;  ///< at most max_presenters
  bool is_settled = false;        ///< everything that is known at once is here; more may come
  friend bool operator==(const Sight&, const Sight&) = default;
};

inline constexpr std::size_t max_presenters = 64;  ///< a network can claim any number of them

/// Looks for as long as it lives. Has a thread of its own.
class Browser {
 public:
  /// The newest, whole, each time it changes, or why nothing can be seen any more. Called on that thread, or
  /// by the constructor.
  using Report = std::function<void(Result<Sight>)>;

  explicit Browser(Report);
  ~Browser();

 private:
  struct Avahi;
  std::unique_ptr<Avahi> avahi_;
};

}  // namespace lectern::discovery
