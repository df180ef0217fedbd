#include "presenter/images/previews.h"

#include <sched.h>

#include <utility>

namespace lectern::images {

Previews::Previews(PictureSource source, std::vector<std::string> names, std::size_t max_bytes)
    : source_(std::move(source)), names_(std::move(names)), max_bytes_(max_bytes) {}

void Previews::begin() {
  std::call_once(begun_,
                 [this] { maker_ = std::jthread([this](const std::stop_token& stop) { make_all(stop); }); });
}

SharedImage Previews::find(std::string_view name) const {
  const std::lock_guard lock(mutex_);
  const auto made = made_.find(name);
  return made == made_.end() ? nullptr : made->second;
}

void Previews::make_all(const std::stop_token& stop) {
  const sched_param no_priority{};
  sched_setscheduler(0, SCHED_IDLE, &no_priority);  // this thread alone; where it is refused, it is as others
  std::size_t bytes = 0;
  for (const std::string& name : names_) {
    if (stop.stop_requested() || bytes >= max_bytes_) return;
    if (find(name)) continue;
    SharedImage preview = source_(name, preview_box, Fit::inside);
    if (!preview) continue;
    bytes += preview->pixels.pixels.size() * sizeof(std::uint32_t);
    const std::lock_guard lock(mutex_);
    made_.emplace(name, std::move(preview));
  }
}

}  // namespace lectern::images
